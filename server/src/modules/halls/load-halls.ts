import { ConcurrentWriteError, isDuplicate } from '../../platform/database/database-errors.js';
import { systemContext } from '../../platform/http/context.js';
import { idFrom } from '../../platform/ids.js';
import { demoHalls, HALL_SAMPLE_NOTE, type HallSeed, OFFICE_WEEK } from '../../seed/data/halls.js';
import type { Command, UnitOfWork } from '../records/index.js';
import { windowFact } from './domain/hall-change.js';
import { addBuiltIn } from './storage/calendar.store.js';
import { HallRow, ServiceWindowRow } from './storage/hall.entity.js';

/** Loads the calendar that comes with the program, and the demonstration's halls when asked for and there are none. */
export function loadHalls(work: UnitOfWork, demo: boolean): Promise<void> {
  return work.run(systemContext, 'halls.load', async (command) => {
    await addBuiltIn(command);
    if (!demo || (await command.manager.count(HallRow)) > 0) return;
    for (const [position, seed] of demoHalls.entries()) await addHall(command, seed, position, HALL_SAMPLE_NOTE);
  });
}

/** Adds those halls of a list that are not there yet, by their key; returns the names of the new ones. */
export function addHalls(work: UnitOfWork, seeds: readonly HallSeed[]): Promise<string[]> {
  return work.run(systemContext, 'halls.add', async (command) => {
    const known = await command.manager.find(HallRow, { select: { id: true } });
    const ids = new Set(known.map(({ id }) => id));
    const fresh = seeds.filter(({ key }) => !ids.has(idFrom(`hall ${key}`)));
    for (const [i, seed] of fresh.entries()) await addHall(command, seed, known.length + i, null);
    return fresh.map(({ name }) => name);
  });
}

async function addHall(command: Command, seed: HallSeed, position: number, sampleNote: string | null): Promise<void> {
  const { key, windows: windowSeeds, ...content } = seed;
  const id = idFrom(`hall ${key}`);
  const weekly = OFFICE_WEEK.map((day) => [...day]);
  const hall: HallRow = { id, version: 1, position, ...content, weekly, dutyLeaderId: null, sampleNote };
  const windows: ServiceWindowRow[] = windowSeeds.map(({ skills, ...window }, i) => ({
    id: idFrom(`hall ${key} window ${i + 1}`),
    hallId: id,
    position: i,
    ...window,
    skills: [...skills],
    roster: weekly,
    active: true,
  }));
  try {
    await command.manager.insert(HallRow, hall);
    await command.manager.insert(ServiceWindowRow, windows);
  } catch (error) {
    throw isDuplicate(error) ? new ConcurrentWriteError('the halls are being loaded elsewhere') : error;
  }
  command.record({
    streamId: `hall:${id}`,
    kind: 'HallAdded',
    subjectKind: 'hall',
    subjectId: id,
    facts: { ...hall, ...Object.assign({}, ...windows.map(windowFact)) },
    first: true,
  });
}
