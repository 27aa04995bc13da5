import { Injectable } from '@nestjs/common';
import { AppError, localDateOf, type SetWindowStateBody, type WindowStatusView } from '@yiyun/shared';
import type { Context, StaffActor } from '../../platform/http/context.js';
import { requireHallOfficer } from '../../platform/http/policies.js';
import { type Hall, Halls, type ServiceWindow } from '../halls/index.js';
import { type Command, StaffNames, UnitOfWork } from '../records/index.js';
import { HallQueues } from './hall-queues.js';
import { HallWindows } from './hall-windows.js';
import { TicketRepository } from './storage/ticket.repository.js';
import { TicketStore } from './storage/ticket.store.js';
import type { WindowStatusRow } from './storage/window.entities.js';
import { type WindowMove, WindowStore } from './storage/window.store.js';
import { windowStatusViewOf } from './storage/window.view.js';

const kinds = { open: 'WindowOpened', paused: 'WindowPaused', closed: 'WindowClosed' } as const;

/** Officers sit down at windows, pause and go. */
@Injectable()
export class WindowsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: WindowStore,
    private readonly tickets: TicketRepository,
    private readonly moves: TicketStore,
    private readonly places: HallWindows,
    private readonly queues: HallQueues,
    private readonly halls: Halls,
    private readonly staffNames: StaffNames,
  ) {}

  async setState(ctx: Context, windowId: string, body: SetWindowStateBody): Promise<WindowStatusView> {
    const { hall, window } = this.places.get(windowId);
    const { windows } = await this.queues.now(hall.id);
    const before = windows.find((one) => one.window.id === windowId);
    const view = await this.work.run(ctx, 'queue.setWindowState', async (command) => {
      const officer = requireHallOfficer(ctx, hall.id);
      if (body.state === 'paused' && !body.reason) throw reasonMissing();
      const status = await this.move(command, officer, hall, window, {
        kind: kinds[body.state],
        state: body.state,
        reason: body.state === 'paused' ? (body.reason ?? null) : null,
        staffId: officer.id,
      });
      const [name, ticket] = [await this.nameOf(status, command), await this.inHand(windowId, command)];
      return windowStatusViewOf(window, status, {
        officerName: name,
        rostered: before?.isRostered ?? false,
        ticket,
        served: before?.served ?? 0,
      });
    });
    this.queues.touch(hall.id);
    return view;
  }

  /** The caller sits down at a further window because too many wait. */
  async openEmergency(ctx: Context, hallId: string, windowId: string): Promise<void> {
    const { hall, window } = this.places.get(windowId);
    if (hall.id !== this.halls.get(hallId).id) throw new AppError('request.not_found');
    await this.work.run(ctx, 'queue.openEmergency', async (command) => {
      const officer = requireHallOfficer(ctx, hallId);
      const move = { kind: 'EmergencyWindowOpened', state: 'open', reason: null, staffId: officer.id } as const;
      await this.move(command, officer, hall, window, { ...move, isEmergency: true });
      return {};
    });
    this.queues.touch(hallId);
  }

  private async move(
    command: Command,
    officer: StaffActor,
    hall: Hall,
    window: ServiceWindow,
    move: WindowMove,
  ): Promise<WindowStatusRow | undefined> {
    const seen = await this.store.find(window.id, command);
    if (seen && seen.state !== 'closed' && seen.staffId !== officer.id) {
      throw new AppError('queue.window_taken', { name: (await this.nameOf(seen, command)) ?? '' });
    }
    if (isAsWanted(seen, move)) return seen;
    if (move.state === 'open' || move.state === 'paused') {
      const elsewhere = await this.store.ofOfficer(officer.id, command);
      if (elsewhere && elsewhere.id !== window.id) {
        throw new AppError('queue.already_at_window', { label: this.places.labelOf(elsewhere.id) });
      }
    }
    if (move.state !== 'open') await this.requireEmptyHands(command, window.id, move.state === 'closed');
    const status = await this.store.move(command, window.id, hall.id, seen, move);
    if (move.state === 'closed') await this.releaseHandedOver(command, hall.id, status);
    return status;
  }

  /** Who goes leaves nobody standing: not for a moment with somebody before him, not for good with a parked ticket. */
  private async requireEmptyHands(command: Command, windowId: string, forGood: boolean): Promise<void> {
    const held = await this.tickets.atWindow(windowId, localDateOf(command.at), command);
    const ticket = held.find(({ windowKey }) => windowKey !== null || forGood);
    if (ticket) throw new AppError('queue.ticket_in_hand', { number: ticket.number });
  }

  /** What was handed to this window or officer waits for everybody again, in its old place. */
  private async releaseHandedOver(command: Command, hallId: string, status: WindowStatusRow): Promise<void> {
    for (const row of await this.tickets.reservedFor(hallId, status.id, status.staffId ?? '', command)) {
      const changes = { reservedWindowId: null, reservedStaffId: null };
      await this.moves.moveAgain(command, row, { kind: 'TicketReleased', changes });
    }
  }

  private async nameOf(status: WindowStatusRow | undefined, command: Command): Promise<string | undefined> {
    if (!status?.staffId) return undefined;
    return (await this.staffNames.namesOf([status.staffId], command)).get(status.staffId);
  }

  private async inHand(windowId: string, command: Command) {
    const held = await this.tickets.atWindow(windowId, localDateOf(command.at), command);
    return held.find(({ windowKey }) => windowKey === windowId);
  }
}

const isAsWanted = (seen: WindowStatusRow | undefined, { state, reason, isEmergency }: WindowMove): boolean =>
  (seen?.state ?? 'closed') === state && (seen?.reason ?? null) === reason && !isEmergency;

function reasonMissing(): AppError {
  const refusal = new AppError('request.invalid');
  refusal.fields = [{ path: 'reason', message: '请填写暂停的原因' }];
  return refusal;
}
