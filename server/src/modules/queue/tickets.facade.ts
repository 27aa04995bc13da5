import { Injectable } from '@nestjs/common';
import { AppError, type LocalDate } from '@yiyun/shared';
import type { StaffActor } from '../../platform/http/context.js';
import type { Command } from '../records/index.js';
import { TicketRepository } from './storage/ticket.repository.js';
import { TicketStore } from './storage/ticket.store.js';

/** What other modules ask of tickets. */
@Injectable()
export class Tickets {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly store: TicketStore,
  ) {}

  /** How many wait in the hall on that day. */
  async waitingCount(hallId: string, on: LocalDate): Promise<number> {
    return (await this.tickets.ofDay(hallId, on, ['waiting'])).length;
  }

  /** A case was opened for the ticket that the officer is serving; see `TicketSource` of the cases for its refusals. */
  async keepCase(
    command: Command,
    officer: StaffActor,
    { ticketId, hallId, caseId }: { ticketId: string; hallId: string; caseId: string },
  ): Promise<void> {
    const row = await this.tickets.get(ticketId, command);
    if (row.hallId !== hallId) throw new AppError('request.not_found');
    if (row.status !== 'serving') throw new AppError('request.not_available');
    if (row.staffId !== officer.id) throw new AppError('queue.not_your_window');
    await this.store.moveAgain(command, row, {
      kind: 'TicketCaseOpened',
      changes: { caseIds: [...row.caseIds, caseId] },
    });
  }
}
