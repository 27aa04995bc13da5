import { Injectable } from '@nestjs/common';
import { laneNames, ticketStatusNames } from '@yiyun/shared';
import { Clock } from '../../platform/clock.js';
import { PersonalData } from '../../platform/crypto/personal-data.js';
import { Citizens, type PersonalDataSource } from '../identity/index.js';
import { Matters } from '../matters/index.js';
import { type Command, InteractionStore } from '../records/index.js';
import type { TicketRow } from './storage/ticket.entities.js';
import { TicketRepository } from './storage/ticket.repository.js';
import { TicketStore } from './storage/ticket.store.js';

const open = new Set<TicketRow['status']>(['waiting', 'called', 'serving', 'parked', 'missed']);

/** What the queue holds of a citizen: tickets in the account, and those drawn at the desk with the account's phone. */
@Injectable()
export class TicketPersonalData implements PersonalDataSource {
  readonly title = '排队号票';

  constructor(
    private readonly tickets: TicketRepository,
    private readonly store: TicketStore,
    private readonly citizens: Citizens,
    private readonly interactions: InteractionStore,
    private readonly matters: Matters,
    private readonly personalData: PersonalData,
    private readonly clock: Clock,
  ) {}

  async export(citizenId: string): Promise<unknown[]> {
    const words = (sealed: string | null) => (sealed === null ? null : this.personalData.open(sealed));
    return (await this.of(citizenId)).map((row) => ({
      number: row.number,
      on: row.onDay,
      lane: laneNames[row.lane],
      status: ticketStatusNames[row.status],
      matters: row.matterIds.map((id) => this.matters.find(id)?.name ?? ''),
      drawnAt: row.drawnAt,
      calledAt: row.calledAt,
      endedAt: row.endedAt,
      name: words(row.nameSealed),
      phone: words(row.phoneSealed),
      reason: words(row.reasonSealed),
    }));
  }

  async erase(command: Command, citizenId: string): Promise<void> {
    for (const row of await this.of(citizenId, command)) {
      await this.interactions.eraseStream(command, `ticket:${row.id}`);
      await this.store.moveAgain(command, row, {
        kind: 'TicketErased',
        changes: {
          citizenId,
          nameSealed: null,
          phoneSealed: null,
          phoneHash: null,
          reasonSealed: null,
          transfers: row.transfers.map((entry) => ({ ...entry, reasonSealed: null })),
        },
      });
    }
    await command.change('DELETE FROM ticket_watch WHERE citizenId = ?', [citizenId]);
  }

  async openCount(citizenId: string, command: Command): Promise<number> {
    const since = this.clock.now() - 24 * 3_600_000;
    return (await this.of(citizenId, command)).filter((row) => open.has(row.status) && row.drawnAt > since).length;
  }

  private async of(citizenId: string, within?: Command): Promise<TicketRow[]> {
    const { phone } = await this.citizens.citizenOf(citizenId, within);
    return this.tickets.allOfCitizen(citizenId, phone === null ? null : this.citizens.phoneHash(phone), within);
  }
}
