import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { systemContext } from '../../../platform/http/context.js';
import { UnitOfWork } from '../../records/index.js';
import { Places } from '../storage/places.js';
import { WaitlistStore } from './waitlist.store.js';

/**
 * Offers what became free otherwise than by being given back, and ends what is waited for in vain. A place that somebody
 * gives back needs no job: it is offered in the same transaction.
 */
@Injectable()
export class WaitlistJob {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: WaitlistStore,
    private readonly places: Places,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    for (const id of await this.store.slotsToOffer(now)) {
      await this.work.run(systemContext, 'waitlist.offer', (command) => this.places.offerFree(command, [id]));
    }
    for (const id of await this.store.lapsed(now)) {
      await this.work.run(systemContext, 'waitlist.lapse', async (command) => {
        const row = await this.store.find(id, command);
        if (row?.status === 'waiting')
          await this.store.move(command, row, { status: 'lapsed', kind: 'WaitlistLapsed' });
      });
    }
  }
}
