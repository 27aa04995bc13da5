import { Injectable } from '@nestjs/common';
import { AppError, localDateOf, type StaffTicketView, type VersionBody, type WindowBodyOf } from '@yiyun/shared';
import { Clock } from '../../platform/clock.js';
import { ConcurrentWriteError } from '../../platform/database/database-errors.js';
import type { Context, StaffActor } from '../../platform/http/context.js';
import { requireHallOfficer } from '../../platform/http/policies.js';
import { type Command, UnitOfWork } from '../records/index.js';
import { callOrder } from './domain/call-order.js';
import type { CallingWindow } from './domain/ticket.js';
import { HallQueues } from './hall-queues.js';
import { HallWindows } from './hall-windows.js';
import { QueuePolicies } from './queue-policies.js';
import type { TicketRow } from './storage/ticket.entities.js';
import { TicketRepository } from './storage/ticket.repository.js';
import { statusAfter, TicketStore } from './storage/ticket.store.js';
import type { WindowStatusRow } from './storage/window.entities.js';
import { requireSeated, WindowStore } from './storage/window.store.js';
import { TicketViews } from './ticket-views.js';

/** A window calls: the next by the order, or one that an officer picks. */
@Injectable()
export class CallService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: TicketStore,
    private readonly tickets: TicketRepository,
    private readonly windows: WindowStore,
    private readonly places: HallWindows,
    private readonly policies: QueuePolicies,
    private readonly queues: HallQueues,
    private readonly views: TicketViews,
    private readonly clock: Clock,
  ) {}

  /**
   * Q1: takes the head of the order by compare-and-set; who loses it to another window takes the next. Everything is read
   * outside the transaction, so that its changes meet what is there now and never an old view of it.
   */
  async callNext(ctx: Context, windowId: string): Promise<{ ticket: StaffTicketView | null }> {
    const { hall, window } = this.places.get(windowId);
    const result = await this.work.run(ctx, 'queue.callNext', async (command) => {
      const officer = requireHallOfficer(ctx, hall.id);
      const status = await this.freeWindow(windowId, officer);
      const rules = await this.policies.rulesOf(hall.id);
      const waiting = await this.tickets.ofDay(hall.id, localDateOf(command.at), ['waiting']);
      const calling: CallingWindow = { ...window, staffId: officer.id };
      const order = callOrder(waiting, rules, calling);
      if (order.length === 0) return { ticket: null };
      await this.takeTurn(command, status);
      for (const row of order) {
        const called = await this.take(command, row, { officer, windowId, outOfTurn: false });
        if (called) return { ticket: await this.views.staff(ctx, called, undefined, command) };
      }
      throw new ConcurrentWriteError('everybody who waited was called by others');
    });
    this.queues.touch(hall.id);
    return result;
  }

  async call(
    ctx: Context,
    ticketId: string,
    { windowId, version }: WindowBodyOf & VersionBody,
  ): Promise<StaffTicketView> {
    const { hallId } = await this.tickets.get(ticketId);
    const view = await this.work.run(ctx, 'queue.call', async (command) => {
      const officer = requireHallOfficer(ctx, hallId);
      const { hall, window } = this.places.get(windowId);
      if (hall.id !== hallId) throw new AppError('request.not_found');
      const status = await this.freeWindow(windowId, officer);
      const row = await this.tickets.get(ticketId);
      if (row.version !== version) throw new AppError('request.stale');
      statusAfter(row, 'call');
      if (isOthers(row, { ...window, staffId: officer.id })) throw new AppError('queue.not_your_window');
      await this.takeTurn(command, status);
      const outOfTurn = await this.isOutOfTurn(row, { ...window, staffId: officer.id });
      const called = await this.take(command, row, { officer, windowId, outOfTurn });
      if (!called) throw new AppError('request.stale');
      return this.views.staff(ctx, called, undefined, command);
    });
    this.queues.touch(hallId);
    return view;
  }

  async recall(ctx: Context, ticketId: string, { version }: VersionBody): Promise<StaffTicketView> {
    const { hallId } = await this.tickets.get(ticketId);
    const view = await this.work.run(ctx, 'queue.recall', async (command) => {
      const officer = requireHallOfficer(ctx, hallId);
      const row = await this.tickets.get(ticketId, command);
      statusAfter(row, 'recall');
      const status = await this.windows.find(row.windowId ?? '', command);
      if (status?.staffId !== officer.id || status.state === 'closed') throw new AppError('queue.not_your_window');
      if (row.version !== version) throw new AppError('request.stale');
      const changes = { recallCount: row.recallCount + 1 };
      return this.views.staff(
        ctx,
        await this.store.move(command, row, { kind: 'TicketRecalled', changes }),
        undefined,
        command,
      );
    });
    this.queues.touch(hallId);
    return view;
  }

  /** The window, open and with nobody in hand. */
  private async freeWindow(windowId: string, officer: StaffActor): Promise<WindowStatusRow> {
    const status = requireSeated(await this.windows.find(windowId), officer.id);
    if (status.state !== 'open') throw new AppError('queue.window_not_open');
    const held = await this.tickets.atWindow(windowId, localDateOf(this.clock.now()));
    const inHand = held.find(({ windowKey }) => windowKey === windowId);
    if (inHand) throw new AppError('queue.ticket_in_hand', { number: inHand.number });
    return status;
  }

  private async takeTurn(command: Command, status: WindowStatusRow): Promise<void> {
    if (!(await this.windows.takeTurn(command, status))) throw new ConcurrentWriteError('the window moved meanwhile');
  }

  private take(
    command: Command,
    row: TicketRow,
    { officer, windowId, outOfTurn }: { officer: StaffActor; windowId: string; outOfTurn: boolean },
  ): Promise<TicketRow | undefined> {
    return this.store.tryMove(command, row, {
      kind: 'TicketCalled',
      changes: {
        status: statusAfter(row, 'call'),
        windowId,
        windowKey: windowId,
        staffId: officer.id,
        calledAt: command.at,
        firstCalledAt: row.firstCalledAt ?? command.at,
        reservedWindowId: null,
        reservedStaffId: null,
        recallCount: 0,
      },
      ...(outOfTurn && { facts: { outOfTurn } }),
    });
  }

  /** Whether somebody else would have been called by the order. */
  private async isOutOfTurn(row: TicketRow, window: CallingWindow): Promise<boolean> {
    const waiting = await this.tickets.ofDay(row.hallId, row.onDay, ['waiting']);
    return callOrder(waiting, await this.policies.rulesOf(row.hallId), window)[0]?.id !== row.id;
  }
}

/** Handed to another window or officer. */
const isOthers = ({ reservedWindowId, reservedStaffId }: TicketRow, window: CallingWindow): boolean =>
  (reservedWindowId !== null && reservedWindowId !== window.id) ||
  (reservedStaffId !== null && reservedStaffId !== window.staffId);
