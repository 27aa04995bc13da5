import { Injectable } from '@nestjs/common';
import { AppError, type ErrorBody } from '@yiyun/shared';
import { Clock } from '../../platform/clock.js';
import { PersonalData } from '../../platform/crypto/personal-data.js';
import { Database } from '../../platform/database/database.js';
import type { RepeatKey } from '../../platform/http/context.js';

type Kept = { result: unknown } | { refusal: Pick<ErrorBody, 'code' | 'message' | 'fields'> };
const KEEP_MS = 48 * 3_600_000;

/** Answers to writes by their Idempotency-Key: the same key gets the same answer, another content is refused. */
@Injectable()
export class RepeatAnswers {
  static readonly COLUMNS = ['id', 'requestHash', 'at', 'sealed'] as const;

  constructor(
    private readonly db: Database,
    private readonly personalData: PersonalData,
    private readonly clock: Clock,
  ) {}

  /** A row in the order of COLUMNS. */
  row(repeat: RepeatKey, at: number, kept: Kept): unknown[] {
    return [repeat.id, repeat.requestHash, at, this.personalData.seal(JSON.stringify(kept))];
  }

  /** The earlier answer, or undefined; `answer()` gives the result again or throws the refusal again. */
  async find<T>(repeat: RepeatKey): Promise<{ answer(): T } | undefined> {
    const [row] = await this.db.read.query<{ requestHash: string; sealed: string }[]>(
      'SELECT requestHash, sealed FROM repeat_answer WHERE id = ?',
      [repeat.id],
    );
    return row && { answer: () => this.open<T>(repeat, row) };
  }

  /** Opens a stored row; refuses when the same key came with another content. */
  open<T>(repeat: RepeatKey, row: { requestHash: string; sealed: string }): T {
    if (row.requestHash !== repeat.requestHash) throw new AppError('request.idempotency_key_reused');
    const kept = JSON.parse(this.personalData.open(row.sealed)) as Kept;
    if ('result' in kept) return kept.result as T;
    throw AppError.fromBody(kept.refusal, 0);
  }

  refusalRow(repeat: RepeatKey, at: number, error: AppError): unknown[] {
    const refusal = { code: error.code, message: error.message, ...(error.fields && { fields: error.fields }) };
    return this.row(repeat, at, { refusal });
  }

  /** Removes answers that nobody will ask for any more. */
  async prune(): Promise<void> {
    await this.db.change('DELETE FROM repeat_answer WHERE at < ?', [this.clock.now() - KEEP_MS]);
  }
}
