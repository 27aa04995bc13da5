import { Injectable } from '@nestjs/common';
import { ConcurrentWriteError } from '../../platform/database/database-errors.js';
import { type AppointmentRow, Appointments, Closings } from '../appointments/index.js';
import { Halls } from '../halls/index.js';
import { Citizens, StaffDirectory, Taxpayers } from '../identity/index.js';
import { MessageReceipts } from '../messaging/index.js';
import type { Command } from '../records/index.js';
import { Callers } from './callers.js';
import { ALTERNATIVES, chooseAlternatives, type Opening } from './domain/alternatives.js';
import { callUnreadAt, earliestAt, heldUntil } from './domain/calls.js';
import { metresBetween } from './domain/distance.js';
import type { CallCause } from './domain/phrases.js';
import { AffectedRepository } from './storage/affected.repository.js';
import type { AffectedPartyRow } from './storage/disruption.entities.js';
import { moveParty } from './storage/move-party.js';

/** What the system does for one affected person at a time. */
@Injectable()
export class Offering {
  constructor(
    private readonly appointments: Appointments,
    private readonly closings: Closings,
    private readonly halls: Halls,
    private readonly taxpayers: Taxpayers,
    private readonly citizens: Citizens,
    private readonly staff: StaffDirectory,
    private readonly receipts: MessageReceipts,
    private readonly callers: Callers,
    private readonly parties: AffectedRepository,
  ) {}

  /**
   * Holds alternatives and tells the person; somebody for whom too few are found, or who has nothing to read it with, is
   * called. Does nothing when it is done.
   */
  async offer(command: Command, id: string): Promise<void> {
    const party = await this.parties.find(id, command);
    if (party?.status !== 'preparing') return;
    const closed = await this.appointments.get(command, party.appointmentId);
    const held = await this.hold(command, party, closed);
    const set = { alternativeIds: held.map((row) => row.id) };
    if (held.length < ALTERNATIVES) return this.call(command, { ...party, ...set }, 'fewFound', held);
    const { hasAccount } = await this.citizens.citizenOf(party.citizenId, command);
    if (!hasAccount) return this.call(command, { ...party, ...set }, 'noAccount', held);
    const callAt = Math.min(callUnreadAt(command.at, closed.startsAt), lastOf(held));
    await moveParty(command, party, { action: 'offer', by: 'system', set: { ...set, callAt }, data: dataOf(held) });
  }

  /** Puts somebody on the call list for whom nothing could be held. */
  async putOnList(command: Command, id: string, cause: CallCause): Promise<void> {
    const party = await this.parties.find(id, command);
    if (party?.status === 'preparing') await this.call(command, party, cause, []);
  }

  /** Whoever has not looked at the offer, or let it run out, is called; whoever has looked keeps the time to choose. */
  async callIfDue(command: Command, id: string): Promise<void> {
    const party = await this.parties.find(id, command);
    if (party?.status !== 'offered' || party.callAt === null || party.callAt > command.at) return;
    const held = await this.heldOf(command, party);
    const readAt = party.readAt ?? (await this.receipts.openedAt(command, party.citizenId, party.id));
    if (readAt === null) return this.call(command, party, 'unread', held);
    if (held.length === 0) return this.call(command, party, 'expired', held);
    await command.change('UPDATE affected_party SET callAt = ?, readAt = COALESCE(readAt, ?) WHERE id = ?', [
      lastOf(held),
      readAt,
      id,
    ]);
  }

  /** Those on call lists whose named officer does not work at the hall any more, or who have none though there is one. */
  async withoutCaller(): Promise<string[]> {
    const found: string[] = [];
    for (const named of await this.parties.callers()) {
      const officers = await this.staff.officersOf(named.hallId);
      const isThere = named.callerId !== null && (officers.includes(named.callerId) || this.leads(named));
      if (!isThere && (officers.length > 0 || named.callerId !== null)) {
        found.push(...(await this.parties.waitingFor(named)));
      }
    }
    return found;
  }

  async nameCaller(command: Command, id: string): Promise<void> {
    const party = await this.parties.find(id, command);
    if (party?.status !== 'toCall') return;
    const callerId = await this.callers.nameFor(command, party);
    if (callerId !== party.callerId)
      await moveParty(command, party, { action: 'nameCaller', by: 'system', set: { callerId } });
  }

  private async hold(command: Command, party: AffectedPartyRow, closed: AppointmentRow): Promise<AppointmentRow[]> {
    const { citizenId, taxpayerId, matterIds } = closed;
    const taxpayer = await this.taxpayers.taxpayerOf(taxpayerId, command);
    const chosen = await this.choose(command, party, closed);
    const held: AppointmentRow[] = [];
    for (const { slotIds, startsAt } of [...chosen].sort((a, b) =>
      (a.slotIds[0] as string) < (b.slotIds[0] as string) ? -1 : 1,
    )) {
      const place = { slotId: slotIds[0] as string, matterIds, citizenId, taxpayer };
      const until = heldUntil(command.at, startsAt);
      const row = await this.appointments.holdIn(command, { ...place, heldUntil: until, offeredBy: 'disruption' });
      // Somebody took it since the look: everything is looked at again.
      if (!row) throw new ConcurrentWriteError('a place to offer was taken by somebody else');
      held.push(row);
    }
    return held;
  }

  /** Not when the person is expected elsewhere; and, where there is a choice, not when something else is offered already. */
  private async choose(command: Command, party: AffectedPartyRow, closed: AppointmentRow): Promise<Opening[]> {
    const hall = this.halls.get(party.hallId);
    const wanted = { startsAt: closed.startsAt, earliestAt: earliestAt(command.at) };
    const found = await this.closings.beginnings(command, closed.matterIds, wanted.earliestAt);
    const openings = found.map((place) => ({ ...place, distance: metresBetween(hall, this.halls.get(place.hallId)) }));
    const { booked, offered } = await this.closings.expectedHalfDays(command, closed, command.at);
    const others = (await this.parties.countPreparing(command, party.disruptionId)) - 1;
    const apart = new Set([...booked, ...offered]);
    const chosen = chooseAlternatives({ ...wanted, takenHalfDays: apart }, openings, others);
    if (chosen.length === ALTERNATIVES || offered.size === 0) return chosen;
    return chooseAlternatives({ ...wanted, takenHalfDays: booked }, openings, others);
  }

  private async call(
    command: Command,
    party: AffectedPartyRow,
    cause: CallCause,
    held: readonly AppointmentRow[],
  ): Promise<void> {
    const callerId = await this.callers.nameFor(command, party);
    const { alternativeIds } = party;
    await moveParty(command, party, {
      action: 'putOnList',
      by: 'system',
      set: { alternativeIds, callerId },
      facts: { cause },
      data: { ...dataOf(held), cause, callerId },
    });
  }

  private async heldOf(command: Command, party: AffectedPartyRow): Promise<AppointmentRow[]> {
    const rows = await this.closings.rowsOf(party.alternativeIds, command);
    return [...rows.values()].filter((row) => isHeld(row, command.at));
  }

  private leads({ hallId, callerId }: Pick<AffectedPartyRow, 'hallId' | 'callerId'>): boolean {
    return this.halls.find(hallId)?.dutyLeaderId === callerId;
  }
}

export const isHeld = ({ status, heldUntil: until }: AppointmentRow, now: number): boolean =>
  status === 'held' && until !== null && until > now;
const lastOf = (held: readonly AppointmentRow[]): number => Math.max(...held.map((row) => row.heldUntil ?? 0));
const dataOf = (held: readonly AppointmentRow[]) => ({
  held: held.length,
  heldUntil: Math.min(...held.map((row) => row.heldUntil ?? 0), Number.MAX_SAFE_INTEGER),
});
