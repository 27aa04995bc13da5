import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/database/database.js';
import { ConcurrentWriteError } from '../../../platform/database/database-errors.js';
import { list } from '../../../platform/database/sql.js';
import { StatementGroup } from '../../../platform/database/statement-group.js';
import type { Command } from '../../records/index.js';

/** The places of slots: the only code that changes `booked`. */
@Injectable()
export class Places {
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

  /** Gives back one place in each of these slots; everything that frees a place comes here. */
  async giveBack(command: Command, slotIds: readonly string[]): Promise<void> {
    if (slotIds.length === 0) return;
    const ids = [...slotIds].sort();
    const freed = await command.change(
      `UPDATE slot SET booked = booked - 1 WHERE id IN (${list(ids.length)}) AND booked > 0`,
      ids,
    );
    if (freed !== ids.length) throw new ConcurrentWriteError('a slot has no booked place to give back');
  }
}
