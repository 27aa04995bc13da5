import { Injectable } from '@nestjs/common';
import {
  AppError,
  addDays,
  CalendarRangeError,
  type DayHours,
  localDateOf,
  matterGroups,
  openIntervals,
  type SlotDaysView,
  type SlotView,
  type WorkingCalendar,
} from '@yiyun/shared';
import { Clock } from '../../platform/clock.js';
import type { Config } from '../../platform/config/config.js';
import { InjectConfig } from '../../platform/config/config.token.js';
import { Halls } from '../halls/index.js';
import { type Matter, Matters } from '../matters/index.js';
import { slotsOf } from './domain/slot-plan.js';
import { dayKey, SlotRepository } from './storage/slot.repository.js';

const hoursOf = (calendar: WorkingCalendar, on: string): DayHours | undefined => {
  try {
    return openIntervals(calendar, on);
  } catch (error) {
    if (error instanceof CalendarRangeError) return undefined;
    throw error;
  }
};

/** What can be booked, and the making of slots ahead. */
@Injectable()
export class SlotsService {
  constructor(
    private readonly slots: SlotRepository,
    private readonly halls: Halls,
    private readonly matters: Matters,
    private readonly clock: Clock,
    @InjectConfig() private readonly config: Config,
  ) {}

  async days(hallId: string, matterId: string): Promise<SlotDaysView> {
    const hall = this.halls.get(hallId);
    const { group } = this.bookable(matterId);
    const calendar = this.halls.calendarOf(hall.id);
    const today = localDateOf(this.clock.now());
    const last = addDays(today, this.config.slotDaysAhead);
    const remaining = await this.slots.remainingByDay(hall.id, group, today, last);
    const days: SlotDaysView['days'] = [];
    for (let on = today; on <= last; on = addDays(on, 1)) {
      const hours = hoursOf(calendar, on);
      if (!hours) return { days, calendarNote: `工作日历只到${calendar.coversUntil}，之后的日期暂时不能预约` };
      days.push({ on, remaining: remaining.get(on) ?? 0, closedReason: closedReason(calendar, on, hours) });
    }
    return { days, calendarNote: null };
  }

  async ofDay(hallId: string, matterId: string, on: string): Promise<SlotView[]> {
    const hall = this.halls.get(hallId);
    const { group } = this.bookable(matterId);
    const rows = await this.slots.ofDay(hall.id, group, on);
    return rows.map(({ id, startsAt, endsAt, capacity, booked, closedReason: closed }) => ({
      id,
      startsAt,
      endsAt,
      capacity,
      remaining: Math.max(0, capacity - booked),
      closedReason: closed,
    }));
  }

  lastSlotDays(): Promise<ReadonlyMap<string, string>> {
    return this.slots.lastDays();
  }

  /** Makes slots from today until the last bookable day, as far as the calendar reaches. Safe to run at any time. */
  async materialise(): Promise<void> {
    const today = localDateOf(this.clock.now());
    const halls = this.halls.all();
    const ids = halls.map(({ id }) => id);
    const laidOut = await this.slots.laidOut(ids, today, addDays(today, this.config.slotDaysAhead));
    for (const hall of halls) {
      const calendar = this.halls.calendarOf(hall.id);
      for (let day = 0; day <= this.config.slotDaysAhead; day++) {
        const on = addDays(today, day);
        const hours = hoursOf(calendar, on);
        if (!hours) break;
        if (hours.length === 0) continue;
        for (const group of matterGroups) {
          const [planned, capacity] = [slotsOf(on, hours), this.halls.capacityOf(hall, group)];
          const there = laidOut.get(dayKey(hall.id, group, on));
          const complete = planned.every(({ startsAt }) => there?.startsAt.has(startsAt));
          if (complete && there?.capacities.size === 1 && there.capacities.has(capacity)) continue;
          await this.slots.materialise(hall.id, group, on, planned, capacity);
        }
      }
    }
  }

  private bookable(matterId: string): Matter {
    const matter = this.matters.find(matterId);
    if (!matter) throw new AppError('request.not_found');
    if (!matter.counterAvailable) throw new AppError('appointment.matter_not_offered');
    return matter;
  }
}

function closedReason(calendar: WorkingCalendar, on: string, hours: DayHours): string | null {
  if (hours.length > 0) return null;
  return calendar.holidays[on] ?? '休息日';
}
