import { Injectable } from '@nestjs/common';
import {
  AppError,
  halfDayOf,
  type JoinWaitlistBody,
  type Page,
  type PageQuery,
  type VersionBody,
  type WaitlistEntryView,
  type WaitlistScope,
} from '@yiyun/shared';
import { Clock } from '../../../platform/clock.js';
import { ConcurrentWriteError, isDuplicate } from '../../../platform/database/database-errors.js';
import type { Context } from '../../../platform/http/context.js';
import { limitOf, pageOf } from '../../../platform/http/paging.js';
import { citizenOf, requireOwner, requirePhone } from '../../../platform/http/policies.js';
import { newId } from '../../../platform/ids.js';
import { Halls } from '../../halls/index.js';
import { Taxpayers } from '../../identity/index.js';
import { type Command, UnitOfWork } from '../../records/index.js';
import { BookableMatters } from '../bookable-matters.js';
import type { OpenSlot } from '../domain/booking.js';
import { AppointmentMoves, statusAfter } from '../storage/appointment.moves.js';
import { AppointmentRepository } from '../storage/appointment.repository.js';
import { BookingSituation } from '../storage/booking.situation.js';
import { Bookings } from '../storage/bookings.js';
import { SlotRepository } from '../storage/slot.repository.js';
import { WaitlistRow } from './waitlist.entity.js';
import { entryOf, eventOf, type WaitlistListed, WaitlistStore } from './waitlist.store.js';

/** What a citizen does with the waitlist. */
@Injectable()
export class WaitlistService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: WaitlistStore,
    private readonly bookings: Bookings,
    private readonly situations: BookingSituation,
    private readonly slots: SlotRepository,
    private readonly appointments: AppointmentRepository,
    private readonly moves: AppointmentMoves,
    private readonly matters: BookableMatters,
    private readonly taxpayers: Taxpayers,
    private readonly halls: Halls,
    private readonly clock: Clock,
  ) {}

  join(ctx: Context, { slotId, matterId, taxpayerId, scope }: JoinWaitlistBody): Promise<WaitlistEntryView> {
    const { id: citizenId } = requirePhone(ctx);
    const [matter] = this.matters.get([matterId]);
    if (!matter) throw new AppError('request.not_found');
    return this.work.run(ctx, 'waitlist.join', async (command) => {
      const asked = { citizenId, taxpayerId, slotId, matters: [matter], hold: false };
      const { situation } = await this.bookings.look(command, [asked]);
      const slot = situation.slots.get(slotId);
      if (!slot) throw new AppError('request.not_found');
      if (!situation.mayActFor(citizenId, taxpayerId)) throw new AppError('identity.taxpayer_not_yours');
      if (slot.matterGroup !== matter.group) throw new AppError('appointment.matter_not_offered');
      const refusal = situation.refusalByPolicy?.(
        { slotId, citizenId, taxpayerId, groups: [matter.group] },
        slot.onDay,
      );
      if (refusal) throw refusal;
      const within = await this.slotsWithin(command, slot, scope);
      requireWorthWaiting(within, command.at);
      await this.requireRoom(command, { citizenId, taxpayerId }, within, command.at);
      const row = rowOf(newId(command.at), command.at, { slot, scope, matterId, citizenId, taxpayerId, within });
      await this.insert(command, row);
      return this.viewOf(command, row.id);
    });
  }

  async mine(ctx: Context, query: PageQuery): Promise<Page<WaitlistEntryView>> {
    const rows = await this.store.ofCitizen(citizenOf(ctx).id, query);
    const names = await this.taxpayers.taxpayersOf(rows.map(({ taxpayerId }) => taxpayerId));
    return pageOf(
      rows,
      limitOf(query),
      (row) => [row.id],
      (row) => this.view(row, names.get(row.taxpayerId)?.name ?? ''),
    );
  }

  /** Ends the waiting; a place that is held for it goes to the next at once. */
  leave(ctx: Context, id: string, { version }: VersionBody): Promise<WaitlistEntryView> {
    return this.work.run(ctx, 'waitlist.leave', async (command) => {
      const row = requireOwner(ctx, await this.store.find(id, command));
      if (row.status !== 'waiting' && row.status !== 'offered') throw new AppError('request.not_available');
      if (row.version !== version) throw new AppError('request.stale');
      const held = row.appointmentId === null ? undefined : await this.appointments.find(row.appointmentId, command);
      if (held?.status === 'held') {
        const status = statusAfter(held, 'citizen', 'release');
        await this.moves.move(command, held, { status, version: held.version, kind: 'HoldReleased' });
      } else await this.store.move(command, row, { status: 'left', kind: 'WaitlistLeft', byPerson: true });
      return this.viewOf(command, id);
    });
  }

  private async slotsWithin(command: Command, slot: OpenSlot, scope: WaitlistScope): Promise<OpenSlot[]> {
    const ofDay = await this.slots.wholeDay(command, slot, command.at);
    if (scope === 'day') return ofDay;
    if (scope === 'slot') return ofDay.filter(({ id }) => id === slot.id);
    return ofDay.filter(({ startsAt }) => halfDayOf(startsAt) === halfDayOf(slot.startsAt));
  }

  /** In some half-day of the time waited for, the taxpayer may still have an appointment. */
  private async requireRoom(
    command: Command,
    who: Pick<WaitlistRow, 'citizenId' | 'taxpayerId'>,
    within: readonly OpenSlot[],
    now: number,
  ): Promise<void> {
    for (const slot of within.filter(({ startsAt }) => startsAt > now)) {
      if (await this.situations.hasRoom(command, who, slot, now)) return;
    }
    throw new AppError('appointment.already_booked');
  }

  private async insert(command: Command, row: WaitlistRow): Promise<void> {
    if (await this.store.isWaiting(command, row.activeKey ?? '')) throw new AppError('waitlist.already_waiting');
    try {
      await command.manager.insert(WaitlistRow, row);
    } catch (error) {
      throw isDuplicate(error) ? new ConcurrentWriteError('the same is being waited for already') : error;
    }
    const { id: _id, version: _version, citizenId: _citizen, ...facts } = row;
    command.record({ ...entryOf(row), kind: 'WaitlistJoined', facts, first: true });
    command.emit(eventOf(row, 'WaitlistJoined'));
  }

  private async viewOf(command: Command, id: string): Promise<WaitlistEntryView> {
    const row = (await this.store.find(id, command)) as WaitlistListed;
    return this.view(row, (await this.taxpayers.taxpayerOf(row.taxpayerId, command)).name);
  }

  /** An offer whose time is over is over, although nothing has ended it yet. */
  private view(row: WaitlistListed, taxpayerName: string): WaitlistEntryView {
    const isOver = row.status === 'offered' && (row.heldUntil ?? 0) <= this.clock.now();
    const [matter] = this.matters.booked([row.matterId]);
    const { name } = this.halls.get(row.hallId);
    return {
      id: row.id,
      status: isOver ? 'lapsed' : row.status,
      version: row.version,
      hall: { id: row.hallId, name },
      matter: { id: row.matterId, name: matter?.name ?? '' },
      taxpayer: { id: row.taxpayerId, name: taxpayerName },
      scope: row.scope,
      on: row.onDay,
      fromAt: row.fromAt,
      untilAt: row.untilAt,
      aheadCount: row.status === 'waiting' ? row.aheadCount : 0,
      joinedAt: row.joinedAt,
      appointmentId: row.appointmentId,
      heldUntil: row.status === 'offered' && !isOver ? row.heldUntil : null,
    };
  }
}

/** One waits only where nothing is left, and something may still come. */
function requireWorthWaiting(within: readonly OpenSlot[], now: number): void {
  const coming = within.filter(({ startsAt }) => startsAt > now);
  if (coming.length === 0) throw new AppError('appointment.slot_past');
  const open = coming.filter(({ closedReason }) => closedReason === null);
  if (open.length === 0) throw new AppError('appointment.slot_closed');
  if (open.some(({ booked, capacityPublic }) => booked < capacityPublic)) throw new AppError('waitlist.place_free');
}

interface Joining extends Pick<WaitlistRow, 'scope' | 'matterId' | 'citizenId' | 'taxpayerId'> {
  slot: OpenSlot;
  within: readonly OpenSlot[];
}
function rowOf(id: string, now: number, { slot, within, ...wish }: Joining): WaitlistRow {
  const fromAt = Math.min(...within.map(({ startsAt }) => startsAt));
  const untilAt = Math.max(...within.map(({ endsAt }) => endsAt));
  const { hallId, matterGroup, onDay } = slot;
  return {
    id,
    version: 1,
    status: 'waiting',
    hallId,
    matterGroup,
    onDay,
    ...wish,
    fromAt,
    untilAt,
    joinedAt: now,
    activeKey: `${wish.taxpayerId}:${hallId}:${matterGroup}:${fromAt}:${untilAt}`,
    appointmentId: null,
  };
}
