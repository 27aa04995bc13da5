import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '@yiyun/shared';
import { Clock } from '../../platform/clock.js';
import { Batcher } from '../../platform/database/batcher.js';
import { Database } from '../../platform/database/database.js';
import type { Context } from '../../platform/http/context.js';
import type { Facts } from './domain/interaction.js';
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

/** The stream of what one actor read and was refused. Nobody's reads are kept by day. */
function ownStream(ctx: Context, now: number): string {
  const { actor } = ctx;
  if ('id' in actor) return `${actor.kind}:${actor.id}`;
  return `${actor.kind}:${new Date(now).toISOString().slice(0, 10)}`;
}

/** Records reads and refusals. They are written in groups; the promise is kept only when they are committed. */
@Injectable()
export class Recorder {
  private readonly batcher: Batcher<InteractionBy, undefined>;

  constructor(
    db: Database,
    store: InteractionStore,
    private readonly clock: Clock,
  ) {
    this.batcher = new Batcher(
      async (entries) => {
        await db.transaction((tx) => store.append(tx, clock.now(), entries));
        return entries.map(() => undefined);
      },
      { lanes: 1, maxBatch: 128, maxDepth: 5_000 },
    );
  }

  /** Call it before the answer is sent: whoever has seen something stands in the record. */
  async viewed(ctx: Context, viewing: Viewing): Promise<void> {
    const { actor } = ctx;
    await this.batcher.add({
      ctx,
      streamId: ownStream(ctx, this.clock.now()),
      kind: viewing.kind,
      subjectKind: viewing.subjectKind,
      subjectId: viewing.subjectId,
      partyId: viewing.partyId ?? (actor.kind === 'citizen' ? actor.id : null),
      facts: viewing.facts ?? {},
    });
  }

  async refused(ctx: Context, what: string, code: ErrorCode): Promise<void> {
    const { actor } = ctx;
    await this.batcher.add({
      ctx,
      streamId: ownStream(ctx, this.clock.now()),
      kind: 'Refused',
      subjectKind: 'command',
      subjectId: what,
      partyId: actor.kind === 'citizen' ? actor.id : null,
      facts: { code },
    });
  }
}
