import { Injectable } from '@nestjs/common';
import {
  AppError,
  addDays,
  CalendarRangeError,
  type CapacityDayView,
  type CapacityQuery,
  type CapacityView,
  daysBetween,
  type LocalDate,
  openIntervals,
} from '@yiyun/shared';
import { Database } from '../../../platform/database/database.js';
import { dayNote, Halls, HallsService, hoursViewOf, specialDayOf } from '../../halls/index.js';
import type { SlotState } from '../domain/slot-changes.js';
import { SlotPlanStore } from './slot-plan.store.js';

const MOST_DAYS = 62;

/** The calendar of a hall's capacity: hours, who sits where, and the slots that follow. */
@Injectable()
export class CapacityViewService {
  constructor(
    private readonly db: Database,
    private readonly halls: Halls,
    private readonly hallViews: HallsService,
    private readonly store: SlotPlanStore,
  ) {}

  async view(hallId: string, { fromOn, untilOn }: CapacityQuery): Promise<CapacityView> {
    const hall = await this.hallViews.managed(hallId);
    requireSpan(fromOn, untilOn);
    const slots = await this.store.slotsOf(this.db.read, hallId, fromOn, untilOn);
    const days: CapacityDayView[] = [];
    for (let on = fromOn; on <= untilOn; on = addDays(on, 1)) days.push(this.dayOf(hallId, on, slots));
    return { hall, days };
  }

  private dayOf(hallId: string, on: LocalDate, slots: readonly SlotState[]): CapacityDayView {
    const hall = this.halls.get(hallId);
    const calendar = this.halls.calendarOf(hallId);
    const special = specialDayOf(hall, on);
    try {
      return {
        on,
        hours: hoursViewOf(openIntervals(calendar, on)),
        note: dayNote(hall, calendar, on),
        special: special ? { on, kind: special.kind, hours: hoursViewOf(special.hours), reason: special.reason } : null,
        windows: this.halls.rosterOn(hallId, on).map(({ window, hours, isException }) => ({
          windowId: window.id,
          label: window.label,
          hours: hoursViewOf(hours),
          isException,
        })),
        slots: slots
          .filter((slot) => slot.on === on)
          .map(({ id, group, startsAt, endsAt, capacityTotal, booked, closedReason }) => ({
            slotId: id,
            group,
            startsAt,
            endsAt,
            capacity: capacityTotal,
            booked,
            closedReason,
          })),
      };
    } catch (error) {
      if (!(error instanceof CalendarRangeError)) throw error;
      if (on < error.coversFrom) throw wrong('fromOn', `工作日历从${error.coversFrom}开始`);
      throw new AppError('calendar.beyond', { lastDay: error.coversUntil });
    }
  }
}

function requireSpan(fromOn: LocalDate, untilOn: LocalDate): void {
  if (untilOn < fromOn) throw wrong('untilOn', '结束日期不能早于开始日期');
  if (daysBetween(fromOn, untilOn) >= MOST_DAYS) throw wrong('untilOn', `一次最多看${MOST_DAYS}天`);
}

function wrong(path: string, message: string): AppError {
  const refusal = new AppError('request.invalid');
  refusal.fields = [{ path, message }];
  return refusal;
}
