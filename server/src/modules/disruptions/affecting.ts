import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/ids.js';
import { type AppointmentRow, Appointments, type Closing, Closings } from '../appointments/index.js';
import type { Command } from '../records/index.js';
import { AffectedRepository, type NewParty } from './storage/affected.repository.js';
import type { DisruptionRow } from './storage/disruption.entities.js';
import { DisruptionRepository } from './storage/disruption.repository.js';
import { moveParty, partyEntry } from './storage/move-party.js';

export const closingOf = ({ hallId, matterGroup, fromAt, untilAt, reason }: DisruptionRow): Closing => ({
  hallId,
  group: matterGroup,
  fromAt,
  untilAt,
  reason,
});

export const isOffer = ({ status, offeredBy }: AppointmentRow): boolean =>
  status === 'held' && offeredBy === 'disruption';

/** Closes the slots of a disruption and takes in everybody whom that affects, in one command (A4). */
@Injectable()
export class Affecting {
  constructor(
    private readonly db: Database,
    private readonly closings: Closings,
    private readonly appointments: Appointments,
    private readonly parties: AffectedRepository,
    private readonly disruptions: DisruptionRepository,
  ) {}

  /**
   * The slots are closed first: whoever booked before stands in the look that follows, and nobody books after. Each
   * appointment is closed out by the hall at the same instant, so that neither a check for those who did not come nor the
   * person's own cancellation can turn it into something that counts (A3). Returns how much was closed and who is affected.
   */
  async take(command: Command, disruption: DisruptionRow): Promise<{ slotsClosed: number; affected: number }> {
    const closing = closingOf(disruption);
    const slotsClosed = await this.closings.close(command, closing);
    const rows = await this.closings.affected(command, closing, command.at);
    await this.closings.closeOut(command, rows, disruption.reason);
    const parties = rows.filter((row) => !isOffer(row)).map((row) => newParty(command, disruption, row));
    await this.parties.insert(command, parties);
    for (const party of parties) {
      const { id: _, version: __, citizenId: ___, ...facts } = party;
      command.record({ ...partyEntry(party), kind: 'PartyAffected', first: true, facts });
    }
    for (const offer of rows.filter(isOffer)) await this.prepareAgain(command, offer);
    return { slotsClosed, affected: parties.length };
  }

  /** The same for a closure that stands, where something opened or somebody got in after all. */
  async widen(command: Command, disruptionId: string): Promise<void> {
    const disruption = await this.disruptions.find(disruptionId, command.manager);
    if (!disruption) return;
    const { affected } = await this.take(command, disruption);
    await command.change('UPDATE disruption SET version = version + 1 WHERE id = ?', [disruptionId]);
    command.record({ ...disruptionEntry(disruptionId), kind: 'DisruptionWidened', facts: { affected } });
  }

  /** Whether something is open, or somebody expected, in the closed time after all. */
  async isIncomplete(disruption: DisruptionRow, now: number): Promise<boolean> {
    const closing = closingOf(disruption);
    if ((await this.closings.openSlots(closing, now)) > 0) return true;
    return (await this.closings.affected(this.db.read, closing, now)).length > 0;
  }

  /** A place held for somebody whom an earlier closure affects is closed too: everything is arranged anew. */
  private async prepareAgain(command: Command, offer: AppointmentRow): Promise<void> {
    const parties = await this.parties.ofCitizen(offer.citizenId, true, command);
    const party = parties.find(
      ({ status, alternativeIds }) => status === 'offered' && alternativeIds.includes(offer.id),
    );
    if (!party) return;
    for (const id of party.alternativeIds) await this.appointments.release(command, id);
    await moveParty(command, party, { action: 'prepareAgain', by: 'system', set: { alternativeIds: [] } });
  }
}

export const disruptionEntry = (id: string) => ({
  streamId: `disruption:${id}`,
  subjectKind: 'disruption',
  subjectId: id,
});

const newParty = (command: Command, { id: disruptionId, hallId }: DisruptionRow, row: AppointmentRow): NewParty => ({
  id: newId(command.at),
  version: 1,
  disruptionId,
  hallId,
  appointmentId: row.id,
  citizenId: row.citizenId,
  status: 'preparing',
  alternativeIds: [],
});
