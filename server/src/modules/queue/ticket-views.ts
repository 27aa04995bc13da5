import { Injectable } from '@nestjs/common';
import type { LiveTicketView, StaffTicketDetailView, StaffTicketView } from '@yiyun/shared';
import { Clock } from '../../platform/clock.js';
import { PersonalData } from '../../platform/crypto/personal-data.js';
import type { Actor, Context } from '../../platform/http/context.js';
import { Halls } from '../halls/index.js';
import { type Matter, Matters } from '../matters/index.js';
import { type Command, RecordReader, StaffNames } from '../records/index.js';
import { AppointmentArrivals } from './appointment-arrivals.js';
import type { Outlook } from './domain/hall-state.js';
import { HallQueues } from './hall-queues.js';
import type { TicketRow } from './storage/ticket.entities.js';
import { liveTicketViewOf, staffTicketViewOf } from './storage/ticket.view.js';

export type OutlookOf = (row: TicketRow) => Outlook | undefined;
const unknown: OutlookOf = () => undefined;

/** Shows tickets to whoever asks, with everything that stands beside the row. */
@Injectable()
export class TicketViews {
  constructor(
    private readonly halls: Halls,
    private readonly matters: Matters,
    private readonly arrivals: AppointmentArrivals,
    private readonly queues: HallQueues,
    private readonly reader: RecordReader,
    private readonly staffNames: StaffNames,
    private readonly personalData: PersonalData,
    private readonly clock: Clock,
  ) {}

  /** What each waiting ticket of a hall can be told now. */
  async outlooks(hallId: string): Promise<OutlookOf> {
    const { state, on } = await this.queues.now(hallId);
    return (row) => (row.status === 'waiting' && row.onDay === on ? state.outlookOf(row) : undefined);
  }

  /** Within a command give the command. */
  async staff(
    ctx: Context,
    row: TicketRow,
    outlookOf: OutlookOf = unknown,
    within?: Command,
  ): Promise<StaffTicketView> {
    const [view] = await this.staffList(mayAct(ctx.actor, row.hallId), [row], outlookOf, within);
    return view as StaffTicketView;
  }

  async staffList(
    mayAct: boolean,
    rows: readonly TicketRow[],
    outlookOf: OutlookOf,
    within?: Command,
  ): Promise<StaffTicketView[]> {
    const visits = await this.arrivals.visits(
      rows.flatMap(({ appointmentId }) => appointmentId ?? []),
      within,
    );
    const staffIds = [...new Set(rows.flatMap(({ reservedStaffId }) => reservedStaffId ?? []))];
    const staffNames =
      staffIds.length > 0 ? await this.staffNames.namesOf(staffIds, within) : new Map<string, string>();
    return rows.map((row) =>
      staffTicketViewOf(row, {
        hall: this.halls.get(row.hallId),
        matters: this.mattersOf(row),
        outlook: outlookOf(row),
        now: within?.at ?? this.clock.now(),
        visit: visits.get(row.appointmentId ?? ''),
        staffNames,
        personalData: this.personalData,
        mayAct,
      }),
    );
  }

  async staffDetail(ctx: Context, row: TicketRow): Promise<StaffTicketDetailView> {
    const view = await this.staff(ctx, row, await this.outlooks(row.hallId));
    return { ...view, timeline: await this.reader.timeline(ctx.actor, `ticket:${row.id}`) };
  }

  live(row: TicketRow, outlookOf: OutlookOf, notifyWhenNear: boolean): LiveTicketView {
    const parts = { hall: this.halls.get(row.hallId), matters: this.mattersOf(row), outlook: outlookOf(row) };
    return liveTicketViewOf(row, parts, { notifyWhenNear, updatedAt: this.clock.now() });
  }

  private mattersOf(row: TicketRow): Matter[] {
    return row.matterIds.flatMap((id) => this.matters.find(id) ?? []);
  }
}

export const mayAct = (actor: Actor, hallId: string): boolean =>
  actor.kind === 'staff' && actor.roles.includes('officer') && actor.hallIds.includes(hallId);
