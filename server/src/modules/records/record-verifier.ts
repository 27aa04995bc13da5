import { Inject, Injectable } from '@nestjs/common';
import { PersonalData } from '../../platform/crypto/personal-data.js';
import { Database } from '../../platform/database/database.js';
import { list } from '../../platform/database/sql.js';
import { type ChainFault, faultOf, type Interaction, personalHashOf } from './domain/interaction.js';
import { type RecordedTable, type StateFault, StateReplay, type StateReport } from './state-replay.js';

export interface VerifyReport {
  streams: number;
  interactions: number;
  personalParts: number;
  /** Entries whose personal part was erased on request; the chain holds without it. */
  erasedParts: number;
  faults: ChainFault[];
  /** Of the tables that were to be compared with their record. */
  states: StateReport[];
  stateFaults: StateFault[];
}
export interface VerifyOptions {
  /** Compares the rows of these tables with what their streams say (R1, R4). */
  tables?: readonly RecordedTable[];
  onProgress?(checked: number): void;
}

const PAGE = 2_000;
const numbers = (i: Interaction): Interaction => ({ ...i, at: Number(i.at), streamVersion: Number(i.streamVersion) });

/**
 * Recomputes every stream's chain from the stored bytes (R2) and names what doesn't fit. On a database in use it must
 * read within one transaction with one view.
 */
@Injectable()
export class RecordVerifier {
  constructor(
    @Inject(Database) private readonly db: Pick<Database, 'read'>,
    private readonly personalData: PersonalData,
  ) {}

  async verify({ tables = [], onProgress }: VerifyOptions = {}): Promise<VerifyReport> {
    const none = { streams: 0, interactions: 0, personalParts: 0, erasedParts: 0 };
    const report: VerifyReport = { ...none, faults: [], states: [], stateFaults: [] };
    const replay = new StateReplay(this.db.read, tables);
    let previous: Interaction | undefined;
    for await (const page of this.pages()) {
      for (const entry of page) {
        if (entry.streamId !== previous?.streamId) {
          report.streams++;
          previous = undefined;
        }
        report.interactions++;
        const problem = faultOf(previous, entry);
        if (problem) report.faults.push(faultAt(entry, problem));
        replay.take(entry, problem === undefined);
        previous = entry;
      }
      await this.checkPersonal(page, report);
      await replay.compareFinished();
      onProgress?.(report.interactions);
    }
    report.faults.push(...(await this.headFaults()));
    report.states = await replay.finish();
    report.stateFaults = replay.faults;
    return report;
  }

  private async *pages(): AsyncGenerator<Interaction[]> {
    let [streamId, version] = ['', 0];
    for (;;) {
      const page = await this.db.read.query<Interaction[]>(
        `SELECT * FROM interaction WHERE streamId > ? OR (streamId = ? AND streamVersion > ?) ORDER BY streamId, streamVersion LIMIT ${PAGE}`,
        [streamId, streamId, version],
      );
      if (page.length === 0) return;
      yield page.map(numbers);
      const last = page[page.length - 1] as Interaction;
      [streamId, version] = [last.streamId, last.streamVersion];
    }
  }

  private async checkPersonal(page: Interaction[], report: VerifyReport): Promise<void> {
    const committed = page.filter((e) => e.personalHash !== null);
    if (committed.length === 0) return;
    const rows = await this.db.read.query<{ interactionId: string; salt: string; sealed: string }[]>(
      `SELECT interactionId, salt, sealed FROM interaction_personal WHERE interactionId IN (${list(committed.length)})`,
      committed.map((e) => e.id),
    );
    const byId = new Map(rows.map((r) => [r.interactionId, r]));
    for (const entry of committed) {
      const row = byId.get(entry.id);
      if (!row) report.erasedParts++;
      else if (this.opens(row, entry.personalHash)) report.personalParts++;
      else report.faults.push(faultAt(entry, 'personal part altered'));
    }
  }

  private opens(row: { salt: string; sealed: string }, hash: string | null): boolean {
    try {
      return personalHashOf(row.salt, this.personalData.open(row.sealed)) === hash;
    } catch {
      return false;
    }
  }

  /** A stream whose newest entry is not the one its head names: the newest entries were removed, or all of it. */
  private async headFaults(): Promise<ChainFault[]> {
    const rows = await this.db.read.query<{ streamId: string; streamVersion: number }[]>(
      `SELECT h.streamId, h.streamVersion FROM record_head h
       LEFT JOIN interaction i ON i.streamId = h.streamId AND i.streamVersion = h.streamVersion
       WHERE i.id IS NULL OR i.entryHash <> h.entryHash
       UNION
       SELECT i.streamId, i.streamVersion FROM interaction i
       LEFT JOIN record_head h ON h.streamId = i.streamId
       WHERE h.streamId IS NULL OR i.streamVersion > h.streamVersion`,
    );
    return rows.map((r) => ({
      ...r,
      streamVersion: Number(r.streamVersion),
      interactionId: '',
      problem: 'head differs' as const,
    }));
  }
}

const faultAt = (entry: Interaction, problem: ChainFault['problem']): ChainFault => ({
  streamId: entry.streamId,
  streamVersion: entry.streamVersion,
  interactionId: entry.id,
  problem,
});
