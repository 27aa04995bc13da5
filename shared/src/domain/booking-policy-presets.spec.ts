import { describe, expect, it } from '@jest/globals';
import type { StrikeKind } from '../contract/appointments.js';
import { bookableDays, defaultBookingRules, refusalByPolicy } from './booking-policy.js';
import { bookingPolicyPresets } from './booking-policy-presets.js';
import { bookingPolicyProblems, bookingPolicySentences } from './booking-policy-words.js';
import { CHINA_HOLIDAYS, CHINA_HOLIDAYS_FROM, CHINA_HOLIDAYS_UNTIL, CHINA_MAKEUP_DAYS } from './china-holidays.js';
import { addDays, instantAt } from './local-date.js';
import { parseHours } from './opening-hours.js';
import { standingOf } from './standing.js';
import type { WorkingCalendar } from './working-calendar.js';

const open = parseHours('08:30-12:00 13:30-17:00');
const calendar: WorkingCalendar = {
  version: 'test',
  weekly: [open, open, open, open, open, [], []],
  holidays: CHINA_HOLIDAYS,
  makeupDays: Object.fromEntries(Object.keys(CHINA_MAKEUP_DAYS).map((on) => [on, 1 as const])),
  specialHours: {},
  coversFrom: CHINA_HOLIDAYS_FROM,
  coversUntil: CHINA_HOLIDAYS_UNTIL,
};

/** The last working day before the National Day holiday of 2026, which ends on 7 October; the 10th is a make-up Saturday. */
const TODAY = '2026-09-30';

interface Blocked {
  kind: StrikeKind;
  /** Days of the strikes; what comes before the last blocks nobody. */
  on: string[];
  keptOn?: string[];
  /** The first day on which one may book again; undefined: the strikes don't block. */
  again: string | undefined;
}
interface Case {
  preset: string;
  /** First and last bookable day on TODAY. */
  days: [string, string];
  taxpayer: number;
  citizen: number | undefined;
  /** Minutes before the start from which the check-in is open. */
  early: number;
  /** Minutes of the day within which one can book. */
  hours: [number, number];
  blocks: Blocked[];
}
const allDay: Case['hours'] = [0, 1440];
const ordinary = {
  days: [TODAY, '2026-10-14'],
  taxpayer: 1,
  citizen: undefined,
  early: 30,
  hours: allDay,
} satisfies Partial<Case>;
const noShows = (on: string[], again: string | undefined, keptOn?: string[]): Blocked => ({
  kind: 'noShow',
  on,
  again,
  ...(keptOn && { keptOn }),
});
const cancels = (on: string[], again: string | undefined): Blocked => ({ kind: 'cancel', on, again });

const cases: Case[] = [
  {
    ...ordinary,
    preset: 'guangzhou-2018',
    days: ['2026-10-08', '2026-10-10'],
    citizen: 1,
    early: 15,
    blocks: [
      noShows(['2026-03-02', '2026-06-01', '2026-09-10'], '2026-10-11'),
      noShows(['2026-03-02', '2026-09-10'], undefined),
      cancels(['2026-09-01', '2026-09-02', '2026-09-03', '2026-09-04', '2026-09-07'], '2026-10-08'),
      cancels(['2026-08-28', '2026-08-31', '2026-09-01', '2026-09-02', '2026-09-03', '2026-09-04'], undefined),
    ],
  },
  {
    ...ordinary,
    preset: 'xiamen-2017',
    days: [TODAY, '2026-10-13'],
    blocks: [
      noShows(['2026-09-01', '2026-09-10', '2026-09-17'], '2026-10-01'),
      noShows(['2026-08-31', '2026-09-10', '2026-09-17'], undefined),
      noShows(['2026-12-01', '2026-12-10', '2026-12-17'], '2027-01-01'),
      cancels(['2026-09-01', '2026-09-02', '2026-09-03', '2026-09-04'], undefined),
    ],
  },
  {
    ...ordinary,
    preset: 'nanjing',
    blocks: [
      noShows(['2026-09-01', '2026-09-02', '2026-09-03', '2026-09-04'], '2026-10-05'),
      noShows(['2026-08-31', '2026-09-02', '2026-09-03', '2026-09-04'], undefined),
    ],
  },
  {
    ...ordinary,
    preset: 'changsha',
    blocks: [
      noShows(['2026-07-01', '2026-08-03', '2026-09-04'], '2026-10-05'),
      noShows(['2026-07-01', '2026-08-03', '2026-09-04'], undefined, ['2026-08-20']),
      noShows(['2026-06-01', '2026-07-01', '2026-08-03', '2026-09-04'], '2026-10-05', ['2026-06-15']),
    ],
  },
  { ...ordinary, preset: 'renqiu', blocks: [noShows(['2026-02-02', '2026-09-04'], '2026-12-04')] },
  { ...ordinary, preset: 'heyuan', blocks: [noShows(['2026-09-01', '2026-09-02', '2026-09-03'], undefined)] },
  {
    ...ordinary,
    preset: 'annual-settlement',
    hours: [6 * 60, 22 * 60],
    blocks: [
      cancels(['2026-03-02', '2026-03-03', '2026-03-09', '2026-04-01', '2026-04-02'], '2026-08-03'),
      cancels(['2026-03-02', '2026-03-03', '2026-03-09', '2026-04-01'], undefined),
      noShows(['2026-03-02', '2026-03-03', '2026-03-04'], undefined),
    ],
  },
];

const noon = (on: string): number => instantAt(on, 720);
const presetOf = (id: string) => {
  const found = bookingPolicyPresets.find((preset) => preset.id === id);
  if (!found) throw new Error(`no preset ${id}`);
  return found;
};

describe('the presets of booking rules', () => {
  it('are all in the table', () => {
    expect(cases.map(({ preset }) => preset)).toEqual(bookingPolicyPresets.map(({ id }) => id));
  });

  it.each(cases)(
    '$preset does what the city published',
    ({ preset, days, taxpayer, citizen, early, hours, blocks }) => {
      const { rules, source, sentences } = presetOf(preset);
      expect(source).not.toBe('');
      expect(sentences).toEqual(bookingPolicySentences(rules));
      expect(bookingPolicyProblems(rules)).toEqual([]);
      expect([rules.perTaxpayerHalfDay, rules.perCitizenHalfDay]).toEqual([taxpayer, citizen]);
      expect(rules.checkInEarlyMinutes).toBe(early);

      const bookable = bookableDays(rules, calendar, TODAY);
      expect(bookable).toEqual({ fromOn: days[0], untilOn: days[1] });
      const free = { blockedUntil: null, reason: null };
      const codeAt = (on: string, minutes: number) =>
        refusalByPolicy(on, rules, { days: bookable, standing: free, now: instantAt(TODAY, minutes) })?.code;
      expect([days[0], days[1]].map((on) => codeAt(on, hours[0]))).toEqual([undefined, undefined]);
      expect([addDays(days[0], -1), addDays(days[1], 1)].map((on) => codeAt(on, hours[0]))).toEqual([
        'appointment.slot_too_early',
        'appointment.slot_too_early',
      ]);
      const [from, until] = hours;
      if (from > 0) expect(codeAt(days[0], from - 1)).toBe('appointment.closed_hours');
      if (until < 1440) expect(codeAt(days[0], until)).toBe('appointment.closed_hours');

      for (const { kind, on, keptOn = [], again } of blocks) {
        const strikes = on.map((day) => ({ kind, at: noon(day) }));
        const last = strikes.at(-1)?.at ?? 0;
        const standingAt = (count: number, now: number) =>
          standingOf(strikes.slice(0, count), keptOn.map(noon), rules, now).blockedUntil;
        expect(standingAt(on.length - 1, last)).toBeNull();
        const until = again === undefined ? null : instantAt(again, 0);
        expect({ on, until: standingAt(on.length, last) }).toEqual({ on, until });
        if (until !== null) {
          expect([standingAt(on.length, until - 1), standingAt(on.length, until)]).toEqual([until, null]);
          expect(standingAt(on.length, last - 1)).toBeNull();
        }
      }
    },
  );
});

describe('rules of booking', () => {
  it('reach one day past the end of the calendar, in working days, and no further', () => {
    const late = '2026-12-28';
    expect(bookableDays(defaultBookingRules, calendar, late)).toEqual({ fromOn: late, untilOn: '2027-01-11' });
    expect(bookableDays(presetOf('xiamen-2017').rules, calendar, late).untilOn).toBe('2027-01-01');
    const nothing = { fromOn: '2027-01-01', untilOn: '2027-01-01' };
    expect(bookableDays(presetOf('guangzhou-2018').rules, calendar, '2026-12-31')).toEqual(nothing);
  });

  it('begin to count anew with each block, and say why and until when', () => {
    const { rules } = presetOf('guangzhou-2018');
    const strike = (on: string) => ({ kind: 'noShow' as const, at: noon(on) });
    const strikes = ['2026-01-05', '2026-02-02', '2026-03-02', '2026-05-06', '2026-06-01'].map(strike);
    expect(standingOf(strikes, [], rules, noon('2026-06-02')).blockedUntil).toBeNull();
    const blocked = standingOf([...strikes, strike('2026-07-01')], [], rules, noon('2026-07-02'));
    expect(blocked).toEqual({ blockedUntil: instantAt('2026-08-01', 0), reason: '累计爽约3次' });
    const days = bookableDays(rules, calendar, '2026-07-02');
    expect(refusalByPolicy(days.fromOn, rules, { days, standing: blocked, now: noon('2026-07-02') })?.message).toBe(
      '按预约规则，您在8月1日 周六前暂时不能预约：累计爽约3次',
    );
  });

  it('are looked at for what can’t hold together', () => {
    const paths = (over: Partial<typeof defaultBookingRules>) =>
      bookingPolicyProblems({ ...defaultBookingRules, ...over }).map(({ path }) => path);
    expect(paths({})).toEqual([]);
    expect(paths({ aheadMin: 9, aheadMax: 3 })).toEqual(['aheadMax']);
    expect(paths({ bookableFromMinutes: 600, bookableUntilMinutes: 540 })).toEqual(['bookableUntilMinutes']);
    expect(paths({ noShowCount: 3 })).toEqual(['noShowWindow', 'noShowBlock']);
    expect(paths({ cancelCount: 3, cancelWindow: 'month', cancelBlock: 'days' })).toEqual(['cancelBlockDays']);
    expect(paths({ cancelCount: 3, cancelWindow: 'month', cancelBlock: 'restOfMonth' })).toEqual([]);
  });

  it('are said in plain words', () => {
    expect(bookingPolicySentences(defaultBookingRules)).toEqual([
      '可预约今天至14天后的时段',
      '每户每个半天最多预约1次',
      '选定的时段保留10分钟，候补到的号保留60分钟',
      '离办理时间不足60分钟时，不能在线取消或改约',
      '办理前30分钟起可以签到；时段结束后30分钟仍未签到的，记为爽约',
      '爽约只作记录，不限制再次预约',
      '因办税服务厅原因取消的不计入；对爽约记录可以申诉，申诉成立的立即恢复',
    ]);
    const said = presetOf('guangzhou-2018').sentences;
    expect(said).toContain('可预约1至3个工作日后的时段');
    expect(said).toContain('累计爽约3次的，之后30天不能预约');
    expect(said).toContain('同一个月内取消5次的，之后30天不能预约');
    expect(presetOf('xiamen-2017').sentences).toContain('同一个月内爽约3次的，当月不能再预约');
    expect(presetOf('annual-settlement').sentences).toContain('每天06:00至22:00受理预约');
  });
});
