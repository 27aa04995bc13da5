import { Injectable } from '@nestjs/common';
import {
  type AddMatterBody,
  AppError,
  type ParkTicketBody,
  type StaffTicketView,
  type TicketAction,
  type VersionBody,
} from '@yiyun/shared';
import { PersonalData } from '../../platform/crypto/personal-data.js';
import type { Context, StaffActor } from '../../platform/http/context.js';
import { requireHallOfficer } from '../../platform/http/policies.js';
import { Matters } from '../matters/index.js';
import { type Command, UnitOfWork } from '../records/index.js';
import { AppointmentArrivals } from './appointment-arrivals.js';
import { HallQueues } from './hall-queues.js';
import type { TicketRow } from './storage/ticket.entities.js';
import { TicketRepository } from './storage/ticket.repository.js';
import { statusAfter, type TicketMove, TicketStore } from './storage/ticket.store.js';
import type { WindowStatusRow } from './storage/window.entities.js';
import { WindowStore } from './storage/window.store.js';
import { TicketViews } from './ticket-views.js';

/** What a window does with the ticket that it has in hand. */
@Injectable()
export class ServingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: TicketStore,
    private readonly tickets: TicketRepository,
    private readonly windows: WindowStore,
    private readonly arrivals: AppointmentArrivals,
    private readonly queues: HallQueues,
    private readonly views: TicketViews,
    private readonly matters: Matters,
    private readonly personalData: PersonalData,
  ) {}

  start(ctx: Context, id: string, body: VersionBody): Promise<StaffTicketView> {
    return this.atWindow(ctx, 'start', id, body, async (command, row) => {
      if (row.appointmentId !== null) await this.arrivals.serve(command, row.appointmentId, row.hallId);
      return { kind: 'TicketStarted', changes: { startedAt: row.startedAt ?? command.at } };
    });
  }

  finish(ctx: Context, id: string, body: VersionBody): Promise<StaffTicketView> {
    return this.atWindow(ctx, 'finish', id, body, async (command, row) => {
      if (row.appointmentId !== null) await this.arrivals.complete(command, row.appointmentId);
      const isWhole = !row.interrupted && row.matterIds.length === 1 && row.calledAt !== null;
      const serviceMs = isWhole ? command.at - (row.calledAt as number) : null;
      return { kind: 'TicketFinished', changes: { endedAt: command.at, windowKey: null, serviceMs } };
    });
  }

  miss(ctx: Context, id: string, body: VersionBody): Promise<StaffTicketView> {
    return this.atWindow(ctx, 'miss', id, body, async (_command, row) => ({
      kind: 'TicketMissed',
      changes: { windowKey: null, missedCount: row.missedCount + 1 },
    }));
  }

  /** The window is free for others meanwhile. */
  park(ctx: Context, id: string, body: ParkTicketBody): Promise<StaffTicketView> {
    return this.atWindow(ctx, 'park', id, body, async () => ({
      kind: 'TicketParked',
      changes: { windowKey: null, interrupted: true, reasonSealed: this.personalData.seal(body.reason) },
      personal: { reason: body.reason },
    }));
  }

  /** At the window where it was parked, or where the officer who parked it sits now. */
  resume(ctx: Context, id: string, body: VersionBody): Promise<StaffTicketView> {
    return this.atWindow(ctx, 'resume', id, body, async (command, row, { id: windowId, staffId }) => {
      const held = await this.tickets.atWindow(windowId, row.onDay, command);
      const inHand = held.find(({ windowKey }) => windowKey === windowId);
      if (inHand) throw new AppError('queue.ticket_in_hand', { number: inHand.number });
      return { kind: 'TicketResumed', changes: { windowId, windowKey: windowId, staffId, reasonSealed: null } };
    });
  }

  addMatter(ctx: Context, id: string, { matterId, ...body }: AddMatterBody): Promise<StaffTicketView> {
    const matter = this.matters.get(matterId);
    return this.atWindow(ctx, 'addMatter', id, body, async (_command, row) => {
      if (row.matterIds.includes(matterId)) throw new AppError('request.not_available');
      const isComplex = row.isComplex || matter.group === 'complex';
      return { kind: 'TicketMatterAdded', changes: { matterIds: [...row.matterIds, matterId], isComplex } };
    });
  }

  /** Somebody goes without being served; anybody at the hall may say so. */
  leave(ctx: Context, id: string, { version, reason }: ParkTicketBody): Promise<StaffTicketView> {
    return this.inHall(ctx, 'queue.leave', id, version, async (command, row) =>
      this.store.move(command, row, {
        kind: 'TicketLeft',
        changes: {
          status: statusAfter(row, 'leave'),
          endedAt: command.at,
          reasonSealed: this.personalData.seal(reason),
        },
        personal: { reason },
      }),
    );
  }

  /** One act of the officer in whose hands the ticket is. */
  private atWindow(
    ctx: Context,
    action: TicketAction | 'addMatter',
    id: string,
    { version }: VersionBody,
    moveOf: (command: Command, row: TicketRow, window: WindowStatusRow) => Promise<TicketMove>,
  ): Promise<StaffTicketView> {
    return this.inHall(ctx, `queue.${action}`, id, version, async (command, row, officer) => {
      const status = action === 'addMatter' ? inHand(row) : statusAfter(row, action);
      const window = await this.windowOf(command, row, officer);
      const move = await moveOf(command, row, window);
      return this.store.move(command, row, { ...move, changes: { ...move.changes, status } });
    });
  }

  private async inHall(
    ctx: Context,
    what: string,
    id: string,
    version: number,
    act: (command: Command, row: TicketRow, officer: StaffActor) => Promise<TicketRow>,
  ): Promise<StaffTicketView> {
    const { hallId } = await this.tickets.get(id);
    const view = await this.work.run(ctx, what, async (command) => {
      const officer = requireHallOfficer(ctx, hallId);
      const row = await this.tickets.get(id, command);
      if (row.version !== version) throw new AppError('request.stale');
      return this.views.staff(ctx, await act(command, row, officer), undefined, command);
    });
    this.queues.touch(hallId);
    return view;
  }

  /** The window in whose hands the ticket is, with the officer at it. */
  private async windowOf(command: Command, row: TicketRow, officer: StaffActor): Promise<WindowStatusRow> {
    const seat = await this.windows.ofOfficer(officer.id, command);
    if (!seat) throw new AppError('queue.not_your_window');
    const isMine = row.windowId === seat.id || (row.status === 'parked' && row.staffId === officer.id);
    if (!isMine) throw new AppError('queue.not_your_window');
    return seat;
  }
}

const handled = new Set(['called', 'serving', 'parked']);
function inHand({ status }: TicketRow): TicketRow['status'] {
  if (!handled.has(status)) throw new AppError('request.not_available');
  return status;
}
