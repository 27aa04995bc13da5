import { Injectable } from '@nestjs/common';
import { AppError, type StaffTicketView, type TransferTicketBody, type VersionBody } from '@yiyun/shared';
import { PersonalData } from '../../platform/crypto/personal-data.js';
import type { Context } from '../../platform/http/context.js';
import { requireHallOfficer } from '../../platform/http/policies.js';
import { Halls } from '../halls/index.js';
import { Matters } from '../matters/index.js';
import { type Command, StaffNames, UnitOfWork } from '../records/index.js';
import { timesOfReturn } from './domain/call-order.js';
import { HallQueues } from './hall-queues.js';
import { HallWindows } from './hall-windows.js';
import type { TicketRow } from './storage/ticket.entities.js';
import { TicketRepository } from './storage/ticket.repository.js';
import type { TicketChanges } from './storage/ticket.rows.js';
import { statusAfter, TicketStore } from './storage/ticket.store.js';
import { WindowStore } from './storage/window.store.js';
import { TicketViews } from './ticket-views.js';

interface HandOver {
  to: string;
  changes: TicketChanges;
  facts: Record<string, string | null>;
}

/** Tickets that go back into the queue: handed over, or missed and here after all. */
@Injectable()
export class WaitingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: TicketStore,
    private readonly tickets: TicketRepository,
    private readonly windows: WindowStore,
    private readonly places: HallWindows,
    private readonly queues: HallQueues,
    private readonly views: TicketViews,
    private readonly halls: Halls,
    private readonly matters: Matters,
    private readonly staffNames: StaffNames,
    private readonly personalData: PersonalData,
  ) {}

  /** Keeps its place in the order: it comes first, as a rule, to whom it was handed. */
  async transfer(ctx: Context, id: string, body: TransferTicketBody): Promise<StaffTicketView> {
    const { reason, version } = body;
    return this.backIntoQueue(ctx, 'queue.transfer', id, version, async (command, row) => {
      const status = statusAfter(row, 'transfer');
      const seat = await this.windows.ofOfficer(requireHallOfficer(ctx, row.hallId).id, command);
      const isMine = seat && (row.windowId === seat.id || (row.status === 'parked' && row.staffId === seat.staffId));
      if (!seat || !isMine) throw new AppError('queue.not_your_window');
      const { to, changes, facts } = await this.handOver(command, row, body);
      const from = `${this.places.labelOf(seat.id)} ${await this.nameOf(command, seat.staffId ?? '')}`;
      const entry = { at: command.at, from, to, reasonSealed: this.personalData.seal(reason) };
      return this.store.move(command, row, {
        kind: 'TicketTransferred',
        changes: {
          ...changes,
          status,
          windowId: null,
          windowKey: null,
          interrupted: true,
          reasonSealed: null,
          transfers: [...row.transfers, entry],
        },
        facts: { transfer: { fromWindowId: seat.id, fromStaffId: seat.staffId, from, to, ...facts } },
        personal: { reason },
      });
    });
  }

  return(ctx: Context, id: string, { version }: VersionBody): Promise<StaffTicketView> {
    return this.backIntoQueue(ctx, 'queue.return', id, version, async (command, row) => {
      const { state } = await this.queues.now(row.hallId);
      const { policy, windows } = state.reading;
      const settings = { policy, windows, afterCalls: policy.returnAfterCalls };
      const changes = { status: statusAfter(row, 'return'), ...timesOfReturn(row, state.order, settings) };
      return this.store.move(command, row, { kind: 'TicketReturned', changes: { ...changes, windowId: null } });
    });
  }

  private async backIntoQueue(
    ctx: Context,
    what: string,
    id: string,
    version: number,
    act: (command: Command, row: TicketRow) => Promise<TicketRow>,
  ): Promise<StaffTicketView> {
    const { hallId } = await this.tickets.get(id);
    const view = await this.work.run(ctx, what, async (command) => {
      requireHallOfficer(ctx, hallId);
      const row = await this.tickets.get(id, command);
      if (row.version !== version) throw new AppError('request.stale');
      const moved = await act(command, row);
      return this.views.staff(ctx, moved, await this.views.outlooks(hallId), command);
    });
    this.queues.touch(hallId);
    return view;
  }

  private handOver(command: Command, row: TicketRow, body: TransferTicketBody): Promise<HandOver> {
    const { windowId, staffId, matterId } = body;
    if ([windowId, staffId, matterId].filter(Boolean).length !== 1) throw whereTo();
    if (windowId) return this.toWindow(command, row, windowId);
    return staffId ? this.toOfficer(command, row, staffId) : Promise.resolve(this.toMatter(row, matterId ?? ''));
  }

  private async toWindow(command: Command, row: TicketRow, windowId: string): Promise<HandOver> {
    const { hall, window } = this.places.get(windowId);
    if (hall.id !== row.hallId) throw new AppError('request.not_found');
    const status = await this.windows.find(windowId, command);
    if (!status || status.state === 'closed') throw new AppError('queue.window_not_open');
    return {
      to: window.label,
      changes: { reservedWindowId: windowId, reservedStaffId: null },
      facts: { toWindowId: windowId },
    };
  }

  private async toOfficer(command: Command, row: TicketRow, staffId: string): Promise<HandOver> {
    const seat = await this.windows.ofOfficer(staffId, command);
    if (seat?.hallId !== row.hallId) throw new AppError('queue.window_not_open');
    return {
      to: await this.nameOf(command, staffId),
      changes: { reservedWindowId: null, reservedStaffId: staffId },
      facts: { toStaffId: staffId },
    };
  }

  private toMatter(row: TicketRow, matterId: string): HandOver {
    const { id, name, category, group, counterAvailable } = this.matters.get(matterId);
    const isServed = this.halls
      .get(row.hallId)
      .windows.some(({ active, skills }) => active && skills.includes(category));
    if (!isServed || !counterAvailable) throw new AppError('queue.matter_not_served');
    return {
      to: name,
      changes: {
        reservedWindowId: null,
        reservedStaffId: null,
        needs: [category],
        isComplex: group === 'complex',
        matterIds: row.matterIds.includes(id) ? row.matterIds : [...row.matterIds, id],
      },
      facts: { toMatterId: id },
    };
  }

  private async nameOf(command: Command, staffId: string): Promise<string> {
    return (await this.staffNames.namesOf([staffId], command)).get(staffId) ?? '';
  }
}

function whereTo(): AppError {
  const refusal = new AppError('request.invalid');
  refusal.fields = [{ path: 'windowId', message: '请选择转给一个窗口、一位工作人员或一个事项' }];
  return refusal;
}
