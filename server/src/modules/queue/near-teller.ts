import { Injectable } from '@nestjs/common';
import { localDateOf } from '@yiyun/shared';
import { Clock } from '../../platform/clock.js';
import { systemContext } from '../../platform/http/context.js';
import { UnitOfWork } from '../records/index.js';
import { HallQueues } from './hall-queues.js';
import { WatchStore } from './storage/watch.store.js';

export const NEAR = 3;

/** Tells whoever asked for it that so few are ahead; once. */
@Injectable()
export class NearTeller {
  constructor(
    private readonly work: UnitOfWork,
    private readonly watches: WatchStore,
    private readonly queues: HallQueues,
    private readonly clock: Clock,
  ) {}

  /** Looks at a hall's queue as it is now. May be called as often as one likes. */
  async look(hallId: string): Promise<void> {
    const untold = await this.watches.untold(hallId, localDateOf(this.clock.now()));
    if (untold.length === 0) return;
    this.queues.touch(hallId);
    const { state } = await this.queues.now(hallId);
    for (const { id, citizenId } of untold) {
      const row = state.order.find((ticket) => ticket.id === id);
      if (row && state.aheadOf(row) <= NEAR) await this.tell(hallId, id, citizenId, row.number, state.aheadOf(row));
    }
  }

  private tell(hallId: string, id: string, citizenId: string, number: string, aheadCount: number): Promise<void> {
    return this.work.run(systemContext, 'queue.tellNear', async (command) => {
      if (!(await this.watches.tell(command, id))) return;
      command.record({
        streamId: `ticket-watch:${id}`,
        kind: 'TicketNear',
        subjectKind: 'ticket',
        subjectId: id,
        partyId: citizenId,
        facts: { toldAt: command.at, aheadCount },
      });
      const data = { number, aheadCount };
      command.emit({ type: 'TicketNear', hallId, subjectKind: 'ticket', subjectId: id, citizenId, data });
    });
  }
}
