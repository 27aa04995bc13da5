import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../../platform/database/database.js';
import { ConcurrentWriteError } from '../../../platform/database/database-errors.js';
import { list } from '../../../platform/database/sql.js';
import { StatementGroup } from '../../../platform/database/statement-group.js';
import type { Command } from '../../records/index.js';
import type { OpenSlot } from '../domain/booking.js';
import { Offers } from '../waitlist/offers.js';

type PlannedSlot = OpenSlot & { capacityTotal: number };

/** The places of slots: the only code that changes `booked`. */
@Injectable()
export class Places {
  constructor(
    private readonly db: Database,
    private readonly offers: Offers,
  ) {}

  /**
   * Takes so many places in each of these slots, by one guarded statement in the order of ids. A slot that has too few left,
   * or was closed, since it was looked at undoes the transaction, which then runs again (A1).
   */
  async take(tx: Pick<Transaction, 'queryAll'>, wanted: ReadonlyMap<string, number>): Promise<void> {
    const writes = new StatementGroup();
    this.takeWith(writes, wanted);
    await writes.send(tx);
  }

  /** The same as a part of what a group writes. */
  takeWith(writes: StatementGroup, wanted: ReadonlyMap<string, number>): void {
    if (wanted.size === 0) return;
    const ids = [...wanted.keys()].sort();
    const count = `CASE id ${ids.map(() => 'WHEN ? THEN ?').join(' ')} END`;
    const pairs = ids.flatMap((id) => [id, wanted.get(id)]);
    const sql = `UPDATE slot SET booked = booked + ${count}
       WHERE id IN (${list(ids.length)}) AND booked + ${count} <= capacityPublic AND closedReason IS NULL`;
    writes.expect(ids.length, sql, [...pairs, ...ids, ...pairs], 'a slot was taken by somebody else');
  }

  /**
   * Gives back one place in each of these slots; everything that frees a place comes here. In the same transaction it is
   * held for the first who waits for it, so that nobody can snatch it; only without one is it free for everybody. A place
   * that the plan of the hall no longer has, or of a closed slot, is gone.
   */
  async giveBack(command: Command, slotIds: readonly string[]): Promise<void> {
    const ids = [...slotIds].sort();
    for (const slot of await this.slotsOf(command, ids)) {
      const isOfPlan = slot.capacityPublic <= slot.capacityTotal;
      const next = isOfPlan && slot.booked <= slot.capacityPublic ? await this.offers.next(command, slot) : undefined;
      if (next) await this.offers.make(command, slot, next);
      else await this.free(command, slot, isOfPlan);
    }
  }

  /** Offers the free places of these slots to those who wait for them: after more places were made, or a slot reopened. */
  async offerFree(command: Command, slotIds: readonly string[]): Promise<void> {
    for (const slot of await this.slotsOf(command, [...slotIds].sort())) {
      for (let left = slot.capacityPublic - slot.booked; left > 0; left--) {
        const next = await this.offers.next(command, slot);
        if (!next) break;
        await this.take(command, new Map([[slot.id, 1]]));
        await this.offers.make(command, slot, next);
      }
    }
  }

  private async free(command: Command, { id }: OpenSlot, isOfPlan: boolean): Promise<void> {
    const fewer = isOfPlan ? '' : ', capacityPublic = capacityPublic - 1';
    const freed = await command.change(`UPDATE slot SET booked = booked - 1${fewer} WHERE id = ? AND booked > 0`, [id]);
    if (freed !== 1) throw new ConcurrentWriteError('a slot has no booked place to give back');
  }

  /** Locked where the database can: it saves tries. */
  private async slotsOf(command: Command, ids: readonly string[]): Promise<PlannedSlot[]> {
    if (ids.length === 0) return [];
    const rows = await command.query<PlannedSlot[]>(
      `SELECT * FROM slot WHERE id IN (${list(ids.length)}) ORDER BY id${this.db.isSqlite ? '' : ' FOR UPDATE'}`,
      [...ids],
    );
    return rows.map((slot) => ({ ...slot, startsAt: Number(slot.startsAt), endsAt: Number(slot.endsAt) }));
  }
}
