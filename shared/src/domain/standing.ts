import type { StrikeKind } from '../contract/appointments.js';
import type { BookingPolicyRules, StrikeWindow } from '../contract/policies.js';
import { addDays, instantAt, type LocalDate, localDateOf } from './local-date.js';

/** What counts against a taxpayer: when, and what it was. */
export interface StrikeFact {
  kind: StrikeKind;
  at: number;
}
export interface Standing {
  /** Null when the taxpayer may book. */
  blockedUntil: number | null;
  /** In plain words; null when not blocked. */
  reason: string | null;
}
/** So many within the window block from their day until the beginning of another. */
export interface BlockRule {
  kind: StrikeKind;
  count: number;
  window: StrikeWindow;
  untilOf(on: LocalDate): LocalDate;
}

const monthOf = (on: LocalDate): string => on.slice(0, 7);
const firstOfNextMonth = (on: LocalDate): LocalDate => `${monthOf(addDays(`${monthOf(on)}-28`, 4))}-01`;

/** The rules by which strikes block; none where the policy knows none. */
export function blockRules(rules: BookingPolicyRules): BlockRule[] {
  const { noShowCount, noShowWindow = 'ever', noShowBlock = 'days', noShowBlockDays = 0 } = rules;
  const { cancelCount, cancelWindow = 'ever', cancelBlock = 'days', cancelBlockDays = 0 } = rules;
  const untilOf = (block: string, days: number) => (on: LocalDate) =>
    block === 'restOfMonth' ? firstOfNextMonth(on) : addDays(on, days + 1);
  const found: BlockRule[] = [];
  if (noShowCount)
    found.push({
      kind: 'noShow',
      count: noShowCount,
      window: noShowWindow,
      untilOf: untilOf(noShowBlock, noShowBlockDays),
    });
  if (cancelCount)
    found.push({
      kind: 'cancel',
      count: cancelCount,
      window: cancelWindow,
      untilOf: untilOf(cancelBlock, cancelBlockDays),
    });
  return found;
}

/** The instant at which the newest block by one rule ends, of those that began by `now`; undefined when there was none. */
function blockEnd(rule: BlockRule, strikes: readonly StrikeFact[], keptAt: readonly number[]): number | undefined {
  let counted: number[] = [];
  let end: number | undefined;
  for (const { at } of strikes.filter(({ kind }) => kind === rule.kind)) {
    const on = localDateOf(at);
    const isWithin = (earlier: number): boolean => {
      if (rule.window === 'month') return monthOf(localDateOf(earlier)) === monthOf(on);
      return rule.window === 'ever' || !keptAt.some((kept) => kept > earlier && kept < at);
    };
    counted = [...counted.filter(isWithin), at];
    if (counted.length < rule.count) continue;
    counted = [];
    end = Math.max(end ?? 0, instantAt(rule.untilOf(on), 0));
  }
  return end;
}

/**
 * Whether a taxpayer may book at `now`. A block begins with the strike that reaches the count and lasts until a midnight;
 * counting then begins anew. `keptAt` are the times of appointments to which somebody came. Strikes that an appeal took
 * away, and cancellations by the hall, are not among `strikes` (A3).
 */
export function standingOf(
  strikes: readonly StrikeFact[],
  keptAt: readonly number[],
  rules: BookingPolicyRules,
  now: number,
): Standing {
  const past = strikes.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
  let standing: Standing = { blockedUntil: null, reason: null };
  for (const rule of blockRules(rules)) {
    const until = blockEnd(rule, past, keptAt) ?? 0;
    if (until > now && until > (standing.blockedUntil ?? 0)) {
      standing = { blockedUntil: until, reason: sayCount(rule) };
    }
  }
  return standing;
}

/** Whether strikes can block anybody by these rules: otherwise nobody needs to look for them. */
export const hasBlocks = (rules: Pick<BookingPolicyRules, 'noShowCount' | 'cancelCount'>): boolean =>
  rules.noShowCount !== undefined || rules.cancelCount !== undefined;

export const strikeWords: Record<StrikeKind, string> = { noShow: '爽约', cancel: '取消' };
const windowWords: Record<StrikeWindow, string> = { ever: '累计', month: '同一个月内', inARow: '连续' };
/** 同一个月内爽约3次. */
export const sayCount = ({ kind, count, window }: BlockRule): string =>
  `${windowWords[window]}${strikeWords[kind]}${count}次`;
