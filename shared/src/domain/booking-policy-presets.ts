import type { BookingPolicyPreset, BookingPolicyRules } from '../contract/policies.js';
import { defaultBookingRules } from './booking-policy.js';
import { bookingPolicySentences } from './booking-policy-words.js';

const preset = (id: string, title: string, source: string, rules: Partial<BookingPolicyRules>): BookingPolicyPreset => {
  const whole = { ...defaultBookingRules, ...rules };
  return { id, title, source, rules: whole, sentences: bookingPolicySentences(whole) };
};

/**
 * Rules as cities published them, as far as they were read in public copies, some of them secondary. What a city leaves
 * open is as the default has it.
 */
export const bookingPolicyPresets: readonly BookingPolicyPreset[] = [
  preset('guangzhou-2018', '广州（2018）', '广州市办税预约管理办法（2018年，公开转载）', {
    aheadMin: 1,
    aheadMax: 3,
    aheadUnit: 'workingDays',
    perTaxpayerHalfDay: 1,
    perCitizenHalfDay: 1,
    checkInEarlyMinutes: 15,
    noShowCount: 3,
    noShowWindow: 'ever',
    noShowBlock: 'days',
    noShowBlockDays: 30,
    cancelCount: 5,
    cancelWindow: 'month',
    cancelBlock: 'days',
    cancelBlockDays: 30,
  }),
  preset('xiamen-2017', '厦门（2017）', '厦门市办税预约服务规则（2017年，公开转载）', {
    aheadMin: 0,
    aheadMax: 5,
    aheadUnit: 'workingDays',
    noShowCount: 3,
    noShowWindow: 'month',
    noShowBlock: 'restOfMonth',
  }),
  preset('nanjing', '南京', '南京市办税预约服务规则（公开转载）', {
    noShowCount: 4,
    noShowWindow: 'month',
    noShowBlock: 'days',
    noShowBlockDays: 30,
  }),
  preset('changsha', '长沙', '长沙市办税预约服务规则（公开转载）；“一个月”按30天计', {
    noShowCount: 3,
    noShowWindow: 'inARow',
    noShowBlock: 'days',
    noShowBlockDays: 30,
  }),
  preset('renqiu', '任丘', '任丘市办税预约服务规则（公开转载）；“三个月”按90天计', {
    noShowCount: 2,
    noShowWindow: 'ever',
    noShowBlock: 'days',
    noShowBlockDays: 90,
  }),
  preset('heyuan', '河源', '河源市办税预约服务规则（公开转载）；预约先经审核，能在网上办的引导网上办', {
    escalateBeforeMinutes: 240,
  }),
  preset(
    'annual-settlement',
    '个税年度汇算',
    '个人所得税年度汇算预约办理规则（公开转载）；“不再预约”按到汇算期结束的122天计',
    {
      bookableFromMinutes: 6 * 60,
      bookableUntilMinutes: 22 * 60,
      cancelCount: 5,
      cancelWindow: 'ever',
      cancelBlock: 'days',
      cancelBlockDays: 122,
    },
  ),
];
