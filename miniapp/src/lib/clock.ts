let read = () => Date.now();
/** How far the server is ahead of the phone, in ms; 0 while the two agree. */
let ahead = 0;
const TOLERANCE_MS = 5_000;

/** The present instant, in ms UTC, by the server's clock as far as it is known. The app asks nothing else for the time. */
export const now = (): number => read() + ahead;

/**
 * Learns from an answer what time it is: the server said `at` at some moment since `sentAt`. Phones that are set wrong by
 * more than the tolerance are put right, so that a place that is held for ten minutes is not shown as lost.
 */
export function learnTime(at: number, sentAt: number): void {
  const arrivedAt = now();
  if (at >= sentAt - TOLERANCE_MS && at <= arrivedAt + TOLERANCE_MS) return;
  const skew = at - (sentAt + arrivedAt) / 2 + ahead;
  ahead = Math.abs(skew) > TOLERANCE_MS ? Math.round(skew) : 0;
}

/** Tests set the time here; without an argument the real clock is back. */
export function setClock(source: () => number = () => Date.now()): void {
  read = source;
  ahead = 0;
}
