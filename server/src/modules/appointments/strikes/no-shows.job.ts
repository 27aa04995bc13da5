import { Injectable } from '@nestjs/common';
import { addDays, checkInTimes, localDateOf } from '@yiyun/shared';
import { Clock } from '../../../platform/clock.js';
import { systemContext } from '../../../platform/http/context.js';
import { Halls } from '../../halls/index.js';
import { type Command, UnitOfWork } from '../../records/index.js';
import { BookingPolicies } from '../policies/booking-policies.js';
import type { AppointmentRow } from '../storage/appointment.entities.js';
import { AppointmentMoves, statusAfter } from '../storage/appointment.moves.js';
import { AppointmentRepository } from '../storage/appointment.repository.js';
import { Strikes } from './strikes.js';

/** After a start it looks back far, for what a long standstill left behind; from then on over yesterday and today. */
const FIRST_DAYS_BACK = 60;
const UNCONFIRMED = '办税服务厅没有及时确认';

/** Ends what is over: who was confirmed and did not come; and, as the hall's own fault, what was never confirmed or fell on closed hours. */
@Injectable()
export class NoShowsJob {
  private hasLookedBack = false;

  constructor(
    private readonly work: UnitOfWork,
    private readonly repository: AppointmentRepository,
    private readonly moves: AppointmentMoves,
    private readonly strikes: Strikes,
    private readonly policies: BookingPolicies,
    private readonly halls: Halls,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    const today = localDateOf(now);
    const fromOn = addDays(today, this.hasLookedBack ? -1 : -FIRST_DAYS_BACK);
    for (const { id: hallId } of this.halls.all()) {
      for (const row of await this.repository.notCome(hallId, fromOn, today)) {
        if (now > this.latest(row)) await this.end(row.id);
      }
    }
    this.hasLookedBack = true;
  }

  private latest(row: AppointmentRow): number {
    return checkInTimes(row, this.policies.get(row.policyId).rules).until;
  }

  /** Ends one whose check-in is over; does nothing when it ended already. */
  end(id: string): Promise<void> {
    return this.work.run(systemContext, 'appointments.noShow', async (command) => {
      const row = await this.repository.find(id, command);
      if (row?.status !== 'confirmed' && row?.status !== 'pending') return;
      const hallsFault = row.status === 'pending' ? UNCONFIRMED : await this.strikes.closedReason(command, row);
      if (hallsFault !== undefined) await this.closeOut(command, row, hallsFault);
      else await this.miss(command, row);
    });
  }

  /** The instant of a strike is when the check-in ended, whenever this job runs. */
  private async miss(command: Command, row: AppointmentRow): Promise<void> {
    const status = statusAfter(row, 'system', 'miss');
    await this.moves.move(command, row, { status, version: row.version, kind: 'AppointmentMissed', bySystem: true });
    await this.strikes.add(command, row, 'noShow', this.latest(row));
  }

  private async closeOut(command: Command, row: AppointmentRow, reason: string): Promise<void> {
    const status = statusAfter(row, 'system', 'closeOut');
    const also = { cancelledBy: 'hall' } as const;
    const move = { status, version: row.version, kind: 'AppointmentLapsed', reason, also, bySystem: true };
    await this.moves.move(command, row, move);
  }
}
