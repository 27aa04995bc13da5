import { Injectable } from '@nestjs/common';
import { addDays, localDateOf, MINUTE_MS } from '@yiyun/shared';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { list } from '../../../platform/database/sql.js';
import { systemContext } from '../../../platform/http/context.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { Halls } from '../../halls/index.js';
import { UnitOfWork } from '../../records/index.js';
import { BookingPolicies } from '../policies/booking-policies.js';
import type { AppointmentRow } from '../storage/appointment.entities.js';
import { AppointmentMoves } from '../storage/appointment.moves.js';
import { AppointmentRepository } from '../storage/appointment.repository.js';

/** A policy may ask for a week ahead at most. */
const MOST_DAYS_AHEAD = 7;
type Waiting = Pick<AppointmentRow, 'id' | 'startsAt' | 'policyId'>;

/** Tells the duty leader of what still waits for its confirmation when it is nearly too late. */
@Injectable()
export class EscalationJob {
  constructor(
    private readonly db: Database,
    private readonly work: UnitOfWork,
    private readonly repository: AppointmentRepository,
    private readonly moves: AppointmentMoves,
    private readonly policies: BookingPolicies,
    private readonly halls: Halls,
    private readonly clock: Clock,
    jobs: Jobs,
  ) {
    jobs.add({ name: 'escalate-unconfirmed', everyMs: MINUTE_MS, run: () => this.run() });
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    for (const waiting of await this.waiting(now)) if (this.isDue(waiting, now)) await this.escalate(waiting.id);
  }

  private isDue({ startsAt, policyId }: Waiting, now: number): boolean {
    const { escalateBeforeMinutes } = this.policies.get(policyId).rules;
    return startsAt > now && startsAt - escalateBeforeMinutes * MINUTE_MS <= now;
  }

  private async waiting(now: number): Promise<Waiting[]> {
    const halls = this.halls.all().map(({ id }) => id);
    if (halls.length === 0) return [];
    const today = localDateOf(now);
    const rows = await this.db.read.query<Waiting[]>(
      `SELECT id, startsAt, policyId FROM appointment
       WHERE hallId IN (${list(halls.length)}) AND onDay >= ? AND onDay <= ? AND status = 'pending' AND escalatedAt IS NULL
       ORDER BY startsAt, id`,
      [...halls, today, addDays(today, MOST_DAYS_AHEAD)],
    );
    return rows.map((row) => ({ ...row, startsAt: Number(row.startsAt) }));
  }

  /** Once for an appointment: whoever is second finds it done. */
  private escalate(id: string): Promise<void> {
    return this.work.run(systemContext, 'appointments.escalate', async (command) => {
      const row = await this.repository.find(id, command);
      if (row?.status !== 'pending' || row.escalatedAt !== null || !this.isDue(row, command.at)) return;
      await this.moves.move(command, row, {
        status: row.status,
        version: row.version,
        kind: 'AppointmentEscalated',
        also: { escalatedAt: command.at },
        facts: { dutyLeaderId: this.halls.get(row.hallId).dutyLeaderId },
        bySystem: true,
      });
    });
  }
}
