import { randomUUID } from 'node:crypto';
import { localDateOf } from '@yiyun/shared';
import { createApp } from '../../src/create-app.js';
import { addHalls } from '../../src/modules/halls/load-halls.js';
import { Sessions, StaffDirectory } from '../../src/modules/identity/index.js';
import { Matters } from '../../src/modules/matters/index.js';
import { blank, newPublicToken } from '../../src/modules/queue/draw.service.js';
import type { TicketRow } from '../../src/modules/queue/storage/ticket.entities.js';
import { stored, TICKET_COLUMNS } from '../../src/modules/queue/storage/ticket.rows.js';
import { UnitOfWork } from '../../src/modules/records/index.js';
import { readConfig } from '../../src/platform/config/config.js';
import { Database } from '../../src/platform/database/database.js';
import { insertSql } from '../../src/platform/database/sql.js';
import { systemContext } from '../../src/platform/http/context.js';
import { STAFF_COOKIE } from '../../src/platform/http/sessions.js';
import { newId } from '../../src/platform/ids.js';
import { demoHalls, type HallSeed } from '../../src/seed/data/halls.js';

/** A window with its officer's session. */
export interface Counter {
  windowId: string;
  cookie: string;
}

/** Fills an empty database with one hall of so many open windows and so many who wait. */
export async function fillHall(env: Record<string, string>, windows: number, tickets: number): Promise<Counter[]> {
  const app = await createApp(readConfig(env));
  await app.init();
  const db = app.get(Database);
  const [like] = demoHalls as [HallSeed];
  const [kind] = like.windows as [HallSeed['windows'][number]];
  const numbered = Array.from({ length: windows }, (_, i) => ({ ...kind, label: `${i + 1}号窗口`, skills: ['发票'] }));
  await addHalls(app.get(UnitOfWork), [{ ...like, windows: numbered }]);
  const places = await db.read.query<{ id: string; hallId: string }[]>('SELECT id, hallId FROM service_window');
  const counters: Counter[] = [];
  for (const { id: windowId, hallId } of places) {
    const staffId = await app.get(StaffDirectory).createStaff(systemContext, {
      account: `officer-${counters.length}`,
      name: '李芳',
      roles: ['officer'],
      hallIds: [hallId],
      password: randomUUID(),
    });
    const now = Date.now();
    const { token } = await db.transaction((tx) => app.get(Sessions).open(tx, now, { kind: 'staff', id: staffId }));
    await db.change(
      `INSERT INTO window_status (id, hallId, version, turns, state, reason, staffId, staffKey, sinceAt, emergencyAt)
       VALUES (?, ?, 1, 0, 'open', NULL, ?, ?, ?, NULL)`,
      [windowId, hallId, staffId, staffId, now],
    );
    counters.push({ windowId, cookie: `${STAFF_COOKIE}=${token}` });
  }
  const matter = app
    .get(Matters)
    .all()
    .find(({ category, counterAvailable }) => category === '发票' && counterAvailable);
  const rows = Array.from({ length: tickets }, (_, i) => waitingRow(places[0]?.hallId ?? '', matter?.id ?? '', i));
  for (let i = 0; i < tickets; i += 100) {
    const part = rows.slice(i, i + 100);
    const values = part.flatMap((row) => TICKET_COLUMNS.map((column) => stored(row[column])));
    await db.transaction((tx) => tx.query(insertSql('ticket', TICKET_COLUMNS, part.length), values));
  }
  await app.close();
  return counters;
}

function waitingRow(hallId: string, matterId: string, serial: number): TicketRow {
  const drawnAt = Date.now() - 3_600_000 + serial * 1_000;
  return {
    id: newId(drawnAt),
    hallId,
    onDay: localDateOf(Date.now()),
    number: `A${String(serial + 1).padStart(4, '0')}`,
    source: 'walkIn',
    lane: 'simple',
    priorityReason: null,
    status: 'waiting',
    version: 1,
    matterIds: [matterId],
    needs: ['发票'],
    isComplex: false,
    drawnAt,
    waitsFrom: drawnAt,
    dueAt: drawnAt + 1,
    boundAt: drawnAt + 2,
    ...blank,
    appointmentId: null,
    citizenId: null,
    nameSealed: null,
    phoneSealed: null,
    phoneHash: null,
    publicToken: newPublicToken(),
  };
}
