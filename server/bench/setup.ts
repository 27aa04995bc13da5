import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { NestFactory } from '@nestjs/core';
import { addDays, instantAt, localDateOf, makePhone } from '@yiyun/shared';
import type { Database } from '../src/platform/database/database.js';
import type { Fixture } from './fixture.js';
import { SERVER_FOLDER } from './processes.js';

/**
 * Fills two databases, ours and the floor's, with the same slots, and ours with citizens and their sessions, through the
 * modules' own doors; writes the fixture for the load client. It runs the built server's code.
 */
const built = <T>(path: string): Promise<T> =>
  import(pathToFileURL(join(SERVER_FOLDER, 'dist', path)).href) as Promise<T>;

const DAYS = 120;
/** Far enough ahead that no slot of the server's own making is in the way. */
const FIRST_DAY = 100;
const RACES = 10;
const MORNING = [510, 540, 570, 600, 630, 660, 690];
const AFTERNOON = [840, 870, 900, 930, 960, 990, 1020];
const PLENTY = 1_000_000;
const RELEASES = 4;
/** Places of a slot on a day that is opened at once. */
const PLACES_RELEASED = 40;
const COLUMNS = [
  'id',
  'hallId',
  'matterGroup',
  'onDay',
  'startsAt',
  'endsAt',
  'capacityTotal',
  'capacityPublic',
  'booked',
];

const { AppModule } = await built<typeof import('../src/app.module.js')>('app.module.js');
const { readConfig } = await built<typeof import('../src/platform/config/config.js')>('platform/config/config.js');
const { Database: DatabaseClass } = await built<typeof import('../src/platform/database/database.js')>(
  'platform/database/database.js',
);
const { insertSql } = await built<typeof import('../src/platform/database/sql.js')>('platform/database/sql.js');
const { systemContext } = await built<typeof import('../src/platform/http/context.js')>('platform/http/context.js');
const { newId } = await built<typeof import('../src/platform/ids.js')>('platform/ids.js');
const { schema } = await built<typeof import('../src/schema.js')>('schema.js');
const { Citizens, Sessions, Taxpayers } =
  await built<typeof import('../src/modules/identity/index.js')>('modules/identity/index.js');
const { addHalls } = await built<typeof import('../src/modules/halls/load-halls.js')>('modules/halls/load-halls.js');
const { UnitOfWork } = await built<typeof import('../src/modules/records/index.js')>('modules/records/index.js');
const { demoHalls } = await built<typeof import('../src/seed/data/halls.js')>('seed/data/halls.js');
const { Matters } = await built<typeof import('../src/modules/matters/index.js')>('modules/matters/index.js');

const { FLOOR_DATABASE_URL, FIXTURE_FILE, CITIZENS } = process.env as Record<string, string>;
const app = await NestFactory.createApplicationContext(AppModule.with(readConfig(process.env)), { logger: ['error'] });
const db = app.get(DatabaseClass);
const today = localDateOf(Date.now());

/** Slots with places for everybody, in each hall at every half hour of a half-day. */
function makeSlots(hallIds: string[]): { rows: unknown[][]; halfDays: string[][] } {
  const rows: unknown[][] = [];
  const halfDays: string[][] = [];
  for (let day = 0; day < DAYS; day++) {
    const on = addDays(today, FIRST_DAY + day);
    for (const minutes of [MORNING, AFTERNOON]) {
      const slots = minutes.flatMap((minute) => hallIds.map((hallId) => ({ id: newId(Date.now()), hallId, minute })));
      halfDays.push(slots.map(({ id }) => id));
      rows.push(
        ...slots.map(({ id, hallId, minute }) => {
          const startsAt = instantAt(on, minute);
          return [id, hallId, 'simple', on, startsAt, startsAt + 30 * 60_000, PLENTY, PLENTY, 0];
        }),
      );
    }
  }
  return { rows, halfDays };
}

/** Slots with one place and with five, each on a half-day of its own, for as many races as there may be rounds. */
function makeRaces(hallId: string): { rows: unknown[][]; races: Fixture['races'] } {
  const slots = Array.from({ length: RACES }, (_, n) =>
    [1, 5].map((places) => ({ places, slotId: newId(Date.now()), on: addDays(today, FIRST_DAY + DAYS + n) })),
  ).flat();
  const rows = slots.map(({ places, slotId, on }) => {
    const startsAt = instantAt(on, places === 1 ? 540 : 900);
    return [slotId, hallId, 'simple', on, startsAt, startsAt + 30 * 60_000, places, places, 0];
  });
  return { rows, races: slots.map(({ places, slotId }) => ({ places, slotId })) };
}

/** Days of their own with so many places in each slot of each hall. */
function makeReleases(hallIds: string[]): { rows: unknown[][]; releases: Fixture['releases'] } {
  const days = Array.from({ length: RELEASES }, (_, n) => addDays(today, FIRST_DAY + DAYS + RACES + n));
  const minutes = [...MORNING, ...AFTERNOON];
  const rows = days.flatMap((on) =>
    hallIds.flatMap((hallId) =>
      minutes.map((minute) => {
        const startsAt = instantAt(on, minute);
        const places = [PLACES_RELEASED, PLACES_RELEASED, 0];
        return [newId(Date.now()), hallId, 'simple', on, startsAt, startsAt + 30 * 60_000, ...places];
      }),
    ),
  );
  const places = hallIds.length * minutes.length * PLACES_RELEASED;
  return { rows, releases: days.map((on) => ({ on, hallIds, places })) };
}

async function insertSlots(target: Database, rows: unknown[][]): Promise<void> {
  for (let i = 0; i < rows.length; i += 500) {
    const some = rows.slice(i, i + 500);
    await target.transaction((tx) => tx.query(insertSql('slot', COLUMNS, some.length), some.flat()));
  }
}

async function makeCitizen(n: number): Promise<Fixture['citizens'][number]> {
  const id = await app.get(Citizens).createCitizen(systemContext, { phone: makePhone(n), name: '王晓明' });
  const { token } = await db.transaction((tx) => app.get(Sessions).open(tx, Date.now(), { kind: 'citizen', id }));
  const [binding] = await app.get(Taxpayers).bindingsOf(id);
  return { token, taxpayerId: binding?.taxpayer.id ?? '' };
}

await addHalls(app.get(UnitOfWork), demoHalls);
const hallIds = (await db.read.query<{ id: string }[]>('SELECT id FROM hall ORDER BY position')).map(({ id }) => id);
const matter = app
  .get(Matters)
  .all()
  .find(({ group, counterAvailable }) => group === 'simple' && counterAvailable);
if (!matter) throw new Error('No simple matter for the counter');
const { rows: plenty, halfDays } = makeSlots(hallIds);
const { rows: few, races } = makeRaces(hallIds[0] as string);
const { rows: released, releases } = makeReleases(hallIds);
const rows = [...plenty, ...few, ...released];
// The slots lie beyond what the usual rules let anybody book.
await db.change(`UPDATE booking_policy SET rules = REPLACE(rules, '"aheadMax":14', '"aheadMax":365')`);
await insertSlots(db, rows);
const floor = await DatabaseClass.open(FLOOR_DATABASE_URL ?? '', schema);
await insertSlots(floor, rows);
await floor.close();

const citizens: Fixture['citizens'] = [];
for (let n = 0; n < Number(CITIZENS); n += 50) {
  citizens.push(...(await Promise.all(Array.from({ length: 50 }, (_, i) => makeCitizen(n + i)))));
}
await app.close();
const fixture: Fixture = {
  hallId: hallIds[0] as string,
  matterId: matter.id,
  listedOn: addDays(today, FIRST_DAY),
  citizens,
  halfDays,
  races,
  releases,
};
writeFileSync(FIXTURE_FILE ?? '', JSON.stringify(fixture));
