import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { Batcher } from '../../../platform/database/batcher.js';
import { Database } from '../../../platform/database/database.js';
import { insertSql } from '../../../platform/database/sql.js';
import { newId } from '../../../platform/ids.js';
import type { SearchLogRow } from './knowledge.entities.js';

const COLUMNS = ['id', 'at', 'text', 'resultCount', 'citizenId'] as const;

/** Keeps every search, written in groups. */
@Injectable()
export class SearchLog {
  private readonly batcher: Batcher<SearchLogRow, string>;

  constructor(
    db: Database,
    private readonly clock: Clock,
  ) {
    this.batcher = new Batcher(
      async (rows) => {
        const values = rows.flatMap((row) => COLUMNS.map((column) => row[column]));
        await db.transaction((tx) => tx.query(insertSql('search_log', COLUMNS, rows.length), values));
        return rows.map(({ id }) => id);
      },
      { lanes: 1, maxBatch: 128, maxDepth: 2_000 },
    );
  }

  /** `text` must hold no personal data. Returns its id once it is committed. */
  keep(search: Omit<SearchLogRow, 'id' | 'at'>): Promise<string> {
    const at = this.clock.now();
    return this.batcher.add({ id: newId(at), at, ...search });
  }
}
