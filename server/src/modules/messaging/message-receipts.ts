import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/database.js';

/** What other modules ask of messages that were sent (N3). */
@Injectable()
export class MessageReceipts {
  /** When the citizen first opened a message about this thing; null when none was opened yet. */
  async openedAt(tx: Pick<Transaction, 'query'>, citizenId: string, subjectId: string): Promise<number | null> {
    const [row] = await tx.query<{ readAt: number | string | null }[]>(
      'SELECT MIN(readAt) AS readAt FROM message WHERE citizenId = ? AND subjectId = ?',
      [citizenId, subjectId],
    );
    return row?.readAt == null ? null : Number(row.readAt);
  }
}
