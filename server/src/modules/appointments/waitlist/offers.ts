import { Injectable } from '@nestjs/common';
import { systemContext } from '../../../platform/http/context.js';
import { newId } from '../../../platform/ids.js';
import { bindingKey, type Taxpayer, Taxpayers } from '../../identity/index.js';
import type { Command } from '../../records/index.js';
import { BookableMatters } from '../bookable-matters.js';
import { keysWanted, type OpenSlot } from '../domain/booking.js';
import { holdUntil, newAppointment } from '../domain/new-appointment.js';
import { BookingPolicies } from '../policies/booking-policies.js';
import type { AppointmentRow } from '../storage/appointment.entities.js';
import { insertAppointments } from '../storage/appointment.rows.js';
import { BookingSituation } from '../storage/booking.situation.js';
import { recordNew } from '../storage/record-new.js';
import { Standings } from '../strikes/standings.js';
import type { WaitlistRow } from './waitlist.entity.js';
import { eventOf, WaitlistStore } from './waitlist.store.js';

export interface Candidate {
  entry: WaitlistRow;
  taxpayer: Taxpayer;
  keys: Pick<AppointmentRow, 'activeKey' | 'citizenKey'>;
}

/** Turns a free place into one that is held for whoever waits longest for it. */
@Injectable()
export class Offers {
  constructor(
    private readonly store: WaitlistStore,
    private readonly situations: BookingSituation,
    private readonly policies: BookingPolicies,
    private readonly standings: Standings,
    private readonly taxpayers: Taxpayers,
    private readonly matters: BookableMatters,
  ) {}

  /** The first who waits for the slot and may have it: he may act for the taxpayer, is not blocked, and has room in the half-day. */
  async next(command: Command, slot: OpenSlot): Promise<Candidate | undefined> {
    if (slot.startsAt <= command.at || slot.closedReason !== null) return undefined;
    const entries = await this.store.waitingFor(command, slot);
    if (entries.length === 0) return undefined;
    const taxpayers = await this.taxpayers.boundTo(entries, command);
    const standings = await this.standings.of(
      entries.map(({ taxpayerId }) => taxpayerId),
      command.at,
      command,
    );
    for (const entry of entries) {
      const taxpayer = taxpayers.get(bindingKey(entry.citizenId, entry.taxpayerId));
      const isBlocked = (standings.get(entry.taxpayerId)?.blockedUntil ?? null) !== null;
      const keys = taxpayer && !isBlocked ? await this.freeKeys(command, entry, slot) : undefined;
      if (taxpayer && keys) return { entry, taxpayer, keys };
    }
    return undefined;
  }

  /** Holds a place, which is counted already, for the candidate. */
  async make(command: Command, slot: OpenSlot, { entry, taxpayer, keys }: Candidate): Promise<void> {
    const { id: policyId, rules } = this.policies.inForce(command.at);
    const heldUntil = holdUntil(command.at, rules.offerMinutes, slot.startsAt);
    const matters = this.matters.booked([entry.matterId]);
    const row = newAppointment(
      {
        id: newId(command.at),
        now: command.at,
        slots: [slot],
        matters,
        citizenId: entry.citizenId,
        taxpayer,
        policyId,
        heldUntil,
      },
      { ...keys, offeredBy: 'waitlist' },
    );
    await command.query(...insertAppointments([row]));
    recordNew(command, row, { ctx: systemContext, taxpayer });
    await this.store.move(command, entry, { status: 'offered', kind: 'WaitlistOffered', appointmentId: row.id });
    command.emit(eventOf(entry, 'WaitlistPlaceHeld', { startsAt: slot.startsAt, heldUntil }));
  }

  private async freeKeys(command: Command, entry: WaitlistRow, slot: OpenSlot): Promise<Candidate['keys'] | undefined> {
    const { rules } = this.policies.inForce(command.at);
    const { ofTaxpayer, ofCitizen } = keysWanted(entry, slot, rules);
    const holders = await this.situations.holders(command, ofTaxpayer, ofCitizen);
    const taken = new Set(holders.flatMap(({ activeKey, citizenKey }) => [activeKey, citizenKey]));
    const activeKey = ofTaxpayer.find((key) => !taken.has(key));
    const citizenKey = ofCitizen.find((key) => !taken.has(key)) ?? null;
    if (activeKey === undefined || (ofCitizen.length > 0 && citizenKey === null)) return undefined;
    return { activeKey, citizenKey };
  }
}
