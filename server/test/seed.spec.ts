import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DAY_MS, instantAt } from '@yiyun/shared';
import { verifyRecords } from '../src/cli/verify-records.js';
import { StandingService } from '../src/modules/appointments/index.js';
import { Citizens } from '../src/modules/identity/index.js';
import { type Config, readConfig } from '../src/platform/config/config.js';
import { databaseUrlOf } from '../src/platform/config/database-url.js';
import { PersonalData } from '../src/platform/crypto/personal-data.js';
import { isMysqlUrl } from '../src/platform/database/data-source.js';
import { addTaxpayers } from '../src/seed/add-taxpayers.js';
import { OTHERS } from '../src/seed/cast.js';
import { DEMO_PASSWORD, demoCitizens } from '../src/seed/demo-accounts.js';
import { demoStateOf } from '../src/seed/demo-state.js';
import { citizenContext, peopleOf } from '../src/seed/people.js';
import { prepareDemo } from '../src/seed/prepare-demo.js';
import { slotFaults } from './harness/appointments.js';
import { freshDatabase } from './harness/fresh-database.js';
import { startApp, type TestApp } from './harness/start-app.js';

/** The instant at which the clock of the tests stands. */
const UNTIL = instantAt('2026-11-23', 9 * 60 + 30);
const APPOINTMENTS = 60;

interface Demo {
  config: Config;
  env: Record<string, string>;
  /** What was said while it was made. */
  said: string[];
  drop(): Promise<void>;
}

async function emptyDemo(): Promise<Demo> {
  const { url, drop } = await freshDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'yiyun-demo-'));
  const env = { DATABASE_URL: url, DATA_DIR: dataDir, LOG_LEVEL: 'error' };
  return {
    env,
    config: readConfig(env),
    said: [],
    drop: async () => {
      await drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const prepare = ({ config, said }: Demo, appointments = APPOINTMENTS): Promise<boolean> => {
  const say = (line: string) => void said.push(line);
  return prepareDemo(config, { appointments, seed: 1, until: UNTIL, say, progress: say });
};

async function onApp<T>(demo: Demo, look: (test: TestApp) => Promise<T>): Promise<T> {
  const test = await startApp(demo.env);
  try {
    return await look(test);
  } finally {
    await test.close();
  }
}

/** What a history tells, without what is drawn anew each time: ids, reference numbers, salts. */
const storyOf = (demo: Demo): Promise<Record<string, string[]>> =>
  onApp(demo, async ({ db, app }) => {
    const personalData = app.get(PersonalData);
    const rows = (sql: string) => db.read.query<Record<string, unknown>[]>(sql);
    const plain = async (sql: string) => (await rows(sql)).map((row) => JSON.stringify(Object.values(row).map(String)));
    const opened = async (sql: string) =>
      (await rows(sql)).map(
        ({ at, sealed }) => `${String(at)} ${sealed === null ? '' : personalData.open(String(sealed))}`,
      );
    const tables = {
      appointments: await plain('SELECT onDay, startsAt, bookedAt, status, version, enterpriseName FROM appointment'),
      cases: await plain('SELECT openedAt, closedAt, status, version, enterpriseName, dueAt FROM service_case'),
      outcomes: await opened('SELECT closedAt AS at, outcomeSealed AS sealed FROM service_case'),
      people: await opened('SELECT createdAt AS at, name AS sealed FROM citizen'),
      posts: await opened('SELECT at, textSealed AS sealed FROM help_post'),
      searches: await plain('SELECT at, text, resultCount FROM search_log'),
      notices: await plain('SELECT publishedAt, title, status, recipientCount FROM notice'),
      messages: await opened('SELECT sentAt AS at, title AS sealed FROM message'),
      affected: await plain(
        'SELECT d.fromAt, p.status, p.readAt FROM affected_party p JOIN disruption d ON d.id = p.disruptionId',
      ),
      record: await plain('SELECT at, kind, actorKind FROM interaction'),
    };
    return Object.fromEntries(Object.entries(tables).map(([name, list]) => [name, list.sort()]));
  });

describe('the demonstration', () => {
  let first: Demo;
  let again: Demo;
  let story: Record<string, string[]>;

  beforeAll(async () => {
    [first, again] = [await emptyDemo(), await emptyDemo()];
    expect(await demoStateOf(databaseUrlOf(first.config))).toBe('empty');
    await prepare(first);
    story = await storyOf(first);
  }, 300_000);
  afterAll(async () => {
    await first.drop();
    await again.drop();
  });

  it('tells something of everything', () => {
    for (const [name, list] of Object.entries(story))
      expect({ name, some: list.length > 5 }).toEqual({ name, some: true });
    expect(first.said.at(-1)).toMatch(/演示数据已生成/);
    expect(first.said).toContain('生成演示数据 100%');
  });

  it('has a record in which nothing is wrong (R1, R2, R4) and slots that add up (A1)', async () => {
    const lines: string[] = [];
    const { config } = first;
    const personalData = new PersonalData(config.personalDataKey, config.personalDataCipher);
    const sound = await verifyRecords(databaseUrlOf(config), personalData, (line) => lines.push(line));
    expect({ sound, lines }).toMatchObject({ sound: true });
    await onApp(first, async (test) => expect(await slotFaults(test)).toEqual([]));
  });

  it('leaves work for the counter and things to see for the accounts that it names', async () => {
    await onApp(first, async (test) => {
      const counter = test.client({ 'x-terminal': 'console' });
      const me = await counter.identity.staffSignIn({ body: { account: 'yinzhou', password: DEMO_PASSWORD } });
      expect(me.halls).toHaveLength(1);
      const open = (sql: string, ...parameters: unknown[]) =>
        test.db.read.query<{ n: number | string }[]>(sql, parameters);
      const [pending] = await open(
        "SELECT COUNT(*) AS n FROM appointment WHERE status = 'pending' AND startsAt > ?",
        UNTIL,
      );
      const [waiting] = await open("SELECT COUNT(*) AS n FROM service_case WHERE status = 'correctionRequested'");
      const [late] = await open('SELECT COUNT(*) AS n FROM service_case WHERE closedAt IS NULL AND dueAt < ?', UNTIL);
      const [spoken] = await open(
        `SELECT COUNT(*) AS n FROM help_request r JOIN help_post p ON p.helpRequestId = r.id
         WHERE r.status = 'open' AND p.voiceClipId IS NOT NULL`,
      );
      const [full] = await open('SELECT COUNT(*) AS n FROM slot WHERE booked = capacityPublic AND startsAt > ?', UNTIL);
      const [undelivered] = await open('SELECT COUNT(*) AS n FROM outbox WHERE doneAt = 0');
      const [later] = await open('SELECT COUNT(*) AS n FROM interaction WHERE at > ?', UNTIL);
      expect(Number(pending?.n)).toBeGreaterThanOrEqual(6);
      expect([waiting, late, spoken, full].map((row) => Number(row?.n) > 0)).toEqual([true, true, true, true]);
      expect([undelivered, later].map((row) => Number(row?.n))).toEqual([0, 0]);
      const slots = await open('SELECT COUNT(DISTINCT onDay) AS n FROM slot WHERE startsAt > ?', UNTIL);
      expect(Number(slots[0]?.n)).toBe(11);
    });
  });

  it('shows what can become of an appointment, of the rules of booking and of a closure', async () => {
    await onApp(first, async ({ db }) => {
      const counts = async (sql: string) => {
        const rows = await db.read.query<{ what: string; n: number | string }[]>(sql);
        return Object.fromEntries(rows.map(({ what, n }) => [what, Number(n)]));
      };
      const by = (table: string, column: string) =>
        counts(`SELECT ${column} AS what, COUNT(*) AS n FROM ${table} GROUP BY ${column}`);
      const some = expect.any(Number);
      expect(await by('appointment', 'status')).toMatchObject({ held: some, noShow: 4, rescheduled: 2 });
      expect(
        await counts("SELECT 'several' AS what, COUNT(*) AS n FROM appointment WHERE matterIds LIKE '%,%'"),
      ).toEqual({ several: 2 });
      expect(await by('waitlist_entry', 'status')).toEqual({ waiting: 2, offered: 1 });
      expect(await by('booking_policy', 'status')).toEqual({ published: 2, draft: 1 });
      const parties = await counts(
        `SELECT CONCAT(p.status, CASE WHEN d.untilAt < ${UNTIL} THEN ' past' ELSE ' coming' END) AS what, COUNT(*) AS n
         FROM affected_party p JOIN disruption d ON d.id = p.disruptionId GROUP BY what`,
      );
      expect(parties).toEqual({ 'chosen past': 6, 'chosen coming': 1, 'toCall coming': 4 });
      expect(await by('call_attempt', 'result')).toEqual({ noAnswer: 3, reached: 3 });
    });
  });

  it('has somebody who may not book for a while, with an appeal that nobody has decided', async () => {
    await onApp(first, async ({ app }) => {
      const known = await app.get(Citizens).findByPhone(demoCitizens[4]?.phone ?? '');
      const { blocks, strikes } = await app.get(StandingService).of(citizenContext(known?.id ?? ''));
      expect(blocks).toHaveLength(1);
      expect(strikes.map(({ counts, appeal }) => [counts, appeal?.status ?? null])).toEqual([
        [true, 'pending'],
        [true, null],
        [true, null],
        [false, 'upheld'],
      ]);
    });
  });

  it('is the same for the same seed and instant, and another for another seed', async () => {
    await prepare(again);
    expect(await storyOf(again)).toEqual(story);
    const people = (seed: number) => peopleOf(seed, 12, UNTIL - 365 * DAY_MS, UNTIL);
    expect(people(1)).not.toEqual(people(2));
  }, 300_000);

  it('leaves a whole one alone, and adds taxpayers with their record', async () => {
    expect(await prepare(first)).toBe(false);
    await addTaxpayers(first.config, { count: 450, seed: 1 }, () => undefined);
    await addTaxpayers(first.config, { count: 10, seed: 1 }, () => undefined);
    await onApp(first, async ({ db }) => {
      const [row] = await db.read.query<{ n: number | string }[]>('SELECT COUNT(*) AS n FROM citizen');
      expect(Number(row?.n)).toBe(demoCitizens.length + APPOINTMENTS / 5 + OTHERS + 460);
    });
    const { personalDataKey, personalDataCipher } = first.config;
    const personalData = new PersonalData(personalDataKey, personalDataCipher);
    expect(await verifyRecords(databaseUrlOf(first.config), personalData, () => undefined)).toBe(true);
  });
});

describe('an interrupted filling', () => {
  /** What a process that was killed leaves behind, or one that is still at it. */
  async function begunBy(pid: number): Promise<Demo> {
    const demo = await emptyDemo();
    await addTaxpayers(demo.config, { count: 1, seed: 1 }, () => undefined);
    await onApp(demo, ({ db }) =>
      db.change("INSERT INTO job (name, leaseOwner, leaseUntil, lastDoneAt) VALUES ('fill-demo', ?, 0, 0)", [
        String(pid),
      ]),
    );
    return demo;
  }
  const NOBODYS_PID = 999_999_999;

  it('is never taken for whole: an embedded database is made anew, another is refused', async () => {
    const demo = await begunBy(NOBODYS_PID);
    const url = databaseUrlOf(demo.config);
    expect(await demoStateOf(url)).toBe('unfinished');
    if (isMysqlUrl(url)) await expect(prepare(demo, 0)).rejects.toThrow('演示数据上次没有生成完整');
    else {
      expect(await prepare(demo, 0)).toBe(true);
      expect(demo.said.join('\n')).toContain('被中断，重新生成');
      expect(await demoStateOf(url)).toBe('whole');
      await onApp(demo, async ({ db }) => {
        expect(await db.read.query('SELECT id FROM citizen')).toHaveLength(demoCitizens.length);
      });
    }
    await demo.drop();
  }, 120_000);

  it('waits for another program that is at it', async () => {
    const demo = await begunBy(process.ppid);
    await expect(prepare(demo)).rejects.toThrow('另一个程序');
    await demo.drop();
  });

  it("never touches somebody's own data", async () => {
    const demo = await emptyDemo();
    await addTaxpayers(demo.config, { count: 1, seed: 1 }, () => undefined);
    expect(await demoStateOf(databaseUrlOf(demo.config))).toBe('other');
    expect(await prepare(demo)).toBe(false);
    await onApp(demo, async ({ db }) => {
      expect(await db.read.query('SELECT id FROM citizen')).toHaveLength(1);
    });
    await demo.drop();
  });

  it('never meets a real SMS gateway', async () => {
    const demo = await emptyDemo();
    const config = { ...demo.config, smsAccessKeyId: 'a-real-one' };
    await expect(prepare({ ...demo, config })).rejects.toThrow('短信网关');
    await demo.drop();
  });
});
