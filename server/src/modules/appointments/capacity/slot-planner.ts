import { Injectable } from '@nestjs/common';
import {
  addDays,
  CalendarRangeError,
  type LocalDate,
  localDateOf,
  openIntervals,
  type WorkingCalendar,
} from '@yiyun/shared';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { ConcurrentWriteError, isDuplicate } from '../../../platform/database/database-errors.js';
import { systemContext } from '../../../platform/http/context.js';
import { type Hall, Halls, rosterOn, whyClosed } from '../../halls/index.js';
import { Matters } from '../../matters/index.js';
import { UnitOfWork } from '../../records/index.js';
import { slotsOfDay } from '../domain/capacity.js';
import type { DayPlan } from '../domain/slot-changes.js';
import { BookingPolicies } from '../policies/booking-policies.js';
import { SlotPlanStore } from './slot-plan.store.js';

/** Makes slots ahead, with the places that the windows' rosters give. */
@Injectable()
export class SlotPlanner {
  constructor(
    private readonly db: Database,
    private readonly work: UnitOfWork,
    private readonly store: SlotPlanStore,
    private readonly halls: Halls,
    private readonly matters: Matters,
    private readonly policies: BookingPolicies,
    private readonly clock: Clock,
  ) {}

  /** The last day for which slots are made, as far as the calendar reaches. */
  lastDay(): LocalDate {
    return this.policies.horizon(this.clock.now());
  }

  /** Brings the slots of every hall from today on to what the rosters give. Safe to run at any time. */
  async materialise(): Promise<void> {
    for (const hall of this.halls.all()) await this.bringToPlan(hall);
  }

  /** What a hall with these hours and rosters offers from one day to another, as far as the calendar reaches. */
  planOf(hall: Hall, fromOn: LocalDate, untilOn: LocalDate): DayPlan[] {
    const calendar = this.halls.calendarWith(hall);
    const days: DayPlan[] = [];
    for (let on = fromOn; on <= untilOn; on = addDays(on, 1)) {
      const day = this.dayOf(hall, calendar, on);
      if (!day) break;
      days.push(day);
    }
    return days;
  }

  private dayOf(hall: Hall, calendar: WorkingCalendar, on: LocalDate): DayPlan | undefined {
    try {
      const roster = rosterOn(hall, calendar, on);
      const slots = slotsOfDay(on, openIntervals(calendar, on), roster, this.matters.all());
      return { on, slots, otherwise: whyClosed(hall, calendar, on) };
    } catch (error) {
      if (error instanceof CalendarRangeError) return undefined;
      throw error;
    }
  }

  /** Mostly nothing is to be done, and then nothing is written. */
  private async bringToPlan(hall: Hall): Promise<void> {
    const now = this.clock.now();
    const days = this.planOf(hall, localDateOf(now), this.lastDay());
    const { fresh, changed } = await this.store.changes(this.db.read, hall.id, days, now);
    if (fresh.length === 0 && changed.length === 0) return;
    await this.work.run(systemContext, 'capacity.materialise', async (command) => {
      // Somebody changed the hall since it was read into memory: his own command made the slots anew.
      const [row] = await command.query<{ version: number }[]>('SELECT version FROM hall WHERE id = ?', [hall.id]);
      if (Number(row?.version) !== hall.version) return;
      const changes = await this.store.changes(command, hall.id, days, now);
      await this.store.write(command, hall.id, changes).catch((error: unknown) => {
        throw isDuplicate(error) ? new ConcurrentWriteError('the slots are being made by somebody else') : error;
      });
    });
  }
}
