import { Injectable } from '@nestjs/common';
import { MINUTE_MS } from '@yiyun/shared';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { systemContext } from '../../../platform/http/context.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { type Command, Phrases, UnitOfWork } from '../../records/index.js';
import { type ReminderKind, reminderKinds } from '../domain/reminders.js';
import { ReminderStore, type ToRemind } from './reminder.store.js';

const AT_ONCE = 100;

/**
 * Reminds people of their appointments. What was sent is kept in the transaction that sends it: a crash at any moment
 * neither loses a reminder nor sends it twice.
 */
@Injectable()
export class RemindersJob {
  constructor(
    private readonly db: Database,
    private readonly work: UnitOfWork,
    private readonly store: ReminderStore,
    private readonly clock: Clock,
    jobs: Jobs,
    phrases: Phrases,
  ) {
    jobs.add({ name: 'remind-of-appointments', everyMs: MINUTE_MS, run: () => this.run() });
    phrases.teach({
      ReminderSent: ({ kind }) => (kind === 'evening' ? '发送前一天晚上的预约提醒' : '发送提前两小时的预约提醒'),
    });
  }

  async run(): Promise<void> {
    for (const kind of reminderKinds) {
      for (;;) {
        const due = await this.store.due(this.db.read, kind, this.clock.now(), AT_ONCE);
        if (due.length > 0) await this.send(kind);
        if (due.length < AT_ONCE) break;
      }
    }
  }

  /** They are looked for again within the command, so that it writes only what holds at that moment. */
  private send(kind: ReminderKind): Promise<void> {
    return this.work.run(systemContext, 'appointments.remind', async (command) => {
      const due = await this.store.due(command, kind, command.at, AT_ONCE);
      if (due.length === 0) return;
      await this.store.insert(command, kind, due);
      for (const appointment of due) remind(command, kind, appointment);
    });
  }
}

function remind(command: Command, kind: ReminderKind, { id, citizenId, taxpayerId, hallId, startsAt }: ToRemind): void {
  const subject = { subjectKind: 'appointment', subjectId: id };
  command.record({
    ...subject,
    streamId: `reminder:${id}`,
    kind: 'ReminderSent',
    partyId: citizenId,
    onBehalfOf: taxpayerId,
    facts: { kind, startsAt },
  });
  command.emit({ ...subject, type: 'AppointmentReminder', hallId, citizenId, data: { kind, startsAt } });
}
