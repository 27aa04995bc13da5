import type { HallScreenView } from '@yiyun/shared';

export type Call = HallScreenView['calls'][number];

/** How long a call stands on top before it joins the list. */
export const ON_TOP_MS = 10_000;

/** One call or recall: the same number called again is another. */
export const callKey = ({ number, calledAt, recallCount }: Call): string => `${number} ${calledAt} ${recallCount}`;

/** When each call was first seen on this screen, epoch ms of this computer. */
export type Seen = ReadonlyMap<string, number>;

/**
 * Marks the calls that are new since the last reading. On a screen that has just been switched on (`seen` undefined) only
 * those of the last seconds count as new, by the server's clock: nobody is called aloud who came long ago.
 */
export function see(seen: Seen | undefined, view: HallScreenView, now: number): { seen: Seen; fresh: Call[] } {
  const isNew = (call: Call) =>
    seen ? !seen.has(callKey(call)) : view.at - call.calledAt < ON_TOP_MS && view.at >= call.calledAt;
  const fresh = view.calls.filter(isNew).reverse();
  const next = new Map(
    view.calls.map((call) => {
      const key = callKey(call);
      return [key, seen?.get(key) ?? (isNew(call) ? now : 0)] as const;
    }),
  );
  return { seen: next, fresh };
}

/** Calls that stand on top now, the newest first; the others form the list. */
export function arrange(calls: readonly Call[], seen: Seen, now: number): { onTop: Call[]; list: Call[] } {
  const isOnTop = (call: Call) => now - (seen.get(callKey(call)) ?? 0) < ON_TOP_MS;
  const onTop = calls.filter(isOnTop).slice(0, 2);
  return { onTop, list: calls.filter((call) => !onTop.includes(call)) };
}

const DIGITS = '零一二三四五六七八九';

/** A call as it is spoken: 请A 零 一 二 号，到3号窗口. Digits one by one, so that no voice reads them as an amount. */
export function spoken({ number, windowLabel }: Pick<Call, 'number' | 'windowLabel'>): string {
  const read = [...number].map((sign) => (/\d/.test(sign) ? DIGITS[Number(sign)] : sign)).join(' ');
  return `请 ${read} 号，到${windowLabel}`;
}

/** How old what is shown is, in words: 45 秒, 3 分钟. */
export function sayAge(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  return seconds < 60 ? `${seconds} 秒` : `${Math.floor(seconds / 60)} 分钟`;
}
