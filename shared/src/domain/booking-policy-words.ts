import type { BookingPolicyRules } from '../contract/policies.js';
import { bookableHours } from './booking-policy.js';
import { sayTimeOfDay } from './say-time.js';
import { blockRules, sayCount, strikeWords } from './standing.js';

/** What can't hold together in a set of rules: the field, and what is wrong with it. */
export function bookingPolicyProblems(
  rules: BookingPolicyRules,
): { path: keyof BookingPolicyRules; message: string }[] {
  const problems: { path: keyof BookingPolicyRules; message: string }[] = [];
  const require = (fine: boolean, path: keyof BookingPolicyRules, message: string) => {
    if (!fine) problems.push({ path, message });
  };
  const [from, until] = bookableHours(rules);
  require(rules.aheadMin <= rules.aheadMax, 'aheadMax', '最晚提前天数不能小于最早提前天数');
  require(from < until, 'bookableUntilMinutes', '停止受理时间应晚于开始受理时间');
  for (const kind of ['noShow', 'cancel'] as const) {
    const word = strikeWords[kind];
    const isLimited = rules[`${kind}Count`] !== undefined;
    require(!isLimited || rules[`${kind}Window`] !== undefined, `${kind}Window`, `请选择${word}次数按什么范围统计`);
    require(!isLimited || rules[`${kind}Block`] !== undefined, `${kind}Block`, `请选择${word}达到上限后怎样限制`);
    const needsDays = isLimited && rules[`${kind}Block`] === 'days';
    require(!needsDays || (rules[`${kind}BlockDays`] ?? 0) > 0, `${kind}BlockDays`, `请填写${word}限制天数`);
  }
  return problems;
}

/** The rules in plain words, a sentence each. */
export function bookingPolicySentences(rules: BookingPolicyRules): string[] {
  const { aheadMin, aheadMax, aheadUnit, perTaxpayerHalfDay, perCitizenHalfDay } = rules;
  const unit = aheadUnit === 'days' ? '天' : '个工作日';
  const [from, until] = bookableHours(rules);
  const isAllDay = from === 0 && until === 1440;
  const { cancelBeforeMinutes, rescheduleBeforeMinutes } = rules;
  const limits =
    cancelBeforeMinutes === rescheduleBeforeMinutes
      ? [`离办理时间不足${cancelBeforeMinutes}分钟时，不能在线取消或改约`]
      : [
          `离办理时间不足${cancelBeforeMinutes}分钟时，不能在线取消`,
          `离办理时间不足${rescheduleBeforeMinutes}分钟时，不能在线改约`,
        ];
  return [
    aheadMin === 0 ? `可预约今天至${aheadMax}${unit}后的时段` : `可预约${aheadMin}至${aheadMax}${unit}后的时段`,
    ...(isAllDay ? [] : [`每天${sayTimeOfDay(from)}至${sayTimeOfDay(until)}受理预约`]),
    `每户每个半天最多预约${perTaxpayerHalfDay}次`,
    ...(perCitizenHalfDay ? [`每人每个半天最多预约${perCitizenHalfDay}次`] : []),
    `选定的时段保留${rules.holdMinutes}分钟，候补到的号保留${rules.offerMinutes}分钟`,
    ...limits,
    `办理前${rules.checkInEarlyMinutes}分钟起可以签到；时段结束后${rules.checkInLateMinutes}分钟仍未签到的，记为爽约`,
    ...blockSentences(rules),
    '因办税服务厅原因取消的不计入；对爽约记录可以申诉，申诉成立的立即恢复',
  ];
}

function blockSentences(rules: BookingPolicyRules): string[] {
  const said = blockRules(rules).map((rule) => {
    const { [`${rule.kind}Block` as const]: block, [`${rule.kind}BlockDays` as const]: days } = rules;
    return `${sayCount(rule)}的，${block === 'restOfMonth' ? '当月不能再预约' : `之后${days}天不能预约`}`;
  });
  return said.some((sentence) => sentence.includes(strikeWords.noShow))
    ? said
    : ['爽约只作记录，不限制再次预约', ...said];
}
