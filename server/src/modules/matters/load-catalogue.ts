import { ConcurrentWriteError, isDuplicate } from '../../platform/database/database-errors.js';
import { systemContext } from '../../platform/http/context.js';
import type { Command, UnitOfWork } from '../records/index.js';
import { type CatalogueEntry, catalogueEntries } from './catalogue.js';
import { MatterRow } from './storage/matter.entity.js';

/** Brings the stored catalogue up to the published one: adds what is new, gives changed entries a new version. */
export function loadCatalogue(work: UnitOfWork): Promise<void> {
  return work.run(systemContext, 'matters.load', async (command) => {
    const stored = new Map((await command.manager.find(MatterRow)).map((row) => [row.id, row]));
    for (const entry of catalogueEntries()) {
      const row = stored.get(entry.id);
      if (!row) await add(command, entry);
      else if (changesOf(row, entry).length > 0) await revise(command, row, entry);
    }
  });
}

async function add(command: Command, entry: CatalogueEntry): Promise<void> {
  try {
    await command.manager.insert(MatterRow, { ...entry, version: 1 } as MatterRow);
  } catch (error) {
    throw isDuplicate(error) ? new ConcurrentWriteError('the catalogue is being loaded elsewhere') : error;
  }
  command.record({
    streamId: `matter:${entry.id}`,
    kind: 'MatterPublished',
    subjectKind: 'matter',
    subjectId: entry.id,
    facts: { ...entry, version: 1 },
    first: true,
  });
}

async function revise(command: Command, row: MatterRow, entry: CatalogueEntry): Promise<void> {
  const changed = Object.fromEntries(changesOf(row, entry)) as Partial<MatterRow>;
  const version = row.version + 1;
  const done = await command.manager.update(MatterRow, { id: row.id, version: row.version }, { ...changed, version });
  if (done.affected !== 1) throw new ConcurrentWriteError('the catalogue is being loaded elsewhere');
  command.record({
    streamId: `matter:${entry.id}`,
    kind: 'MatterRevised',
    subjectKind: 'matter',
    subjectId: entry.id,
    facts: { ...changed, name: entry.name, version },
  });
}

/** The fields in which the stored entry differs, with the new content. */
function changesOf(row: MatterRow, entry: CatalogueEntry): [string, unknown][] {
  const stored = row as unknown as Record<string, unknown>;
  return Object.entries(entry).filter(([field, content]) => JSON.stringify(stored[field]) !== JSON.stringify(content));
}
