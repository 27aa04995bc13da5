import { randomUUID } from 'node:crypto';
import { addDays, instantAt, localDateOf, makePhone } from '@yiyun/shared';
import { createApp } from '../../src/create-app.js';
import { addHalls } from '../../src/modules/halls/load-halls.js';
import { Citizens, Sessions, Taxpayers } from '../../src/modules/identity/index.js';
import { Matters } from '../../src/modules/matters/index.js';
import { UnitOfWork } from '../../src/modules/records/index.js';
import { readConfig } from '../../src/platform/config/config.js';
import { Database } from '../../src/platform/database/database.js';
import { insertSql } from '../../src/platform/database/sql.js';
import { systemContext } from '../../src/platform/http/context.js';
import { newId } from '../../src/platform/ids.js';
import { demoHalls } from '../../src/seed/data/halls.js';

/** One booking that somebody asks for, with the bytes to send; sent again it is the same request. */
export interface Booking {
  slotId: string;
  taxpayerId: string;
  request: Buffer;
}

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

/**
 * Fills an empty database with `citizens` and `slots`, each slot with a place for everybody, on a half-day of its own;
 * gives the bookings by which everybody takes every slot.
 */
export async function fillTown(env: Record<string, string>, citizens: number, slots: number): Promise<Booking[]> {
  const app = await createApp(readConfig(env));
  await app.init();
  const db = app.get(Database);
  await addHalls(app.get(UnitOfWork), demoHalls);
  const [hall] = await db.read.query<{ id: string }[]>('SELECT id FROM hall ORDER BY position');
  const matter = app
    .get(Matters)
    .all()
    .find(({ group, counterAvailable }) => group === 'simple' && counterAvailable);
  const today = localDateOf(Date.now());
  const rows = Array.from({ length: slots }, (_, n) => {
    const on = addDays(today, 100 + n);
    const startsAt = instantAt(on, 540);
    return [newId(Date.now()), hall?.id, 'simple', on, startsAt, startsAt + 1_800_000, citizens, citizens, 0];
  });
  await db.transaction((tx) => tx.query(insertSql('slot', COLUMNS, slots), rows.flat()));

  const bookings: Booking[] = [];
  for (let n = 0; n < citizens; n++) {
    const id = await app.get(Citizens).createCitizen(systemContext, { phone: makePhone(n), name: '王晓明' });
    const { token } = await db.transaction((tx) => app.get(Sessions).open(tx, Date.now(), { kind: 'citizen', id }));
    const taxpayerId = (await app.get(Taxpayers).bindingsOf(id))[0]?.taxpayer.id ?? '';
    for (const [slotId] of rows as [string][]) {
      const body = { slotId, matterId: matter?.id ?? '', taxpayerId };
      bookings.push({ slotId, taxpayerId, request: bytesOf(token, body) });
    }
  }
  await app.close();
  return bookings;
}

function bytesOf(token: string, body: object): Buffer {
  const text = JSON.stringify(body);
  return Buffer.from(
    `POST /api/appointments HTTP/1.1\r\nhost: town\r\nx-terminal: h5\r\nauthorization: Bearer ${token}\r\n` +
      `idempotency-key: ${randomUUID()}\r\ncontent-type: application/json\r\ncontent-length: ${text.length}\r\n\r\n${text}`,
  );
}
