import { Injectable } from '@nestjs/common';
import type { AppError } from '@yiyun/shared';
import { Clock } from '../../platform/clock.js';
import { Batcher } from '../../platform/database/batcher.js';
import { Database } from '../../platform/database/database.js';
import { isDuplicate } from '../../platform/database/database-errors.js';
import { insertSql } from '../../platform/database/sql.js';
import type { Context } from '../../platform/http/context.js';
import type { Facts } from './domain/interaction.js';
import { RepeatAnswers } from './repeat-answers.js';
import { type InteractionBy, InteractionStore } from './storage/interaction.store.js';

/** What somebody looked at. */
export interface Viewing {
  kind: string;
  subjectKind: string;
  subjectId: string;
  /** The citizen whose thing it is; stands in that citizen's service record. */
  partyId?: string | null;
  facts?: Facts;
}

interface Entry {
  interaction: InteractionBy;
  /** The answer to keep for the same Idempotency-Key, as a row of RepeatAnswers. */
  answer?: unknown[];
}

/** The stream of what one actor read and was refused. Nobody's reads are kept by day. */
function ownStream(ctx: Context, now: number): string {
  const { actor } = ctx;
  if ('id' in actor) return `${actor.kind}:${actor.id}`;
  return `${actor.kind}:${new Date(now).toISOString().slice(0, 10)}`;
}

/** Records reads and refusals. They are written in groups; the promise is kept only when they are committed. */
@Injectable()
export class Recorder {
  private readonly batcher: Batcher<Entry, undefined>;

  constructor(
    db: Database,
    store: InteractionStore,
    private readonly answers: RepeatAnswers,
    private readonly clock: Clock,
  ) {
    this.batcher = new Batcher(
      async (entries) => {
        await db.transaction(async (tx) => {
          await store.append(
            tx,
            clock.now(),
            entries.map((e) => e.interaction),
          );
          const rows = entries.flatMap((e) => (e.answer ? [e.answer] : []));
          if (rows.length > 0)
            await tx.query(insertSql('repeat_answer', RepeatAnswers.COLUMNS, rows.length), rows.flat());
        });
        return entries.map(() => undefined);
      },
      { lanes: 1, maxBatch: 128, maxDepth: 5_000 },
    );
  }

  /** Call it before the answer is sent: whoever has seen something stands in the record. */
  async viewed(ctx: Context, viewing: Viewing): Promise<void> {
    const { actor } = ctx;
    await this.batcher.add({
      interaction: {
        ctx,
        streamId: ownStream(ctx, this.clock.now()),
        kind: viewing.kind,
        subjectKind: viewing.subjectKind,
        subjectId: viewing.subjectId,
        partyId: viewing.partyId ?? (actor.kind === 'citizen' ? actor.id : null),
        facts: viewing.facts ?? {},
      },
    });
  }

  /** Records that a command was refused, and keeps the refusal as the answer to its Idempotency-Key. */
  async refused(ctx: Context, what: string, refusal: AppError): Promise<void> {
    const { actor } = ctx;
    const now = this.clock.now();
    const interaction: InteractionBy = {
      ctx,
      streamId: ownStream(ctx, now),
      kind: 'Refused',
      subjectKind: 'command',
      subjectId: what,
      partyId: actor.kind === 'citizen' ? actor.id : null,
      facts: { code: refusal.code },
    };
    try {
      await this.batcher.add({ interaction, answer: ctx.repeat && this.answers.refusalRow(ctx.repeat, now, refusal) });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      await this.batcher.add({ interaction });
    }
  }
}
