import { list } from '../../platform/database/sql.js';
import type { Facts, Interaction } from './domain/interaction.js';

/** A table whose rows have a history: `version` counts the entries of the row's stream, and their facts give the row. */
export interface RecordedTable {
  /** In plain words, e.g. 预约. */
  title: string;
  /** The table, or a query in brackets, with the columns `id` and `version`. */
  table: string;
  /** `case` where the streams are `case:<id>`. */
  stream: string;
}
export interface StateFault {
  title: string;
  streamId: string;
  problem: 'no record' | 'no row' | 'version differs' | 'state differs';
  /** The columns that differ from what was recorded. */
  columns: string[];
}
export interface StateReport {
  title: string;
  rows: number;
}
/** Reads within one view of the database. */
export interface Reading {
  query<T>(sql: string, parameters?: unknown[]): Promise<T>;
}

interface Replayed {
  of: RecordedTable;
  streamId: string;
  version: number;
  facts: Record<string, unknown>;
}
type StoredRow = Record<string, unknown> & { id: string; version: number | string };

const PAGE = 2_000;
const AT_ONCE = 500;

/** Replays streams and compares what they say with the rows (R1, R4). Entries come in the order of streams and versions. */
export class StateReplay {
  readonly faults: StateFault[] = [];
  private readonly ofStream: ReadonlyMap<string, RecordedTable>;
  private readonly waiting: Replayed[] = [];
  private streamId = '';
  private current: Replayed | undefined;

  constructor(
    private readonly db: Reading,
    private readonly tables: readonly RecordedTable[],
  ) {
    this.ofStream = new Map(tables.map((table) => [table.stream, table]));
  }

  /** The next entry; an unsound one spoils its stream, which is then not compared. */
  take(entry: Interaction, sound: boolean): void {
    if (entry.streamId !== this.streamId) {
      this.endStream();
      this.streamId = entry.streamId;
      const of = this.ofStream.get(entry.streamId.split(':', 1)[0] as string);
      this.current = of && { of, streamId: entry.streamId, version: 0, facts: {} };
    }
    if (!sound) this.current = undefined;
    if (!this.current) return;
    Object.assign(this.current.facts, JSON.parse(entry.payload) as Facts);
    this.current.version = entry.streamVersion;
  }

  /** Compares the streams that were read to their end. */
  async compareFinished(): Promise<void> {
    while (this.waiting.length >= AT_ONCE) await this.compare(this.waiting.splice(0, AT_ONCE));
  }

  /** After the last entry: compares the rest, and looks for rows of which nothing is recorded. */
  async finish(): Promise<StateReport[]> {
    this.endStream();
    while (this.waiting.length > 0) await this.compare(this.waiting.splice(0, AT_ONCE));
    const reports: StateReport[] = [];
    for (const table of this.tables) reports.push({ title: table.title, rows: await this.lookForHeads(table) });
    return reports;
  }

  private endStream(): void {
    if (this.current) this.waiting.push(this.current);
    this.current = undefined;
  }

  private async compare(replayed: readonly Replayed[]): Promise<void> {
    for (const table of new Set(replayed.map(({ of }) => of))) {
      const group = replayed.filter(({ of }) => of === table);
      const stored = await this.db.query<StoredRow[]>(
        `SELECT * FROM ${table.table} AS thing WHERE id IN (${list(group.length)})`,
        group.map(idOf),
      );
      const byId = new Map(stored.map((row) => [row.id, row]));
      for (const one of group) this.judge(one, byId.get(idOf(one)));
    }
  }

  private judge({ of, streamId, version, facts }: Replayed, row: StoredRow | undefined): void {
    const fault = (problem: StateFault['problem'], columns: string[] = []) =>
      this.faults.push({ title: of.title, streamId, problem, columns });
    if (!row) fault('no row');
    else if (Number(row.version) !== version) fault('version differs');
    else {
      const columns = Object.keys(facts).filter((name) => name in row && !isSame(row[name], facts[name]));
      if (columns.length > 0) fault('state differs', columns);
    }
  }

  private async lookForHeads({ table, title, stream }: RecordedTable): Promise<number> {
    let rows = 0;
    for (let after = ''; ; ) {
      const page = await this.db.query<{ id: string }[]>(
        `SELECT id FROM ${table} AS thing WHERE id > ? ORDER BY id LIMIT ${PAGE}`,
        [after],
      );
      if (page.length === 0) return rows;
      rows += page.length;
      after = (page.at(-1) as { id: string }).id;
      const streamIds = page.map(({ id }) => `${stream}:${id}`);
      const heads = await this.db.query<{ streamId: string }[]>(
        `SELECT streamId FROM record_head WHERE streamId IN (${list(streamIds.length)})`,
        streamIds,
      );
      const known = new Set(heads.map(({ streamId }) => streamId));
      for (const streamId of streamIds) {
        if (!known.has(streamId)) this.faults.push({ title, streamId, problem: 'no record', columns: [] });
      }
    }
  }
}

const idOf = ({ of, streamId }: Replayed): string => streamId.slice(of.stream.length + 1);

/** Whether a raw column holds what the facts say: JSON as text, yes and no as 1 and 0, big numbers perhaps as text. */
function isSame(stored: unknown, fact: unknown): boolean {
  if (stored === null || fact === null) return stored === fact;
  if (typeof fact === 'object') return JSON.stringify(JSON.parse(String(stored))) === JSON.stringify(fact);
  if (typeof fact === 'boolean') return Number(stored) === Number(fact);
  return String(stored) === String(fact);
}
