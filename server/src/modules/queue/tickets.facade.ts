import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@yiyun/shared';
import { TicketRepository } from './storage/ticket.repository.js';

/** What other modules ask of tickets. */
@Injectable()
export class Tickets {
  constructor(private readonly tickets: TicketRepository) {}

  /** How many wait in the hall on that day. */
  async waitingCount(hallId: string, on: LocalDate): Promise<number> {
    return (await this.tickets.ofDay(hallId, on, ['waiting'])).length;
  }
}
