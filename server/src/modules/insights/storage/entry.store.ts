import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database, type Transaction } from '../../../platform/database/database.js';
import { list } from '../../../platform/database/sql.js';
import { normalise } from '../../../platform/text/normalise.js';
import type { AskedEntry, ChangeMark } from '../../help/index.js';
import { isoWeekOf } from '../domain/iso-week.js';
import { ClusteringStateRow, QuestionClusterMemberRow, QuestionEntryRow } from './insights.entities.js';

const ROWS = 100;
const STATE = 'hot-questions';
const BEGINNING: ClusteringStateRow = {
  id: STATE,
  version: 0,
  questionsAt: 0,
  questionsId: '',
  searchesAt: 0,
  searchesId: '',
  computedAt: 0,
};
export const sources = ['questions', 'searches'] as const;
export type Source = (typeof sources)[number];

export const textKeyOf = (wording: string): string => createHash('sha256').update(wording).digest('hex');

/** Copies of what was asked, and how far copying has come. */
@Injectable()
export class EntryStore {
  constructor(private readonly db: Database) {}

  async state(): Promise<ClusteringStateRow> {
    return (await this.db.read.findOneBy(ClusteringStateRow, { id: STATE })) ?? BEGINNING;
  }

  /** Moves the state on, unless somebody else did so since it was read; then nothing of the transaction may be done. */
  async advance(tx: Transaction, read: ClusteringStateRow, to: Partial<ClusteringStateRow>): Promise<boolean> {
    const next = { ...read, ...to, version: read.version + 1 };
    if (read.version === 0) {
      if (await tx.manager.existsBy(ClusteringStateRow, { id: STATE })) return false;
      await tx.manager.insert(ClusteringStateRow, next);
      return true;
    }
    const done = await tx.manager.update(ClusteringStateRow, { id: STATE, version: read.version }, next);
    return done.affected === 1;
  }

  /**
   * Takes a page of changes in and remembers `mark` as how far it has come. Void when somebody else was at it too;
   * nothing is written when all of it is known.
   */
  async take(
    state: ClusteringStateRow,
    source: Source,
    entries: readonly AskedEntry[],
    mark: ChangeMark,
  ): Promise<'known' | 'taken' | 'void'> {
    const ids = entries.map(({ id }) => id);
    const stored = new Map((await this.db.read.findBy(QuestionEntryRow, { id: In(ids) })).map((row) => [row.id, row]));
    const changes = entries
      .map((entry) => ({ before: stored.get(entry.id), after: rowOf(entry) }))
      .filter(({ before, after }) => !isSame(before, after));
    if (changes.length === 0) return 'known';
    const moved = { [`${source}At`]: mark.changedAt, [`${source}Id`]: mark.id };
    return this.db.transaction(async (tx) => {
      if (!(await this.advance(tx, state, moved))) return 'void';
      await write(tx, changes);
      return 'taken';
    });
  }

  /** Says that everything asked until now is counted. */
  async finished(at: number): Promise<void> {
    await this.db.change('UPDATE clustering_state SET computedAt = ? WHERE id = ?', [at, STATE]);
  }

  /** How many wordings wait for a cluster, counted up to `most`. */
  async waiting(most: number): Promise<number> {
    const rows = await this.db.read.query<unknown[]>(
      `SELECT DISTINCT textKey FROM question_entry WHERE clusterId IS NULL LIMIT ${most}`,
    );
    return rows.length;
  }

  /** Entries of wordings that wait for a cluster, those asked first, at most so many wordings. */
  async unplaced(wordings: number): Promise<{ id: string; text: string; at: number }[]> {
    const keys = await this.db.read.query<{ textKey: string }[]>(
      `SELECT textKey, MIN(at) AS firstAt FROM question_entry WHERE clusterId IS NULL
       GROUP BY textKey ORDER BY firstAt, textKey LIMIT ${wordings}`,
    );
    if (keys.length === 0) return [];
    const rows = await this.db.read.query<{ id: string; text: string; at: number | string }[]>(
      `SELECT id, text, at FROM question_entry WHERE clusterId IS NULL AND textKey IN (${list(keys.length)})`,
      keys.map(({ textKey }) => textKey),
    );
    return rows.map((row) => ({ ...row, at: Number(row.at) }));
  }
}

interface Change {
  before: QuestionEntryRow | undefined;
  /** undefined for what holds no words: a voice without a transcript, or a text that was erased. */
  after: QuestionEntryRow | undefined;
}

function rowOf({ changedAt: _, ...entry }: AskedEntry): QuestionEntryRow | undefined {
  const wording = normalise(entry.text);
  if (wording === '') return undefined;
  return { ...entry, textKey: textKeyOf(wording), clusterId: null, week: isoWeekOf(entry.at) };
}

const isSame = (before: Change['before'], after: Change['after']): boolean =>
  before?.text === after?.text && before?.textKey === after?.textKey && before?.answered === after?.answered;

async function write(tx: Transaction, changes: readonly Change[]): Promise<void> {
  const homes = await homesOf(
    tx,
    changes.flatMap(({ after }) => after?.textKey ?? []),
  );
  const fresh: QuestionEntryRow[] = [];
  for (const { before, after } of changes) {
    const row = after && { ...after, clusterId: homes.get(after.textKey) ?? null };
    if (!before && row) fresh.push(row);
    else if (before && row) await tx.manager.update(QuestionEntryRow, { id: row.id }, row);
    else if (before) await tx.manager.delete(QuestionEntryRow, { id: before.id });
    if (before && before.textKey !== row?.textKey) await forgetWording(tx, before);
  }
  for (let from = 0; from < fresh.length; from += ROWS) {
    await tx.manager.insert(QuestionEntryRow, fresh.slice(from, from + ROWS));
  }
}

async function homesOf(tx: Transaction, textKeys: readonly string[]): Promise<Map<string, string>> {
  const members = await tx.manager.findBy(QuestionClusterMemberRow, { textKey: In([...new Set(textKeys)]) });
  return new Map(members.map(({ textKey, clusterId }) => [textKey, clusterId]));
}

/** A wording that nobody's question has any more leaves its cluster, and the last one takes the cluster along. */
async function forgetWording(tx: Transaction, { textKey, clusterId }: QuestionEntryRow): Promise<void> {
  if (await tx.manager.existsBy(QuestionEntryRow, { textKey })) return;
  await tx.change('DELETE FROM question_cluster_member WHERE textKey = ?', [textKey]);
  if (clusterId === null || (await tx.manager.existsBy(QuestionClusterMemberRow, { clusterId }))) return;
  await tx.change('DELETE FROM question_cluster WHERE id = ? OR mergedIntoId = ?', [clusterId, clusterId]);
}
