import { MINUTE_MS } from '@yiyun/shared';
import { factor, type Lots, pick } from './lots.js';

/** So many of the newest services of each matter are looked at; from so few on they are trusted. */
export const NEWEST_SERVICES = 60;
export const FEWEST_SERVICES = 10;
/** How planned times spread where no real ones are known. */
const PLANNED_SPREAD = 0.5;
const MAX_DRAWS = 12;

/** How long services take, from what they took lately; in milliseconds. */
export interface ServiceTimes {
  /** The time of a ticket with these matters. */
  draw(lots: Lots, matterIds: readonly string[]): number;
  /** What is left of one that has lasted `passed` already. */
  drawRest(lots: Lots, matterIds: readonly string[], passed: number): number;
  /** True when the times of this matter are real ones. */
  isKnown(matterId: string): boolean;
}

/** `newest`: real services in milliseconds, a list a matter, the newest last. `plannedMinutes`: the catalogue's. */
export function serviceTimesOf(
  newest: ReadonlyMap<string, readonly number[]>,
  plannedMinutes: (matterId: string) => number,
): ServiceTimes {
  const real = (matterId: string) => {
    const list = newest.get(matterId);
    return list && list.length >= FEWEST_SERVICES ? list : undefined;
  };
  const one = (lots: Lots, matterId: string): number => {
    const list = real(matterId);
    return list ? pick(lots, list) : plannedMinutes(matterId) * MINUTE_MS * factor(lots, PLANNED_SPREAD);
  };
  const draw = (lots: Lots, matterIds: readonly string[]): number => {
    let sum = 0;
    for (const matterId of matterIds) sum += one(lots, matterId);
    return sum;
  };
  return {
    draw,
    isKnown: (matterId) => real(matterId) !== undefined,
    drawRest: (lots, matterIds, passed) => {
      for (let i = 0; i < MAX_DRAWS; i++) {
        const whole = draw(lots, matterIds);
        if (whole > passed) return whole - passed;
      }
      // It lasts longer than nearly all others did: such a one ends within a part of a usual time, or it does not.
      return draw(lots, matterIds) * lots();
    },
  };
}
