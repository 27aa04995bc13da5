import { type BookableDays, bookableDays, defaultBookingRules, localDateOf } from '@yiyun/shared';
import type { Database } from '../../../platform/database/database.js';
import { ConcurrentWriteError, isDuplicate } from '../../../platform/database/database-errors.js';
import { Snapshot } from '../../../platform/database/snapshot.js';
import { systemContext } from '../../../platform/http/context.js';
import { idFrom } from '../../../platform/ids.js';
import type { Halls } from '../../halls/index.js';
import type { UnitOfWork } from '../../records/index.js';
import { BookingPolicyRow } from './booking-policy.entity.js';

/** A version of the rules of booking. */
export type BookingPolicy = Readonly<BookingPolicyRow>;

/** The rules of booking, in memory. */
export class BookingPolicies {
  private constructor(
    private readonly snapshot: Snapshot<readonly BookingPolicy[]>,
    private readonly halls: Pick<Halls, 'workingCalendar'>,
  ) {}

  static async open(
    db: Database,
    halls: Pick<Halls, 'workingCalendar'>,
    onFault: (error: unknown) => void,
  ): Promise<BookingPolicies> {
    const source = {
      stamp: async () => {
        const [row] = await db.read.query<Record<'n' | 'versions', string | number>[]>(
          'SELECT COUNT(*) AS n, SUM(version) AS versions FROM booking_policy',
        );
        return `${row?.n} ${row?.versions}`;
      },
      load: () =>
        db.read.find(BookingPolicyRow, {
          order: { effectiveFromOn: 'DESC', publishedAt: 'DESC', version: 'DESC', id: 'DESC' },
        }),
    };
    return new BookingPolicies(await Snapshot.open(source, onFault), halls);
  }

  /** All versions, drafts too: the latest date first. */
  all(): readonly BookingPolicy[] {
    return this.snapshot.value;
  }

  /** The one that holds at an instant: of those published, the one with the latest date that has come. */
  inForce(now: number): BookingPolicy {
    const today = localDateOf(now);
    const published = this.published();
    const found = published.find(({ effectiveFromOn }) => effectiveFromOn <= today) ?? published.at(-1);
    if (!found) throw new Error('there is no booking policy');
    return found;
  }

  /** The one under which something was booked; for some seconds one that only another instance knows yet is taken for the newest. */
  get(policyId: string): BookingPolicy {
    return this.all().find(({ id }) => id === policyId) ?? (this.published()[0] as BookingPolicy);
  }

  /** The days that can be booked at an instant, by the rules in force. */
  bookable(now: number): BookableDays {
    return bookableDays(this.inForce(now).rules, this.halls.workingCalendar(), localDateOf(now));
  }

  /** The last day for which slots are needed: what the rules in force reach, and those that will soon be in force. */
  horizon(now: number): string {
    const today = localDateOf(now);
    const current = this.inForce(now);
    const coming = this.published().filter(({ effectiveFromOn }) => effectiveFromOn > current.effectiveFromOn);
    const lastDays = [current, ...coming].map(({ rules, effectiveFromOn }) => {
      const from = effectiveFromOn > today ? effectiveFromOn : today;
      return bookableDays(rules, this.halls.workingCalendar(), from).untilOn;
    });
    return lastDays.reduce((last, on) => (on > last ? on : last), today);
  }

  /** To be called after a change was committed. */
  refresh(): Promise<void> {
    return this.snapshot.refresh();
  }

  close(): Promise<void> {
    return this.snapshot.close();
  }

  private published(): readonly BookingPolicy[] {
    return this.all().filter(({ status }) => status === 'published');
  }
}

/** Puts the usual rules in force where nobody has published any. */
export function loadDefaultPolicy(work: UnitOfWork): Promise<void> {
  return work.run(systemContext, 'policies.load', async (command) => {
    if ((await command.manager.countBy(BookingPolicyRow, { status: 'published' })) > 0) return;
    const id = idFrom('booking policy default');
    const facts = {
      status: 'published',
      title: '系统默认规则',
      source: '系统自带，请按本地规定发布新的版本',
      effectiveFromOn: localDateOf(command.at),
      createdAt: command.at,
      publishedAt: command.at,
      rules: defaultBookingRules,
    } as const;
    try {
      await command.manager.insert(BookingPolicyRow, { id, version: 1, ...facts });
    } catch (error) {
      throw isDuplicate(error) ? new ConcurrentWriteError('the rules are being loaded elsewhere') : error;
    }
    command.record({ ...entryOf(id), kind: 'PolicyPublished', facts, first: true });
  });
}

/** The record of one version. */
export const entryOf = (id: string) => ({ streamId: `policy:${id}`, subjectKind: 'bookingPolicy', subjectId: id });
