import { type SpecialDayKind, specialDayKindNames } from '@yiyun/shared';
import type { Phrase } from '../../records/index.js';

type Facts = Readonly<Record<string, unknown>>;
/** The part of the facts that has such a name, and the rest of its name. */
function named(facts: Facts, prefix: string): [rest: string, content: Facts] {
  const [name = '', content] = Object.entries(facts).find(([key]) => key.startsWith(`${prefix} `)) ?? [];
  return [name.slice(prefix.length + 1), (content ?? {}) as Facts];
}

/** How changes of hours and rosters read. */
export const planPhrases: Readonly<Record<string, Phrase>> = {
  HallWeekChanged: '修改了每周办公时间',
  HallWindowSaved: (facts) => `修改了${String(named(facts, 'window')[1].label)}的业务和值班表`,
  SpecialDaySet: (facts) => {
    const [on, { kind, reason }] = named(facts, 'day');
    return `${on}安排为${specialDayKindNames[kind as SpecialDayKind]}：${String(reason)}`;
  },
  RosterExceptionSet: (facts) => `调整了${named(facts, 'exception')[0].slice(-10)}一个窗口的值班`,
  DayMadeOrdinary: (facts) => {
    const [on] = named(facts, 'day');
    return on ? `恢复了${on}的平常安排` : `恢复了${named(facts, 'exception')[0].slice(-10)}一个窗口的平常值班`;
  },
};
