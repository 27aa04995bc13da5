import { Injectable } from '@nestjs/common';
import type { MatterGroup } from '@yiyun/shared';
import { Clock } from '../../../platform/clock.js';
import { Batcher } from '../../../platform/database/batcher.js';
import { Database, type Transaction } from '../../../platform/database/database.js';
import { list } from '../../../platform/database/sql.js';
import type { OpenSlot } from '../domain/booking.js';
import { EXPIRED_HOLDS } from './booking.situation.js';

export interface FreeSlot {
  id: string;
  hallId: string;
  matterGroup: MatterGroup;
  onDay: string;
  startsAt: number;
  endsAt: number;
  /** Places left; holds whose time is over take none. Never below zero. */
  remaining: number;
  capacity: number;
  closedReason: string | null;
}
type StoredSlot = Omit<FreeSlot, 'remaining'> & { booked: number; expired: number | string };

const FREE = `SELECT id, hallId, matterGroup, onDay, startsAt, endsAt, capacityPublic AS capacity, booked, closedReason,
  ${EXPIRED_HOLDS} AS expired FROM slot WHERE startsAt > ?`;
const freeOf = ({ booked, expired, ...slot }: StoredSlot): FreeSlot => ({
  ...slot,
  startsAt: Number(slot.startsAt),
  endsAt: Number(slot.endsAt),
  remaining: Math.max(0, slot.capacity - booked + Number(expired)),
});

const dayKey = (hallId: string, group: MatterGroup, on: string): string => `${hallId} ${group} ${on}`;

interface Day {
  hallId: string;
  group: MatterGroup;
  on: string;
}

/** Slots as rows: made ahead, counted by bookings. */
@Injectable()
export class SlotRepository {
  private readonly days = new Batcher<Day, FreeSlot[]>((days) => this.readDays(days), {
    lanes: 2,
    maxBatch: 200,
    maxDepth: 10_000,
  });

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * The slots of a day that have not begun. When many ask at once, as at the opening of a new day, one query answers all
   * that asked before it was sent.
   */
  ofDay(hallId: string, group: MatterGroup, on: string): Promise<readonly FreeSlot[]> {
    return this.days.add({ hallId, group, on });
  }

  private async readDays(days: readonly Day[]): Promise<FreeSlot[][]> {
    const wanted = new Map(days.map((day) => [dayKey(day.hallId, day.group, day.on), day]));
    const now = this.clock.now();
    const rows = await this.db.read.query<StoredSlot[]>(
      `${FREE} AND (${[...wanted].map(() => 'hallId = ? AND matterGroup = ? AND onDay = ?').join(' OR ')})
       ORDER BY startsAt`,
      [now, now, ...[...wanted.values()].flatMap(({ hallId, group, on }) => [hallId, group, on])],
    );
    const found = new Map<string, FreeSlot[]>([...wanted.keys()].map((key) => [key, []]));
    for (const slot of rows) found.get(dayKey(slot.hallId, slot.matterGroup, slot.onDay))?.push(freeOf(slot));
    return days.map(({ hallId, group, on }) => found.get(dayKey(hallId, group, on)) ?? []);
  }

  /** Places left per day, days without slots left out. */
  async remainingByDay(
    hallId: string,
    group: MatterGroup,
    fromOn: string,
    untilOn: string,
  ): Promise<Map<string, number>> {
    const now = this.clock.now();
    const rows = await this.db.read.query<{ onDay: string; remaining: string | number }[]>(
      `SELECT onDay, SUM(CASE WHEN startsAt > ? AND closedReason IS NULL AND free > 0 THEN free ELSE 0 END) AS remaining
       FROM (SELECT onDay, startsAt, closedReason, capacityPublic - booked + ${EXPIRED_HOLDS} AS free FROM slot
             WHERE hallId = ? AND matterGroup = ? AND onDay >= ? AND onDay <= ?) AS slots GROUP BY onDay`,
      [now, now, hallId, group, fromOn, untilOn],
    );
    return new Map(rows.map((r) => [r.onDay, Number(r.remaining)]));
  }

  /** All slots of a slot's hall, group and day, begun or not; places of holds whose time is over count as free. */
  async wholeDay(
    tx: Pick<Transaction, 'query'>,
    { hallId, matterGroup, onDay }: Pick<FreeSlot, 'hallId' | 'matterGroup' | 'onDay'>,
    now: number,
  ): Promise<OpenSlot[]> {
    const rows = await tx.query<(OpenSlot & { expired: number | string })[]>(
      `SELECT slot.*, ${EXPIRED_HOLDS} AS expired FROM slot WHERE hallId = ? AND matterGroup = ? AND onDay = ? ORDER BY startsAt`,
      [now, hallId, matterGroup, onDay],
    );
    return rows.map(({ expired, ...slot }) => ({
      ...slot,
      startsAt: Number(slot.startsAt),
      endsAt: Number(slot.endsAt),
      booked: slot.booked - Number(expired),
    }));
  }

  /** The slots of several groups over some days that have not begun, in their order. */
  async between(
    hallId: string,
    groups: readonly MatterGroup[],
    fromOn: string,
    untilOn: string,
  ): Promise<readonly FreeSlot[]> {
    const now = this.clock.now();
    const rows = await this.db.read.query<StoredSlot[]>(
      `${FREE} AND hallId = ? AND matterGroup IN (${list(groups.length)}) AND onDay >= ? AND onDay <= ? ORDER BY startsAt`,
      [now, now, hallId, ...groups, fromOn, untilOn],
    );
    return rows.map(freeOf);
  }

  /** Every open slot of these groups that begins at an instant or later, in all halls. */
  async openFrom(
    tx: Pick<Transaction, 'query'>,
    groups: readonly MatterGroup[],
    fromAt: number,
    now: number,
  ): Promise<FreeSlot[]> {
    const rows = await tx.query<StoredSlot[]>(
      `${FREE} AND matterGroup IN (${list(groups.length)}) AND closedReason IS NULL ORDER BY startsAt, id`,
      [now, Math.max(fromAt, now) - 1, ...groups],
    );
    return rows.map(freeOf);
  }

  /** The last day that has slots, per hall. */
  async lastDays(): Promise<Map<string, string>> {
    const rows = await this.db.read.query<{ hallId: string; lastOn: string }[]>(
      'SELECT hallId, MAX(onDay) AS lastOn FROM slot GROUP BY hallId',
    );
    return new Map(rows.map((r) => [r.hallId, r.lastOn]));
  }
}
