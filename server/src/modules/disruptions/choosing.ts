import { Injectable } from '@nestjs/common';
import { AppError } from '@yiyun/shared';
import { type AppointmentRow, Appointments } from '../appointments/index.js';
import { Taxpayers } from '../identity/index.js';
import type { Command } from '../records/index.js';
import { isHeld } from './offering.js';
import type { AffectedPartyRow } from './storage/disruption.entities.js';
import { moveParty, type PartyMove } from './storage/move-party.js';

/** Makes one place the new appointment of an affected person, and gives the others back. */
@Injectable()
export class Choosing {
  constructor(
    private readonly appointments: Appointments,
    private readonly taxpayers: Taxpayers,
  ) {}

  /** One of the places held for the person; `appointment.hold_expired` when it is not held any more. */
  async take(
    command: Command,
    party: AffectedPartyRow,
    move: PartyMove,
    appointmentId: string,
  ): Promise<AffectedPartyRow> {
    const moved = await this.move(command, party, move, appointmentId);
    if (!party.alternativeIds.includes(appointmentId)) throw new AppError('request.not_found');
    const held = await this.appointments.get(command, appointmentId);
    if (!isHeld(held, command.at)) throw new AppError('appointment.hold_expired');
    await this.appointments.submitHeld(command, held);
    return moved;
  }

  /** A place that was found on the phone. */
  async book(command: Command, party: AffectedPartyRow, move: PartyMove, slotId: string): Promise<AffectedPartyRow> {
    const closed = await this.appointments.get(command, party.appointmentId);
    const made = await this.bookAgain(command, closed, slotId);
    return this.move(command, party, move, made.id);
  }

  /** The places that are still held go back. */
  async release(command: Command, ids: readonly string[]): Promise<void> {
    for (const id of ids) await this.appointments.release(command, id);
  }

  private async bookAgain(command: Command, closed: AppointmentRow, slotId: string): Promise<AppointmentRow> {
    const { citizenId, matterIds, taxpayerId } = closed;
    const taxpayer = await this.taxpayers.taxpayerOf(taxpayerId, command);
    return this.appointments.bookIn(command, { slotId, matterIds, citizenId, taxpayer });
  }

  private async move(command: Command, party: AffectedPartyRow, move: PartyMove, chosenAppointmentId: string) {
    const set = { alternativeIds: [], chosenAppointmentId };
    const moved = await moveParty(command, party, { ...move, version: party.version, set });
    await this.release(
      command,
      party.alternativeIds.filter((id) => id !== chosenAppointmentId),
    );
    return moved;
  }
}
