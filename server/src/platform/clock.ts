/** The one source of the time: instants in milliseconds UTC. Tests put a clock of their own in its place. */
export abstract class Clock {
  abstract now(): number;
}

export class SystemClock extends Clock {
  override now(): number {
    return Date.now();
  }
}

/** A clock that can be put forward, but never back: what happened stays in the past. */
export abstract class MovableClock extends Clock {
  abstract advance(ms: number): void;
}
