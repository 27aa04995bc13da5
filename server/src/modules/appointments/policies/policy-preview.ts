import { Injectable } from '@nestjs/common';
import {
  addDays,
  type BookingPolicyPreview,
  bookableDays,
  instantAt,
  type LocalDate,
  localDateOf,
} from '@yiyun/shared';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { firstIdAt } from '../../../platform/ids.js';
import { Halls } from '../../halls/index.js';
import { StrikeRepository, type StrikeSummary } from '../strikes/strike.repository.js';
import { BookingPolicies, type BookingPolicy } from './booking-policies.js';
import { type Month, type Past, type PastBooking, refusedBy, wasBlocked } from './domain/preview.js';

interface StoredBooking {
  id: string;
  onDay: string;
  startsAt: number | string;
  bookedAt: number | string;
  taxpayerId: string;
  citizenId: string;
}

/** Tries rules on the bookings of the last calendar month. */
@Injectable()
export class PolicyPreview {
  constructor(
    private readonly db: Database,
    private readonly policies: BookingPolicies,
    private readonly strikes: StrikeRepository,
    private readonly halls: Halls,
    private readonly clock: Clock,
  ) {}

  async of(draft: BookingPolicy): Promise<BookingPolicyPreview> {
    const now = this.clock.now();
    const { fromOn, untilOn } = lastMonth(localDateOf(now));
    const [fromAt, untilAt] = [instantAt(fromOn, 0), instantAt(untilOn, 1440)];
    const strikes = await this.strikes.standingBefore(untilAt);
    const bookings = await this.bookings(fromAt, untilAt, strikes);
    const pasts = await this.pastsOf(strikes);
    const pastOf = (taxpayerId: string): Past => pasts.get(taxpayerId) ?? { strikes: [], keptAt: [] };
    const calendar = this.halls.workingCalendar();
    const month: Month = { bookings, pastOf, daysOn: (today) => bookableDays(draft.rules, calendar, today) };
    const blockedBy = ({ rules }: BookingPolicy): number =>
      [...pasts.values()].filter((past) => wasBlocked(past, rules, fromAt, untilAt)).length;
    return {
      fromOn,
      untilOn,
      bookings: bookings.length,
      refused: refusedBy(draft.rules, month),
      blockedNow: blockedBy(this.policies.inForce(now)),
      blockedByDraft: blockedBy(draft),
    };
  }

  /** Made in that time, whatever became of them; places that were only held are none. Ids tell when a row was made. */
  private async bookings(fromAt: number, untilAt: number, strikes: readonly StrikeSummary[]): Promise<PastBooking[]> {
    const rows = await this.db.read.query<StoredBooking[]>(
      `SELECT id, onDay, startsAt, bookedAt, taxpayerId, citizenId FROM appointment
       WHERE id >= ? AND id < ? AND status NOT IN ('held','expired') AND rescheduledFromId IS NULL ORDER BY bookedAt, id`,
      [firstIdAt(fromAt), firstIdAt(untilAt)],
    );
    const cancelled = new Map(strikes.filter(({ kind }) => kind === 'cancel').map(({ id, at }) => [id, at]));
    return rows.map(({ id, startsAt, bookedAt, ...row }) => ({
      ...row,
      startsAt: Number(startsAt),
      bookedAt: Number(bookedAt),
      cancelledAt: cancelled.get(id) ?? null,
    }));
  }

  private async pastsOf(strikes: readonly StrikeSummary[]): Promise<ReadonlyMap<string, Past>> {
    const ofTaxpayer = new Map<string, StrikeSummary[]>();
    for (const strike of strikes) {
      ofTaxpayer.set(strike.taxpayerId, [...(ofTaxpayer.get(strike.taxpayerId) ?? []), strike]);
    }
    const kept = await this.strikes.keptBy([...ofTaxpayer.keys()], this.db.read);
    return new Map([...ofTaxpayer].map(([id, own]) => [id, { strikes: own, keptAt: kept.get(id) ?? [] }]));
  }
}

function lastMonth(today: LocalDate): { fromOn: LocalDate; untilOn: LocalDate } {
  const untilOn = addDays(`${today.slice(0, 7)}-01`, -1);
  return { fromOn: `${untilOn.slice(0, 7)}-01`, untilOn };
}
