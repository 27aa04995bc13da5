import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { systemContext } from '../../platform/http/context.js';
import { UnitOfWork } from '../records/index.js';
import { AppointmentMoves } from './storage/appointment.moves.js';
import { AppointmentRepository } from './storage/appointment.repository.js';

const AT_ONCE = 200;

/**
 * Ends holds whose time is over. Nothing waits for it: their places are free from that instant on, and whoever wants one
 * ends the hold himself. It only tidies up, and brings waitlists forward where nobody asks.
 */
@Injectable()
export class HoldsJob {
  constructor(
    private readonly work: UnitOfWork,
    private readonly repository: AppointmentRepository,
    private readonly moves: AppointmentMoves,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    for (const { id } of await this.repository.expiredHolds(this.clock.now(), AT_ONCE)) {
      await this.work.run(systemContext, 'appointments.endHold', async (command) => {
        const row = await this.repository.find(id, command);
        if (row?.status === 'held' && row.heldUntil !== null && row.heldUntil <= command.at)
          await this.moves.endHold(command, row);
      });
    }
  }
}
