import { Injectable } from '@nestjs/common';
import { AppError } from '@yiyun/shared';
import { LRUCache } from 'lru-cache';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Command } from '../records/index.js';
import { isPassword, pretendCheck } from './domain/password.js';
import { minutesUntil } from './domain/refusals.js';
import { StaffRow } from './storage/staff.entities.js';

const MAX_FAILURES = 5;
const LOCK_MS = 15 * 60_000;

/**
 * Checks passwords. Five wrong ones lock an account for fifteen minutes. A name that nobody has behaves and takes time
 * like an account, so that names can't be found out.
 */
@Injectable()
export class StaffPasswords {
  private readonly strangers: LRUCache<string, { failures: number; lockedUntil: number }>;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {
    this.strangers = new LRUCache({ max: 10_000 });
  }

  /** The active account with this password; otherwise `auth.password_wrong` or `auth.account_locked`. */
  async check(account: string, password: string): Promise<StaffRow> {
    const now = this.clock.now();
    const row = await this.db.read.findOneBy(StaffRow, { account });
    const lockedUntil = row ? await this.count(row.id, now) : this.countStranger(account, now);
    if (lockedUntil === 'locked before') throw await this.lockedError(account, now);
    const right = row ? await isPassword(password, row.passwordHash) : await pretendCheck(password);
    if (right && row?.active) return row;
    if (lockedUntil > now) throw new AppError('auth.account_locked', minutesUntil(lockedUntil, now));
    throw new AppError('auth.password_wrong');
  }

  /** Within the command that a right password allows: the failures before it are forgotten. */
  async clear(command: Command, staffId: string): Promise<void> {
    await command.change('UPDATE staff SET failures = 0, lockedUntil = 0 WHERE id = ?', [staffId]);
  }

  /** Counts a try before it is made, so that no number of parallel guesses gets more than five. */
  private async count(staffId: string, now: number): Promise<number | 'locked before'> {
    const counted = await this.db.change(
      `UPDATE staff SET lockedUntil = CASE WHEN failures % ${MAX_FAILURES} = ${MAX_FAILURES - 1} THEN ? ELSE 0 END,
         failures = failures + 1
       WHERE id = ? AND lockedUntil <= ?`,
      [now + LOCK_MS, staffId, now],
    );
    if (counted !== 1) return 'locked before';
    return (await this.db.read.findOneByOrFail(StaffRow, { id: staffId })).lockedUntil;
  }

  private countStranger(account: string, now: number): number | 'locked before' {
    const { failures, lockedUntil } = this.strangers.get(account) ?? { failures: 0, lockedUntil: 0 };
    if (lockedUntil > now) return 'locked before';
    const next = { failures: failures + 1, lockedUntil: (failures + 1) % MAX_FAILURES === 0 ? now + LOCK_MS : 0 };
    this.strangers.set(account, next);
    return next.lockedUntil;
  }

  private async lockedError(account: string, now: number): Promise<AppError<'auth.account_locked'>> {
    const row = await this.db.read.findOneBy(StaffRow, { account });
    const lockedUntil = row?.lockedUntil ?? this.strangers.get(account)?.lockedUntil ?? now;
    return new AppError('auth.account_locked', minutesUntil(lockedUntil, now));
  }
}
