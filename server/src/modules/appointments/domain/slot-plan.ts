import { type DayHours, instantAt, type LocalDate, MINUTE_MS } from '@yiyun/shared';

export const SLOT_MINUTES = 30;

export interface PlannedSlot {
  startsAt: number;
  endsAt: number;
}

/** The slots of one day: whole half hours within the opening hours. A rest shorter than a slot is not offered. */
export function slotsOf(on: LocalDate, hours: DayHours, minutes = SLOT_MINUTES): PlannedSlot[] {
  return hours.flatMap(({ fromMinutes, toMinutes }) =>
    Array.from({ length: Math.floor((toMinutes - fromMinutes) / minutes) }, (_, i) => {
      const startsAt = instantAt(on, fromMinutes + i * minutes);
      return { startsAt, endsAt: startsAt + minutes * MINUTE_MS };
    }),
  );
}
