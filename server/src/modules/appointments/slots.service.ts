import { Injectable } from '@nestjs/common';
import {
  addDays,
  CalendarRangeError,
  type DayHours,
  localDateOf,
  type MatterGroup,
  openIntervals,
  refusalByDay,
  type SlotDaysView,
  type SlotView,
  type WorkingCalendar,
} from '@yiyun/shared';
import { Clock } from '../../platform/clock.js';
import { Halls, whyClosed } from '../halls/index.js';
import { BookableMatters } from './bookable-matters.js';
import { SlotPlanner } from './capacity/slot-planner.js';
import { runsOf } from './domain/booking.js';
import { BookingPolicies } from './policies/booking-policies.js';
import { type FreeSlot, SlotRepository } from './storage/slot.repository.js';

const hoursOf = (calendar: WorkingCalendar, on: string): DayHours | undefined => {
  try {
    return openIntervals(calendar, on);
  } catch (error) {
    if (error instanceof CalendarRangeError) return undefined;
    throw error;
  }
};

/** Said of the slots of a day that can't be booked yet, or no more. */
const NOT_OPEN = '还没有开放预约，或已超出可预约的日期';

/** What can be booked, and the making of slots ahead. */
@Injectable()
export class SlotsService {
  constructor(
    private readonly slots: SlotRepository,
    private readonly halls: Halls,
    private readonly matters: BookableMatters,
    private readonly planner: SlotPlanner,
    private readonly clock: Clock,
    private readonly policies: BookingPolicies,
  ) {}

  async days(hallId: string, matterIds: readonly string[]): Promise<SlotDaysView> {
    const hall = this.halls.get(hallId);
    const calendar = this.halls.calendarOf(hall.id);
    const { fromOn, untilOn } = this.policies.bookable(this.clock.now());
    const remaining = await this.remainingByDay(hall.id, this.groupsOf(matterIds), fromOn, untilOn);
    const days: SlotDaysView['days'] = [];
    for (let on = fromOn; on <= untilOn; on = addDays(on, 1)) {
      const hours = hoursOf(calendar, on);
      if (!hours) return { days, calendarNote: `工作日历只到${calendar.coversUntil}，之后的日期暂时不能预约` };
      days.push({
        on,
        remaining: remaining.get(on) ?? 0,
        closedReason: hours.length > 0 ? null : whyClosed(hall, calendar, on),
      });
    }
    return { days, calendarNote: null };
  }

  /** The same as anybody sees it: nothing can be booked on a day that the rules have not opened. */
  async offered(hallId: string, matterIds: readonly string[], on: string): Promise<SlotView[]> {
    const slots = await this.ofDay(hallId, matterIds, on);
    if (!refusalByDay(on, this.policies.bookable(this.clock.now()))) return slots;
    return slots.map((slot) => ({ ...slot, closedReason: slot.closedReason ?? NOT_OPEN }));
  }

  /** Where one can begin that day; with several matters, where each finds a slot after the one before. */
  async ofDay(hallId: string, matterIds: readonly string[], on: string): Promise<SlotView[]> {
    const hall = this.halls.get(hallId);
    const groups = this.groupsOf(matterIds);
    const ofGroups = await Promise.all([...new Set(groups)].map((group) => this.slots.ofDay(hall.id, group, on)));
    return beginnings(ofGroups.flat(), groups);
  }

  lastSlotDays(): Promise<ReadonlyMap<string, string>> {
    return this.slots.lastDays();
  }

  /** Makes slots from today until the last bookable day, as far as the calendar reaches. Safe to run at any time. */
  materialise(): Promise<void> {
    return this.planner.materialise();
  }

  private groupsOf(matterIds: readonly string[]): MatterGroup[] {
    return this.matters.get(matterIds).map(({ group }) => group);
  }

  private async remainingByDay(
    hallId: string,
    groups: readonly MatterGroup[],
    fromOn: string,
    untilOn: string,
  ): Promise<ReadonlyMap<string, number>> {
    const [group] = groups as [MatterGroup];
    if (groups.length === 1) return this.slots.remainingByDay(hallId, group, fromOn, untilOn);
    const slots = await this.slots.between(hallId, [...new Set(groups)], fromOn, untilOn);
    const remaining = new Map<string, number>();
    for (const { startsAt, remaining: places, closedReason: closed } of beginnings(slots, groups)) {
      const on = localDateOf(startsAt);
      remaining.set(on, (remaining.get(on) ?? 0) + (closed === null ? places : 0));
    }
    return remaining;
  }
}

/** Each slot from which on the matters of these groups fit, as it looks to who books them together. */
function beginnings(slots: readonly FreeSlot[], groups: readonly MatterGroup[]): SlotView[] {
  const runOf = runsOf(slots);
  return slots
    .filter(({ matterGroup }) => matterGroup === groups[0])
    .flatMap((first) => {
      const run = runOf(first, groups);
      return run ? [viewOf(run)] : [];
    });
}

function viewOf(run: readonly FreeSlot[]): SlotView {
  const [first, last] = [run[0] as FreeSlot, run.at(-1) as FreeSlot];
  return {
    id: first.id,
    startsAt: first.startsAt,
    endsAt: last.endsAt,
    capacity: first.capacity,
    remaining: Math.min(...run.map(({ remaining }) => remaining)),
    closedReason: run.find((slot) => slot.closedReason !== null)?.closedReason ?? null,
  };
}
