import { Injectable } from '@nestjs/common';
import { AppError, HOUR_MS, MINUTE_MS } from '@yiyun/shared';
import { Clock } from '../../platform/clock.js';
import { PersonalData } from '../../platform/crypto/personal-data.js';
import { Database } from '../../platform/database/database.js';
import { isDuplicate } from '../../platform/database/database-errors.js';

/** So many wrong tries within a time; after the last one nothing is answered until it has passed. */
interface Allowance {
  tries: number;
  ms: number;
  /** Whether each try begins the time anew. */
  renews: boolean;
}
const OF_RECEIPT: Allowance = { tries: 5, ms: 15 * MINUTE_MS, renews: true };
const OF_ADDRESS: Allowance = { tries: 30, ms: HOUR_MS, renews: false };
/** Rounds of look, change, look again: somebody else may change the same counter in between. */
const MAX_ROUNDS = 5;

/**
 * Counts wrong look-ups by receipt number and by address, in a table, so that all instances count together. A try is
 * charged before it is judged and given back when it was right: many at once get no more than one after another.
 */
@Injectable()
export class LookUpLimits {
  constructor(
    private readonly db: Database,
    private readonly personalData: PersonalData,
    private readonly clock: Clock,
  ) {}

  /** Refuses with `case.lookup_throttled`; otherwise gives a function that takes the charge back. */
  async charge(receiptNo: string, ip: string): Promise<() => Promise<void>> {
    const keys: [string, Allowance][] = [
      [this.personalData.hash(`look-up ip ${ip}`), OF_ADDRESS],
      [this.personalData.hash(`look-up receipt ${receiptNo}`), OF_RECEIPT],
    ];
    for (const [id, allowance] of keys) await this.chargeOne(id, allowance);
    return async () => {
      for (const [id] of keys)
        await this.db.change('UPDATE look_up_allowance SET used = used - 1 WHERE id = ? AND used > 0', [id]);
    };
  }

  /** Removes counters whose time has passed. */
  async prune(): Promise<void> {
    await this.db.change('DELETE FROM look_up_allowance WHERE endsAt < ?', [this.clock.now()]);
  }

  private async chargeOne(id: string, { tries, ms, renews }: Allowance): Promise<void> {
    const now = this.clock.now();
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const counted = await this.db.change(
        `UPDATE look_up_allowance SET used = used + 1, endsAt = ${renews ? '?' : 'endsAt'}
         WHERE id = ? AND endsAt > ? AND used < ?`,
        [...(renews ? [now + ms] : []), id, now, tries],
      );
      if (counted === 1) return;
      const begun = await this.db.change(
        'UPDATE look_up_allowance SET used = 1, endsAt = ? WHERE id = ? AND endsAt <= ?',
        [now + ms, id, now],
      );
      if (begun === 1 || (await this.create(id, now + ms))) return;
      const [row] = await this.db.read.query<{ used: number; endsAt: string | number }[]>(
        'SELECT used, endsAt FROM look_up_allowance WHERE id = ?',
        [id],
      );
      if (row && row.used >= tries) throw throttled(Number(row.endsAt) - now);
    }
    throw throttled(ms);
  }

  private async create(id: string, endsAt: number): Promise<boolean> {
    try {
      await this.db.change('INSERT INTO look_up_allowance (id, used, endsAt) VALUES (?, 1, ?)', [id, endsAt]);
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }
}

function throttled(leftMs: number): AppError {
  const refusal = new AppError('case.lookup_throttled', { minutes: Math.max(1, Math.ceil(leftMs / MINUTE_MS)) });
  refusal.retryAfterSeconds = Math.max(1, Math.ceil(leftMs / 1000));
  return refusal;
}
