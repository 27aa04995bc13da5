import {
  addDays,
  type CapacityDayView,
  type LocalDate,
  type MatterGroup,
  matterGroups,
  weekdayOf,
} from '@yiyun/shared';

/** Monday of the week of a day. */
export const mondayOfDay = (on: LocalDate): LocalDate => addDays(on, 1 - weekdayOf(on));

/** Places of a day, of one group or of all. */
export interface Places {
  capacity: number;
  booked: number;
}

/** How many can be booked on a day, and how many are; closed slots count no places. */
export function placesOf({ slots }: Pick<CapacityDayView, 'slots'>, group?: MatterGroup): Places {
  const counted = slots.filter((slot) => group === undefined || slot.group === group);
  return {
    capacity: counted.reduce((sum, { capacity, closedReason }) => sum + (closedReason === null ? capacity : 0), 0),
    booked: counted.reduce((sum, { booked }) => sum + booked, 0),
  };
}

/** A day's slots by their beginning, both groups together: for a small drawing of how full they are. */
export function fillOf({
  slots,
}: Pick<CapacityDayView, 'slots'>): { startsAt: number; share: number; isClosed: boolean }[] {
  const starts = [...new Set(slots.map(({ startsAt }) => startsAt))].sort((a, b) => a - b);
  return starts.map((startsAt) => {
    const same = slots.filter((slot) => slot.startsAt === startsAt);
    const { capacity, booked } = placesOf({ slots: same });
    return { startsAt, share: capacity === 0 ? 0 : Math.min(1, booked / capacity), isClosed: capacity === 0 };
  });
}

export const groupNames: Record<MatterGroup, string> = { simple: '简易', complex: '复杂' };

/** Places of each group, in the order in which they are named. */
export const placesByGroup = (day: Pick<CapacityDayView, 'slots'>): [string, Places][] =>
  matterGroups.map((group) => [groupNames[group], placesOf(day, group)]);
