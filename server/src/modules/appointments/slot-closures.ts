import type { Transaction } from '../../platform/database/database.js';
import type { SlotClosure } from './domain/slot-changes.js';

/** Knows for which times a hall is closed by a disruption; disruptions answer. */
export abstract class SlotClosures {
  /** Closures of a hall that touch the time from `fromAt` to `untilAt`, as the transaction sees them. */
  abstract closuresOf(
    tx: Pick<Transaction, 'query'>,
    hallId: string,
    fromAt: number,
    untilAt: number,
  ): Promise<SlotClosure[]>;
}
