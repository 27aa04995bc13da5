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
import { SLOT_COLUMNS } from '../harness/appointments.js';

/** One booking that somebody asks for, with the bytes to send; sent again it is the same request. */
export interface Booking {
  slotId: string;
  taxpayerId: string;
  request: Buffer;
}
export interface Town {
  matterId: string;
  citizens: readonly { token: string; taxpayerId: string }[];
  slots: readonly { id: string; places: number }[];
}

const NINE = 9 * 60;
const AN_HOUR = 3_600_000;
const HALF_AN_HOUR = 1_800_000;

/**
 * Fills an empty database with so many citizens, and with slots of so many places: in pairs one after another in one
 * half-day where `inPairs`, otherwise each in a half-day of its own.
 */
export async function fillTown(
  env: Record<string, string>,
  { citizens, places, inPairs = false }: { citizens: number; places: readonly number[]; inPairs?: boolean },
): Promise<Town> {
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
  const rows = places.map((count, n) => {
    const on = addDays(today, 100 + (inPairs ? n >> 1 : n));
    const startsAt = instantAt(on, NINE) + (inPairs ? (n % 2) * AN_HOUR : 0);
    return [newId(Date.now()), hall?.id, 'simple', on, startsAt, startsAt + HALF_AN_HOUR, count, count, 0] as const;
  });
  const people: Town['citizens'][number][] = [];
  await db.fill(async () => {
    await openFarAhead(db);
    await db.transaction((tx) => tx.query(insertSql('slot', SLOT_COLUMNS, rows.length), rows.flat()));
    for (let n = 0; n < citizens; n++) {
      const id = await app.get(Citizens).createCitizen(systemContext, { phone: makePhone(n), name: '王晓明' });
      const { token } = await db.transaction((tx) => app.get(Sessions).open(tx, Date.now(), { kind: 'citizen', id }));
      people.push({ token, taxpayerId: (await app.get(Taxpayers).bindingsOf(id))[0]?.taxpayer.id ?? '' });
    }
  });
  await app.close();
  return {
    matterId: matter?.id ?? '',
    citizens: people,
    slots: rows.map(([id], n) => ({ id, places: places[n] as number })),
  };
}

/** The slots lie beyond what the usual rules let anybody book. */
const openFarAhead = (db: Database): Promise<number> =>
  db.change(`UPDATE booking_policy SET rules = REPLACE(rules, '"aheadMax":14', '"aheadMax":365')`);

/** Each of these citizens wants each of these slots: slot by slot, so that everybody asks for one at the same time. */
export function bookingsOf({ matterId, citizens, slots }: Town): Booking[] {
  return slots.flatMap(({ id: slotId }) =>
    citizens.map(({ token, taxpayerId }) => ({
      slotId,
      taxpayerId,
      request: bytesOf(token, { slotId, matterId, taxpayerId }),
    })),
  );
}

function bytesOf(token: string, body: object): Buffer {
  const text = JSON.stringify(body);
  return Buffer.from(
    `POST /api/appointments HTTP/1.1\r\nhost: town\r\nx-terminal: h5\r\nauthorization: Bearer ${token}\r\n` +
      `idempotency-key: ${randomUUID()}\r\ncontent-type: application/json\r\ncontent-length: ${text.length}\r\n\r\n${text}`,
  );
}
