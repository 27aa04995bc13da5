import { Injectable } from '@nestjs/common';
import { PersonalData } from '../../../platform/crypto/personal-data.js';
import { randomBytes } from '../../../platform/crypto/random.js';
import type { Transaction } from '../../../platform/database/database.js';
import { ConcurrentWriteError, isDuplicate } from '../../../platform/database/database-errors.js';
import { insertSql, list } from '../../../platform/database/sql.js';
import type { Actor, Context } from '../../../platform/http/context.js';
import { newId } from '../../../platform/ids.js';
import { canonicalOf, entryHashOf, type Facts, GENESIS, personalHashOf } from '../domain/interaction.js';

/** What a service says of an interaction; the rest comes from the context. */
export interface NewInteraction {
  streamId: string;
  kind: string;
  subjectKind: string;
  subjectId: string;
  facts: Facts;
  /** What must be erasable: names, words of the person. */
  personal?: Facts;
  /** The citizen in whose service record it stands. */
  partyId?: string | null;
  onBehalfOf?: string | null;
  /** True when nothing has been recorded in this stream before: saves a look-up. */
  first?: boolean;
}
export interface InteractionBy extends NewInteraction {
  ctx: Pick<Context, 'actor' | 'terminal'>;
}

const SALT_BYTES = 16;
const COLUMNS = [
  'id',
  'streamId',
  'streamVersion',
  'at',
  'actorKind',
  'actorId',
  'partyId',
  'onBehalfOf',
  'terminal',
  'kind',
  'subjectKind',
  'subjectId',
  'payload',
  'personalHash',
  'prevHash',
  'entryHash',
] as const;

interface Head {
  streamVersion: number;
  entryHash: string;
}

const actorIdOf = (actor: Actor): string | null => ('id' in actor ? actor.id : null);

/** Appends to the record within the caller's transaction; nothing here changes or removes an entry (R3). */
@Injectable()
export class InteractionStore {
  constructor(private readonly personalData: PersonalData) {}

  /** Appends entries of any number of streams, in the order given. A lost race for a stream undoes the transaction. */
  async append(
    tx: Pick<Transaction, 'query' | 'change'>,
    at: number,
    entries: readonly InteractionBy[],
  ): Promise<void> {
    if (entries.length === 0) return;
    const before = await this.headsOf(tx, entries);
    const heads = new Map(before);
    const values: unknown[] = [];
    const personal: unknown[] = [];
    for (const entry of entries) {
      const head = heads.get(entry.streamId) ?? { streamVersion: 0, entryHash: GENESIS };
      const built = this.build(entry, head, at, personal);
      heads.set(entry.streamId, { streamVersion: built.streamVersion, entryHash: built.entryHash });
      values.push(...COLUMNS.map((column) => built[column]));
    }
    try {
      await tx.query(insertSql('interaction', COLUMNS, entries.length), values);
      await this.saveHeads(tx, before, heads);
    } catch (error) {
      throw isDuplicate(error) ? new ConcurrentWriteError('a stream was written by somebody else') : error;
    }
    if (personal.length > 0) {
      await tx.query(
        insertSql('interaction_personal', ['interactionId', 'salt', 'sealed'], personal.length / 3),
        personal,
      );
    }
  }

  /** Removes the personal parts of a citizen's entries for good. The entries stay, and their chain holds. */
  async eraseParty(tx: Pick<Transaction, 'change'>, partyId: string): Promise<void> {
    await tx.change(
      'DELETE FROM interaction_personal WHERE interactionId IN (SELECT id FROM interaction WHERE partyId = ?)',
      [partyId],
    );
  }

  /** The same for one stream: what was recorded of a person before anybody knew whose it was. */
  async eraseStream(tx: Pick<Transaction, 'change'>, streamId: string): Promise<void> {
    await tx.change(
      'DELETE FROM interaction_personal WHERE interactionId IN (SELECT id FROM interaction WHERE streamId = ?)',
      [streamId],
    );
  }

  private build(entry: InteractionBy, head: Head, at: number, personal: unknown[]) {
    const id = newId(at);
    let personalHash: string | null = null;
    if (entry.personal) {
      const salt = randomBytes(SALT_BYTES).toString('hex');
      const text = JSON.stringify(entry.personal);
      personalHash = personalHashOf(salt, text);
      personal.push(id, salt, this.personalData.seal(text));
    }
    const built = {
      id,
      streamId: entry.streamId,
      streamVersion: head.streamVersion + 1,
      at,
      actorKind: entry.ctx.actor.kind,
      actorId: actorIdOf(entry.ctx.actor),
      partyId: entry.partyId ?? null,
      onBehalfOf: entry.onBehalfOf ?? null,
      terminal: entry.ctx.terminal,
      kind: entry.kind,
      subjectKind: entry.subjectKind,
      subjectId: entry.subjectId,
      payload: JSON.stringify(entry.facts),
      personalHash,
    };
    return { ...built, prevHash: head.entryHash, entryHash: entryHashOf(head.entryHash, canonicalOf(built)) };
  }

  private async headsOf(tx: Pick<Transaction, 'query'>, entries: readonly InteractionBy[]): Promise<Map<string, Head>> {
    const known = [...new Set(entries.filter((e) => !e.first).map((e) => e.streamId))];
    if (known.length === 0) return new Map();
    const found = await tx.query<(Head & { streamId: string })[]>(
      `SELECT streamId, streamVersion, entryHash FROM record_head WHERE streamId IN (${list(known.length)})`,
      known,
    );
    return new Map(found.map(({ streamId, ...head }) => [streamId, head]));
  }

  private async saveHeads(
    tx: Pick<Transaction, 'query' | 'change'>,
    before: Map<string, Head>,
    after: Map<string, Head>,
  ): Promise<void> {
    const fresh = [...after].filter(([streamId]) => !before.has(streamId));
    if (fresh.length > 0) {
      const values = fresh.flatMap(([streamId, head]) => [streamId, head.streamVersion, head.entryHash]);
      await tx.query(insertSql('record_head', ['streamId', 'streamVersion', 'entryHash'], fresh.length), values);
    }
    if (before.size === 0) return;
    const ids = [...before.keys()];
    const oneOf = (of: (streamId: string) => unknown) => ids.flatMap((streamId) => [streamId, of(streamId)]);
    const choice = `CASE streamId ${ids.map(() => 'WHEN ? THEN ?').join(' ')} END`;
    const moved = await tx.change(
      `UPDATE record_head SET streamVersion = ${choice}, entryHash = ${choice}
       WHERE streamId IN (${list(ids.length)}) AND streamVersion = ${choice}`,
      [
        ...oneOf((id) => after.get(id)?.streamVersion),
        ...oneOf((id) => after.get(id)?.entryHash),
        ...ids,
        ...oneOf((id) => before.get(id)?.streamVersion),
      ],
    );
    if (moved !== ids.length) throw new ConcurrentWriteError('a stream was written by somebody else');
  }
}
