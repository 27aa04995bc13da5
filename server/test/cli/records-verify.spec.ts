import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyRecords } from '../../src/cli/verify-records.js';
import type { Config } from '../../src/platform/config/config.js';
import { CONFIG } from '../../src/platform/config/config.token.js';
import { databaseUrlOf } from '../../src/platform/config/database-url.js';
import { PersonalData } from '../../src/platform/crypto/personal-data.js';
import { insertSql } from '../../src/platform/database/sql.js';
import { recordedTables } from '../../src/recorded-tables.js';
import { schema } from '../../src/schema.js';
import { asCitizen, asOfficer } from '../harness/actors.js';
import { firstHall, makeSlots, slotsOn, someMatter } from '../harness/appointments.js';
import { startApp, type TestApp } from '../harness/start-app.js';

/** What a tampering hand would reach, and what is put back after each try. */
const TABLES = ['interaction', 'record_head', 'interaction_personal', 'appointment'];
type Rows = Record<string, unknown>[];

let test: TestApp;
let stream: string;
let otherStream: string;

beforeAll(async () => {
  test = await startApp();
  await makeSlots(test);
  const hall = firstHall(test);
  const matter = someMatter(test, 'officer');
  const officer = await asOfficer(test, hall.id);
  const book = async (name: string) => {
    const citizen = await asCitizen(test, { name });
    const [slot] = await slotsOn(test, hall.id, matter.id, '2026-11-24');
    return citizen.client.appointments.book({
      body: { slotId: slot?.id ?? '', matterId: matter.id, taxpayerId: citizen.taxpayerId, note: '材料较多' },
    });
  };
  const first = await book('王晓明');
  const params = { appointmentId: first.id };
  const confirmed = await officer.client.appointments.confirm({ params, body: { version: first.version } });
  await officer.client.appointments.decline({ params, body: { version: confirmed.version, reason: '窗口检修' } });
  stream = `appointment:${first.id}`;
  otherStream = `appointment:${(await book('李芳')).id}`;
});
afterAll(() => test.close());

async function check(): Promise<{ sound: boolean; text: string; faults: string[] }> {
  const config = test.app.get<Config>(CONFIG);
  const lines: string[] = [];
  const personalData = new PersonalData(config.personalDataKey, config.personalDataCipher);
  const sound = await verifyRecords(databaseUrlOf(config), personalData, (line) => lines.push(line));
  return { sound, text: lines.join('\n'), faults: lines.filter((line) => line.startsWith('  · ')) };
}

/** Runs statements past the program, checks, and puts everything back. */
async function afterTampering(...statements: [sql: string, ...parameters: unknown[]][]): Promise<string[]> {
  const kept = new Map<string, Rows>();
  for (const table of TABLES) kept.set(table, await test.db.read.query<Rows>(`SELECT * FROM ${table}`));
  for (const [sql, ...parameters] of statements) expect(await test.db.change(sql, parameters)).toBeGreaterThan(0);
  const { sound, faults } = await check();
  expect(sound).toBe(false);
  for (const [table, rows] of kept) {
    await test.db.change(`DELETE FROM ${table}`);
    const columns = Object.keys(rows[0] ?? {});
    await test.db.change(
      insertSql(table, columns, rows.length),
      rows.flatMap((row) => columns.map((column) => row[column])),
    );
  }
  return faults;
}

/** `streamId = ? AND streamVersion = ?` */
const entry = 'streamId = ? AND streamVersion = ?';

describe('records:verify', () => {
  it('finds a sound record sound, and says what it checked', async () => {
    const { sound, text } = await check();
    expect(sound).toBe(true);
    expect(text).toContain('没有发现问题');
    expect(text).toMatch(/核对了 \d+ 条记录链、\d+ 条记录/);
    expect(text).toContain('  预约 2');
    expect(text).toContain('  工作人员 1');
  });

  it('knows every table with a version', () => {
    const versioned = test.db.writeSource.entityMetadatas.filter(({ columns }) =>
      columns.some(({ propertyName, type }) => propertyName === 'version' && type === 'int'),
    );
    // Hot questions are a copy made from others' rows; they have no record of their own.
    const derived = 'clustering_state';
    const known = [...recordedTables.map(({ table }) => table), derived].join(' ');
    expect(versioned.length).toBeGreaterThan(8);
    expect(versioned.map(({ tableName }) => tableName).filter((name) => !known.includes(name))).toEqual([]);
    expect(schema.entities.length).toBeGreaterThan(versioned.length);
  });

  it('names an altered entry', async () => {
    const sql = `UPDATE interaction SET payload = REPLACE(payload, 'confirmed', 'cancelled') WHERE ${entry}`;
    const faults = await afterTampering([sql, stream, 2]);
    expect(faults).toEqual([expect.stringMatching(`${stream} 第2条（\\w{26}）：内容被改动`)]);
  });

  it('names an altered personal part', async () => {
    const sql = `UPDATE interaction_personal SET salt = ? WHERE interactionId = (SELECT id FROM interaction WHERE ${entry})`;
    const faults = await afterTampering([sql, '0'.repeat(32), stream, 3]);
    expect(faults).toEqual([expect.stringContaining(`${stream} 第3条`)]);
    expect(faults[0]).toContain('个人信息部分被改动');
  });

  it('names an entry removed from the middle', async () => {
    const faults = await afterTampering([`DELETE FROM interaction WHERE ${entry}`, stream, 2]);
    expect(faults).toEqual([expect.stringMatching(`${stream} 第3条.*之前缺少记录`)]);
  });

  it('names the newest entry when it was removed, alone or with its trace', async () => {
    const remove = `DELETE FROM interaction WHERE ${entry}`;
    expect(await afterTampering([remove, stream, 3])).toContainEqual(
      expect.stringMatching(`${stream} 第3条：最新的记录缺失`),
    );
    const forge = `UPDATE record_head SET streamVersion = 2,
      entryHash = (SELECT entryHash FROM interaction WHERE ${entry}) WHERE streamId = ?`;
    expect(await afterTampering([remove, stream, 3], [forge, stream, 2, stream])).toEqual([
      `  · 预约 ${stream}：数据的版本与记录条数不符`,
    ]);
  });

  it('names a thing whose whole stream was removed, alone or with its trace', async () => {
    const remove = 'DELETE FROM interaction WHERE streamId = ?';
    expect(await afterTampering([remove, stream])).toEqual([expect.stringMatching(`${stream} 第3条：最新的记录缺失`)]);
    const faults = await afterTampering([remove, stream], ['DELETE FROM record_head WHERE streamId = ?', stream]);
    expect(faults).toEqual([`  · 预约 ${stream}：没有任何记录`]);
  });

  it('names entries that were swapped, within a stream and between two', async () => {
    const move = `UPDATE interaction SET streamId = ?, streamVersion = ? WHERE ${entry}`;
    const within = await afterTampering(
      [move, stream, 9, stream, 1],
      [move, stream, 1, stream, 2],
      [move, stream, 2, stream, 9],
    );
    expect(within).toContainEqual(expect.stringContaining(`${stream} 第1条`));
    const between = await afterTampering(
      [move, stream, 9, stream, 1],
      [move, stream, 1, otherStream, 1],
      [move, otherStream, 1, stream, 9],
    );
    expect(between).toContainEqual(expect.stringContaining(`${stream} 第1条`));
    expect(between).toContainEqual(expect.stringContaining(`${otherStream} 第1条`));
  });

  it('names a thing that was altered past its record, or is gone', async () => {
    const alter = `UPDATE appointment SET status = 'confirmed' WHERE id = ?`;
    const id = stream.split(':')[1];
    expect(await afterTampering([alter, id])).toEqual([`  · 预约 ${stream}：数据与记录不符（status）`]);
    expect(await afterTampering(['DELETE FROM appointment WHERE id = ?', id])).toEqual([
      `  · 预约 ${stream}：有记录，但数据不见了`,
    ]);
  });

  it('tells a wrong key from an altered record', async () => {
    const wrong = new PersonalData('another-key-of-thirty-two-characters');
    const url = databaseUrlOf(test.app.get<Config>(CONFIG));
    await expect(verifyRecords(url, wrong, () => undefined)).rejects.toThrow('PERSONAL_DATA_KEY');
  });

  it('says that there is no database, and makes none', async () => {
    const file = join(tmpdir(), 'yiyun-no-such-database.db');
    const personalData = test.app.get(PersonalData);
    await expect(verifyRecords(`sqlite:${file}`, personalData, () => undefined)).rejects.toThrow(`没有数据库 ${file}`);
    expect(existsSync(file)).toBe(false);
  });
});
