import type { HallView, IntervalView, ManagedHallView, WorkingCalendar } from '@yiyun/shared';
import type { Hall } from '../domain/hall.js';
import { openingAt } from '../domain/opening.js';

const interval = ({ fromMinutes, toMinutes }: IntervalView): IntervalView => ({ fromMinutes, toMinutes });

export function hallViewOf(hall: Hall, calendar: WorkingCalendar, now: number): HallView {
  const { today, openNow, nextOpenAt } = openingAt(calendar, now);
  return {
    id: hall.id,
    name: hall.name,
    address: hall.address,
    telephone: hall.telephone,
    latitudeE6: hall.latitudeE6,
    longitudeE6: hall.longitudeE6,
    weekly: hall.weekly.map((day) => day.map(interval)),
    today: today.map(interval),
    openNow,
    nextOpenAt,
    guide: hall.guide,
    sampleNote: hall.sampleNote,
  };
}

export const managedHallViewOf = (
  hall: Hall,
  calendar: WorkingCalendar,
  now: number,
  slotsUntilOn: string | null,
): ManagedHallView => ({
  ...hallViewOf(hall, calendar, now),
  version: hall.version,
  windows: hall.windows.map(({ id, label, skills, active }) => ({ id, label, skills: [...skills], active })),
  capacitySimple: hall.capacitySimple,
  capacityComplex: hall.capacityComplex,
  slotsUntilOn,
});
