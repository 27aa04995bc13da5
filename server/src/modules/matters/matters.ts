import { AppError } from '@yiyun/shared';
import type { Database } from '../../platform/database/database.js';
import { Snapshot } from '../../platform/database/snapshot.js';
import type { Matter } from './domain/matter.js';
import { MatterSearch } from './domain/search.js';
import { MatterRow } from './storage/matter.entity.js';

interface Catalogue {
  inOrder: readonly Matter[];
  byId: ReadonlyMap<string, Matter>;
  search: MatterSearch;
}

/** The catalogue of matters, in memory; what other modules ask. */
export class Matters {
  private constructor(private readonly snapshot: Snapshot<Catalogue>) {}

  static async open(db: Database, onFault: (error: unknown) => void): Promise<Matters> {
    const source = {
      stamp: async () => {
        const [row] = await db.read.query<{ stamp: string | number | null }[]>(
          'SELECT SUM(version) AS stamp FROM matter',
        );
        return String(row?.stamp);
      },
      load: async () => catalogueOf(await db.read.find(MatterRow, { order: { position: 'ASC', id: 'ASC' } })),
    };
    return new Matters(await Snapshot.open(source, onFault));
  }

  /** Throws `request.not_found`. */
  get(matterId: string): Matter {
    const matter = this.find(matterId);
    if (!matter) throw new AppError('request.not_found');
    return matter;
  }

  find(matterId: string): Matter | undefined {
    return this.snapshot.value.byId.get(matterId);
  }

  /** In the order of the catalogue. */
  all(): readonly Matter[] {
    return this.snapshot.value.inOrder;
  }

  /** Best match first; all of them for an empty query. */
  search(query: string): readonly Matter[] {
    return this.snapshot.value.search.find(query);
  }

  /** To be called after a change of the catalogue was committed. */
  refresh(): Promise<void> {
    return this.snapshot.refresh();
  }

  close(): Promise<void> {
    return this.snapshot.close();
  }
}

function catalogueOf(rows: MatterRow[]): Catalogue {
  const inOrder = rows.map((row) => ({ ...row, supportingDocuments: row.documents.map((document) => document.name) }));
  return { inOrder, byId: new Map(inOrder.map((m) => [m.id, m])), search: new MatterSearch(inOrder) };
}
