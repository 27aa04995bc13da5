import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DisruptionView } from '@yiyun/shared';
import { createApp } from '../../src/create-app.js';
import { Sessions, StaffDirectory } from '../../src/modules/identity/index.js';
import { readConfig } from '../../src/platform/config/config.js';
import { Database } from '../../src/platform/database/database.js';
import { systemContext } from '../../src/platform/http/context.js';
import { STAFF_COOKIE } from '../../src/platform/http/sessions.js';
import { slotFaults } from '../harness/appointments.js';
import { saidTime } from '../harness/disruptions.js';
import { amount } from '../harness/long.js';
import { lookAt } from './check.js';
import { Crew } from './crew.js';
import { sendAll } from './crowd.js';
import { bookingsOf, fillTown } from './town.js';

const PEOPLE = 200;
const ALTERNATIVES = 3;
/** After the closed slot: the other of its half-day, and half-days enough for everybody. */
const PLACES = [PEOPLE, ...Array.from({ length: 13 }, () => 1_000)];
const PATIENCE_MS = 120_000;

/** A manager's session on the database of these servers. */
async function managerCookie(env: Record<string, string>): Promise<string> {
  const app = await createApp(readConfig(env));
  await app.init();
  const person = { account: 'manager', name: '周强', roles: ['manager' as const], hallIds: [] };
  const id = await app.get(StaffDirectory).createStaff(systemContext, { ...person, password: 'a-test-password-1' });
  const { token } = await app
    .get(Database)
    .transaction((tx) => app.get(Sessions).open(tx, Date.now(), { kind: 'staff', id }));
  await app.close();
  return `${STAFF_COOKIE}=${token}`;
}

/** What is wrong with the offers of a closure, in words: nobody is missed, and nobody is told twice (A4, N2). */
const offerFaults = (databaseUrl: string): Promise<string[]> =>
  lookAt(databaseUrl, async (db) => {
    const parties = await db.read.query<{ id: string; status: string; citizenId: string; appointmentId: string }[]>(
      'SELECT id, status, citizenId, appointmentId FROM affected_party ORDER BY id',
    );
    const counted = async (sql: string): Promise<Map<string, number>> =>
      new Map((await db.read.query<{ k: string; n: number }[]>(sql)).map(({ k, n }) => [k, Number(n)]));
    const held = await counted(
      `SELECT citizenId AS k, COUNT(*) AS n FROM appointment WHERE status = 'held' AND offeredBy = 'disruption' GROUP BY citizenId`,
    );
    const told = await counted(
      `SELECT subjectId AS k, COUNT(*) AS n FROM message WHERE subjectKind = 'disruption' GROUP BY subjectId`,
    );
    const closed = await counted(
      `SELECT id AS k, 1 AS n FROM appointment WHERE status = 'cancelled' AND cancelledBy = 'hall'`,
    );
    const faults = parties.flatMap(({ id, status, citizenId, appointmentId }) => [
      ...(['offered', 'toCall'].includes(status) ? [] : [`a person is ${status}`]),
      ...(held.get(citizenId) === ALTERNATIVES ? [] : [`a person has ${held.get(citizenId) ?? 0} places held`]),
      ...(told.get(id) === 1 ? [] : [`a person was told ${told.get(id) ?? 0} times`]),
      ...(closed.has(appointmentId) ? [] : ['an appointment was not closed out']),
    ]);
    const people = new Set(parties.map(({ citizenId }) => citizenId)).size;
    return [...(people === PEOPLE ? [] : [`${people} people affected`]), ...faults, ...(await slotFaults({ db }))];
  });

describe('kill -9 in the middle of preparing offers for 200 people', () => {
  let crew: Crew;
  let cookie: string;
  let closure: object;

  beforeAll(async () => {
    crew = await Crew.gather();
    const town = await fillTown(crew.env, { citizens: PEOPLE, places: PLACES, inPairs: true });
    cookie = await managerCookie(crew.env);
    await crew.start();
    const slotId = town.slots[0]?.id ?? '';
    const booked = await sendAll(crew.ports, bookingsOf({ ...town, slots: town.slots.slice(0, 1) }), 16);
    expect(booked.acknowledged).toHaveLength(PEOPLE);
    closure = await lookAt(crew.databaseUrl, async (db) => {
      const rows = await db.read.query<{ hallId: string; startsAt: number | string; endsAt: number | string }[]>(
        'SELECT hallId, startsAt, endsAt FROM slot WHERE id = ?',
        [slotId],
      );
      const { hallId, startsAt, endsAt } = rows[0] as (typeof rows)[number];
      return {
        hallId,
        scope: 'hall',
        from: saidTime(Number(startsAt)),
        until: saidTime(Number(endsAt)),
        reason: '突发停电',
      };
    });
  }, 180_000);
  afterAll(() => crew.disband());

  const ask = async (path: string, body?: object, key: string = randomUUID()): Promise<DisruptionView> => {
    const headers = { cookie, 'x-terminal': 'console', 'content-type': 'application/json', 'idempotency-key': key };
    const answer = await fetch(`http://127.0.0.1:${crew.ports()[0]}/api${path}`, {
      headers,
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as DisruptionView;
  };

  it('A4, N2: everybody has three places held and hears of it once, however often the server dies', async () => {
    const key = randomUUID();
    const { id } = await ask('/manager/disruptions', closure, key);
    const preparing = async () => (await ask(`/manager/disruptions/${id}`)).counts.preparing ?? 0;
    /** Waits until so few are left. */
    const left = async (few: number): Promise<number> => {
      for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(20)) {
        const now = await preparing();
        if (now <= few) return now;
      }
      throw new Error(`more than ${few} are still without an offer`);
    };
    const killedWith: number[] = [];
    const kills = amount(2, 8);
    for (let kill = 1; kill <= kills; kill++) {
      const few = Math.floor(PEOPLE * (1 - (kill - 0.5 * Math.random()) / (kills + 1)));
      killedWith.push(await left(few));
      await crew.stop();
      await crew.start();
    }
    expect(killedWith.filter((n) => n === 0 || n === PEOPLE)).toEqual([]);
    expect((await ask('/manager/disruptions', closure, key)).id).toBe(id);
    await left(0);
    const told = () =>
      lookAt(crew.databaseUrl, (db) =>
        db.read.query<object[]>("SELECT id FROM message WHERE subjectKind = 'disruption'"),
      );
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until && (await told()).length < PEOPLE; )
      await sleep(200);
    expect(await offerFaults(crew.databaseUrl)).toEqual([]);
  }, 1_800_000);

  it('somebody missed, told twice or left without a place would be found (negative control)', async () => {
    await crew.stop();
    await lookAt(crew.databaseUrl, async (db) => {
      const [one, two, three] = await db.read.query<{ id: string; citizenId: string }[]>(
        'SELECT id, citizenId FROM affected_party ORDER BY id LIMIT 3',
      );
      await db.change("UPDATE affected_party SET status = 'preparing' WHERE id = ?", [one?.id]);
      await db.change('DELETE FROM message WHERE subjectId = ?', [two?.id]);
      await db.change("DELETE FROM appointment WHERE citizenId = ? AND status = 'held'", [three?.citizenId]);
    });
    const faults = await offerFaults(crew.databaseUrl);
    expect(faults.slice(0, 3)).toEqual([
      'a person is preparing',
      'a person was told 0 times',
      'a person has 0 places held',
    ]);
    expect(faults.slice(3)).toHaveLength(ALTERNATIVES);
  }, 60_000);
});
