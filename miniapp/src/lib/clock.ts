import { ServerClock } from '@yiyun/shared';

let clock = new ServerClock(() => Date.now());

/** The present instant, in ms UTC. The app asks nothing else for the time. */
export const now = (): number => clock.now();

/** From the header `Date` of an answer, and when it was asked for. */
export const learnTime = (date: string | undefined, sentAt: number): void => clock.learnFrom(date, sentAt);

/** Calls back whenever the time is put right; gives what ends it. */
export const onTimeSet = (listener: () => void): (() => void) => clock.onSet(listener);

/** Tests set the time here; without an argument the real clock is back. */
export function setClock(source: () => number = () => Date.now()): void {
  clock = new ServerClock(source);
}
