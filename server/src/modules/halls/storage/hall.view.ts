import type {
  DayHours,
  HallView,
  IntervalView,
  ManagedHallView,
  ServiceWindowView,
  WorkingCalendar,
} from '@yiyun/shared';
import type { Hall, ServiceWindow } from '../domain/hall.js';
import { openingAt } from '../domain/opening.js';

export const hoursViewOf = (hours: DayHours): IntervalView[] =>
  hours.map(({ fromMinutes, toMinutes }) => ({ fromMinutes, toMinutes }));

export function hallViewOf(hall: Hall, calendar: WorkingCalendar, now: number): HallView {
  const { today, openNow, nextOpenAt } = openingAt(calendar, now);
  return {
    id: hall.id,
    name: hall.name,
    address: hall.address,
    telephone: hall.telephone,
    latitudeE6: hall.latitudeE6,
    longitudeE6: hall.longitudeE6,
    weekly: hall.weekly.map(hoursViewOf),
    today: hoursViewOf(today),
    openNow,
    nextOpenAt,
    guide: hall.guide,
    sampleNote: hall.sampleNote,
  };
}

export const windowViewOf = (window: ServiceWindow): ServiceWindowView => ({
  id: window.id,
  label: window.label,
  skills: [...window.skills],
  servesComplex: window.servesComplex,
  roster: window.roster.map(hoursViewOf),
  bookablePercent: window.bookablePercent,
  active: window.active,
});

/** What a managed view needs besides the hall itself. */
export interface ManagedParts {
  slotsUntilOn: string | null;
  dutyLeader: ManagedHallView['dutyLeader'];
}

export const managedHallViewOf = (
  hall: Hall,
  calendar: WorkingCalendar,
  now: number,
  parts: ManagedParts,
): ManagedHallView => ({
  ...hallViewOf(hall, calendar, now),
  version: hall.version,
  windows: hall.windows.map(windowViewOf),
  ...parts,
});
