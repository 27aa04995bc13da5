import { ServerClock } from '@yiyun/shared';
import { useEffect, useState } from 'react';

const clock = new ServerClock(() => Date.now());

/** The only place of the console that asks for the time. Epoch ms, UTC. */
export const now = (): number => clock.now();

/** An instant at which a library, by the computer's own clock, noted something. */
export const timeOf = (noted: number): number => clock.timeOf(noted);

/** From the header `Date` of an answer, and when it was asked for. */
export const learnTime = (date: string | null, sentAt: number): void => clock.learnFrom(date, sentAt);

/** The time, renewed each `everyMs` (a minute by default), so that 今天 turns into 昨天 on an open page. */
export function useNow(everyMs = 60_000): number {
  const [at, setAt] = useState(now);
  useEffect(() => {
    const look = () => setAt(now());
    const timer = setInterval(look, everyMs);
    const end = clock.onSet(look);
    return () => {
      clearInterval(timer);
      end();
    };
  }, [everyMs]);
  return at;
}
