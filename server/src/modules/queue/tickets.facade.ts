import { Injectable } from '@nestjs/common';
import { AppError } from '@yiyun/shared';
import { PersonalData } from '../../platform/crypto/personal-data.js';
import type { Command } from '../records/index.js';
import { TicketRepository } from './storage/ticket.repository.js';
import { TicketStore } from './storage/ticket.store.js';

/** What a ticket knows of the person and the business. */
export interface TakenTicket {
  appointmentId: string | null;
  citizenId: string | null;
  matterIds: readonly string[];
  /** As left at the desk; null where nothing was. */
  name: string | null;
  phone: string | null;
}

/** What other modules may do with tickets, within their own command. */
@Injectable()
export class Tickets {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly store: TicketStore,
    private readonly personalData: PersonalData,
  ) {}

  /** A case is opened for the ticket in hand. Another hall's ticket is not found; one that is not being served refuses. */
  async linkCase(command: Command, id: string, hallId: string, caseId: string): Promise<TakenTicket> {
    const row = await this.tickets.get(id, command);
    if (row.hallId !== hallId) throw new AppError('request.not_found');
    if (row.status !== 'called' && row.status !== 'serving' && row.status !== 'parked') {
      throw new AppError('request.not_available');
    }
    const changes = { caseIds: [...row.caseIds, caseId] };
    await this.store.moveAgain(command, row, { kind: 'TicketCaseLinked', changes });
    const open = (sealed: string | null) => (sealed === null ? null : this.personalData.open(sealed));
    const { appointmentId, citizenId, matterIds, nameSealed, phoneSealed } = row;
    return { appointmentId, citizenId, matterIds, name: open(nameSealed), phone: open(phoneSealed) };
  }
}
