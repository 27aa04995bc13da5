import { type DayHours, instantAt, type LocalDate, type MatterGroup, MINUTE_MS, matterGroups } from '@yiyun/shared';
import type { RosteredWindow, ServiceWindow } from '../../halls/index.js';
import type { Matter } from '../../matters/index.js';

export const SLOT_MINUTES = 30;

/** Half an hour of one group, with the places that it has by the plan. */
export interface PlannedSlot {
  group: MatterGroup;
  startsAt: number;
  endsAt: number;
  capacity: number;
}

type ServedMatter = Pick<Matter, 'category' | 'group' | 'serviceMinutes' | 'counterAvailable'>;

/**
 * Places that a minute at this window gives to each group: its bookable share of the minute ÷ the mean service time of
 * what is served there, shared between the groups by the number of their matters, as if each matter came equally often.
 * Complex matters count only where the window is marked for them.
 */
export function placesPerMinute(
  { skills, servesComplex, bookablePercent }: ServiceWindow,
  matters: readonly ServedMatter[],
): Record<MatterGroup, number> {
  const served = matters.filter(
    ({ category, group, counterAvailable }) =>
      counterAvailable && skills.includes(category) && (servesComplex || group === 'simple'),
  );
  const minutes = served.reduce((sum, { serviceMinutes }) => sum + serviceMinutes, 0);
  const of = (wanted: MatterGroup): number =>
    minutes === 0 ? 0 : (bookablePercent / 100) * (served.filter(({ group }) => group === wanted).length / minutes);
  return { simple: of('simple'), complex: of('complex') };
}

/** Sums of shares that are whole numbers by the rules of arithmetic may come out a hair below. */
const HAIR = 1e-9;

/**
 * The slots of one day: whole half hours, on the hour and the half hour, within the hall's hours, with the places that the
 * windows staffed then have for each group. A window that is staffed for a part of a slot counts for that part.
 */
export function slotsOfDay(
  on: LocalDate,
  hours: DayHours,
  roster: readonly RosteredWindow[],
  matters: readonly ServedMatter[],
): PlannedSlot[] {
  const rates = roster.map(({ window, hours: staffed }) => ({ staffed, rate: placesPerMinute(window, matters) }));
  return startsWithin(hours).flatMap((minutes) => {
    const startsAt = instantAt(on, minutes);
    const slot = { startsAt, endsAt: startsAt + SLOT_MINUTES * MINUTE_MS };
    return matterGroups.map((group) => {
      const places = rates.reduce((sum, { staffed, rate }) => sum + rate[group] * minutesOf(staffed, minutes), 0);
      return { group, ...slot, capacity: Math.floor(places + HAIR) };
    });
  });
}

function startsWithin(hours: DayHours): number[] {
  return hours.flatMap(({ fromMinutes, toMinutes }) => {
    const first = Math.ceil(fromMinutes / SLOT_MINUTES) * SLOT_MINUTES;
    const count = Math.max(0, Math.floor((toMinutes - first) / SLOT_MINUTES));
    return Array.from({ length: count }, (_, i) => first + i * SLOT_MINUTES);
  });
}

/** Minutes of the slot that begins then in which somebody sits there. */
const minutesOf = (staffed: DayHours, slotFrom: number): number =>
  staffed.reduce((sum, { fromMinutes, toMinutes }) => {
    const minutes = Math.min(toMinutes, slotFrom + SLOT_MINUTES) - Math.max(fromMinutes, slotFrom);
    return sum + Math.max(0, minutes);
  }, 0);
