import { Injectable } from '@nestjs/common';
import {
  AppError,
  type CapacityEffectView,
  type HallWeekBody,
  type LocalDate,
  liveAppointmentStatuses,
  localDateOf,
  type OrdinaryDayBody,
  type RosterExceptionBody,
  type ServiceWindowView,
  type SpecialDayBody,
  type VersionBody,
  type WindowBody,
} from '@yiyun/shared';
import { Clock } from '../../../platform/clock.js';
import { Database, type Transaction } from '../../../platform/database/database.js';
import { list } from '../../../platform/database/sql.js';
import type { Context } from '../../../platform/http/context.js';
import { newId } from '../../../platform/ids.js';
import {
  exceptionFrom,
  type Hall,
  type HallChange,
  HallPlans,
  Halls,
  hallWith,
  requireOpenDay,
  specialDayFrom,
  weekFrom,
  windowFrom,
  windowOf,
  windowViewOf,
} from '../../halls/index.js';
import { Matters } from '../../matters/index.js';
import { type Command, UnitOfWork } from '../../records/index.js';
import { AppointmentViews } from '../appointment.views.js';
import { changedDays, changedPlans, touchedBy } from '../domain/capacity-effect.js';
import type { SlotChanges } from '../domain/slot-changes.js';
import type { AppointmentRow } from '../storage/appointment.entities.js';
import { fromRaw } from '../storage/appointment.rows.js';
import { SlotPlanStore } from './slot-plan.store.js';
import { SlotPlanner } from './slot-planner.js';

/** How a change is read from what was sent, with the hall as it stands. */
type ChangeOf = (hall: Hall) => HallChange;
interface Effect extends Omit<CapacityEffectView, 'touched'> {
  changes: SlotChanges;
  touched: AppointmentRow[];
}

/** Changes of hours and rosters with what follows for the slots, tried or made. */
@Injectable()
export class CapacityChangeService {
  constructor(
    private readonly db: Database,
    private readonly work: UnitOfWork,
    private readonly halls: Halls,
    private readonly plans: HallPlans,
    private readonly matters: Matters,
    private readonly planner: SlotPlanner,
    private readonly store: SlotPlanStore,
    private readonly views: AppointmentViews,
    private readonly clock: Clock,
  ) {}

  week({ weekly }: HallWeekBody): ChangeOf {
    return () => ({ kind: 'week', weekly: weekFrom(weekly) });
  }

  window(body: WindowBody): ChangeOf {
    return (hall) => {
      const known = new Set(this.matters.all().map(({ category }) => category));
      if (!body.skills.every((skill) => known.has(skill))) throw unknownSkill();
      return { kind: 'window', window: windowFrom(hall, body, () => newId(this.clock.now())) };
    };
  }

  specialDay(body: SpecialDayBody): ChangeOf {
    return (hall) => ({ kind: 'specialDay', day: specialDayFrom(this.openCalendar(hall, body.on), body) });
  }

  rosterException(body: RosterExceptionBody): ChangeOf {
    return (hall) => {
      this.openCalendar(hall, body.on);
      return { kind: 'rosterException', exception: exceptionFrom(hall, body) };
    };
  }

  ordinaryDay({ on, windowId }: OrdinaryDayBody): ChangeOf {
    return (hall) => {
      this.openCalendar(hall, on);
      return { kind: 'ordinaryDay', on, windowId: windowId === undefined ? null : windowOf(hall, windowId).id };
    };
  }

  /** Saves the change and brings the slots to it, all of it or nothing. */
  async save(ctx: Context, hallId: string, body: VersionBody, what: string, changeOf: ChangeOf) {
    const hall = await this.plans.now(hallId);
    const saved = await this.work.run(ctx, `capacity.${what}`, async (command) => {
      requireVersion(hall, body);
      const change = changeOf(hall);
      await this.plans.save(command, hall, change);
      const effect = await this.effectOf(command, hall, change, command.at);
      await this.store.write(command, hallId, effect.changes);
      return { effect: await this.viewOf(effect, command), change };
    });
    await this.plans.refresh();
    return saved;
  }

  async saveWindow(ctx: Context, hallId: string, body: WindowBody): Promise<ServiceWindowView> {
    const { change } = await this.save(ctx, hallId, body, 'saveWindow', this.window(body));
    if (change.kind !== 'window') throw new Error(`a window was saved as ${change.kind}`);
    return windowViewOf(change.window);
  }

  /** What would follow; nothing is written. */
  async preview(hallId: string, body: VersionBody, changeOf: ChangeOf): Promise<CapacityEffectView> {
    const hall = await this.plans.now(hallId);
    requireVersion(hall, body);
    return this.viewOf(await this.effectOf(this.db.read, hall, changeOf(hall), this.clock.now()));
  }

  private async effectOf(tx: Pick<Transaction, 'query'>, hall: Hall, change: HallChange, now: number): Promise<Effect> {
    const next = hallWith(hall, change);
    const [today, last] = [localDateOf(now), this.planner.lastDay()];
    const [fromOn, untilOn] = dayOf(change) ?? [today, last];
    if (fromOn > last) {
      const [before, after] = [hall, next].map((one) => this.planner.planOf(one, fromOn, untilOn));
      return { days: changedPlans(before ?? [], after ?? []), changes: { fresh: [], changed: [] }, touched: [] };
    }
    const plan = this.planner.planOf(next, fromOn, untilOn);
    const { existing, ...changes } = await this.store.changes(tx, hall.id, plan, now);
    const days = changedDays(existing, changes);
    const rows = await this.liveOn(tx, hall.id, [...new Set(changes.changed.map(({ after }) => after.on))]);
    const claims = rows.map((row) => ({ ...row, isHeld: row.status === 'held' }));
    return { days, changes, touched: touchedBy(changes, claims).filter(({ isHeld }) => !isHeld) };
  }

  private async liveOn(
    tx: Pick<Transaction, 'query'>,
    hallId: string,
    days: readonly LocalDate[],
  ): Promise<AppointmentRow[]> {
    if (days.length === 0) return [];
    const rows = await tx.query<AppointmentRow[]>(
      `SELECT * FROM appointment WHERE hallId = ? AND onDay IN (${list(days.length)})
       AND status IN (${list(liveAppointmentStatuses.length)}) ORDER BY startsAt, id`,
      [hallId, ...days, ...liveAppointmentStatuses],
    );
    return rows.map(fromRaw);
  }

  private async viewOf({ days, touched }: Effect, within?: Command): Promise<CapacityEffectView> {
    const views = await this.views.forStaff(touched, within);
    return {
      days,
      touched: views.map(({ id, referenceNo, startsAt, matter, taxpayer }) => ({
        id,
        referenceNo,
        startsAt,
        matterName: matter.name,
        taxpayerName: taxpayer.name,
      })),
    };
  }

  private openCalendar(hall: Hall, on: LocalDate) {
    const calendar = this.halls.calendarWith(hall);
    requireOpenDay(on, localDateOf(this.clock.now()), calendar);
    return calendar;
  }
}

/** The one day that a change is about; undefined where it is about all of them. */
function dayOf(change: HallChange): [fromOn: LocalDate, untilOn: LocalDate] | undefined {
  if (change.kind === 'specialDay') return [change.day.on, change.day.on];
  if (change.kind === 'rosterException') return [change.exception.on, change.exception.on];
  return change.kind === 'ordinaryDay' ? [change.on, change.on] : undefined;
}

function requireVersion(hall: Hall, { version }: VersionBody): void {
  if (hall.version !== version) throw new AppError('request.stale');
}

function unknownSkill(): AppError {
  const refusal = new AppError('request.invalid');
  refusal.fields = [{ path: 'skills', message: '请从事项类别中选择办理类别' }];
  return refusal;
}
