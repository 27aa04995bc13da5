import { Injectable } from '@nestjs/common';
import { AppError, type LiveTicketView, localDateOf } from '@yiyun/shared';
import { Clock } from '../../platform/clock.js';
import type { Context } from '../../platform/http/context.js';
import { citizenOf, requireOwner } from '../../platform/http/policies.js';
import { UnitOfWork } from '../records/index.js';
import { HallQueues } from './hall-queues.js';
import type { TicketRow } from './storage/ticket.entities.js';
import { TicketRepository } from './storage/ticket.repository.js';
import { TicketStore } from './storage/ticket.store.js';
import { WatchStore } from './storage/watch.store.js';
import { TicketViews } from './ticket-views.js';

/** A ticket on a phone: by the code on the paper, or in an account. */
@Injectable()
export class CitizenTicketsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketRepository,
    private readonly store: TicketStore,
    private readonly watches: WatchStore,
    private readonly queues: HallQueues,
    private readonly views: TicketViews,
    private readonly clock: Clock,
  ) {}

  async byToken(publicToken: string): Promise<LiveTicketView> {
    const row = await this.tickets.byToken(publicToken);
    if (!row) throw new AppError('request.not_found');
    return this.views.live(row, await this.views.outlooks(row.hallId), false);
  }

  /** Today's, those that are over too, the newest last. */
  async mine(ctx: Context): Promise<LiveTicketView[]> {
    const rows = await this.tickets.ofCitizen(citizenOf(ctx).id, localDateOf(this.clock.now()));
    const wanted = await this.watches.wanted(rows.map(({ id }) => id));
    return Promise.all(
      rows.map(async (row) => this.views.live(row, await this.views.outlooks(row.hallId), wanted.has(row.id))),
    );
  }

  /** The first who scans a paper ticket has it; a past one is nobody's any more. */
  async keep(ctx: Context, publicToken: string): Promise<LiveTicketView> {
    const { id: citizenId } = citizenOf(ctx);
    const view = await this.work.run(ctx, 'queue.keep', async (command) => {
      const row = await this.tickets.byToken(publicToken, command);
      if (row?.onDay !== localDateOf(command.at)) throw new AppError('request.not_found');
      if (row.citizenId !== null && row.citizenId !== citizenId) throw new AppError('queue.ticket_kept_by_other');
      const kept =
        row.citizenId === citizenId
          ? row
          : await this.store.moveAgain(command, row, { kind: 'TicketKept', changes: { citizenId } });
      const wanted = await this.watches.wanted([row.id], command);
      return this.views.live(kept, await this.views.outlooks(row.hallId), wanted.has(row.id));
    });
    this.queues.touch(view.hallId);
    return view;
  }

  async notifyNear(ctx: Context, id: string, on: boolean): Promise<LiveTicketView> {
    const { id: citizenId } = citizenOf(ctx);
    return this.work.run(ctx, 'queue.notifyNear', async (command) => {
      const row: TicketRow = requireOwner(ctx, await this.tickets.find(id, command));
      await this.watches.set(command, row, citizenId, on);
      command.record({
        streamId: `ticket-watch:${id}`,
        kind: on ? 'TicketWatched' : 'TicketUnwatched',
        subjectKind: 'ticket',
        subjectId: id,
        partyId: citizenId,
        facts: { isOn: on },
      });
      if (on) command.emit({ type: 'TicketWatched', hallId: row.hallId, subjectKind: 'ticket', subjectId: id });
      return this.views.live(row, await this.views.outlooks(row.hallId), on);
    });
  }
}
