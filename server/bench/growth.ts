import { parseArgs } from 'node:util';
import { type Connection, createConnection } from 'mysql2/promise';
import { prepare } from './environment.js';
import { rowsOf } from './floor-rows.js';
import { writeMeasured } from './report.js';
import { drain, measure, type System } from './scenarios.js';
import { type Figures, figuresOf, median } from './statistics.js';

/**
 * What a booking costs when ten thousand, a hundred thousand and a million appointments lie in the database with their
 * records. The floor's tables stay small: its figures tell how fast the machine was just then.
 */
const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '3' },
    write: { type: 'boolean', default: false },
  },
});
const LEVELS = [10_000, 100_000, 1_000_000];
const CONNECTIONS = 64;
const PAGE = 500;
const url = process.env['BENCH_DATABASE_URL'];
if (!url) throw new Error('growth is measured on MariaDB');

const YEAR_MS = 365 * 86_400_000;
const hourMs = 3_600_000;

/** An appointment of the past year, over and done with, and its record. */
function pastBooking(n: number) {
  const startsAt = Date.now() - hourMs - Math.floor((n * YEAR_MS) / (LEVELS[0] as number));
  const onDay = new Date(startsAt).toISOString().slice(0, 10);
  const slot = { hallId: `HALL${n % 3}`.padEnd(26, '0'), onDay, startsAt, endsAt: startsAt + hourMs / 2 };
  const taxpayerId = `TAXPAYER${n % 2000}`.padEnd(26, '0');
  const wanted = { slotId: `SLOT${n % 500}`.padEnd(26, '0'), matterId: 'MATTER'.padEnd(26, '0'), taxpayerId, key: '' };
  const { inserts } = rowsOf(wanted, slot);
  return inserts.filter(({ sql }) => /INTO (appointment|interaction|record_head) /.test(sql));
}

async function firstRows(db: Connection, count: number): Promise<void> {
  for (let from = 0; from < count; from += PAGE) {
    const bookings = Array.from({ length: PAGE }, (_, i) => pastBooking(from + i));
    for (const [table, { sql }] of (bookings[0] ?? []).entries()) {
      const rows = bookings.map((inserts) => inserts[table]?.values);
      await db.query(`${sql.slice(0, sql.indexOf(' VALUES'))} VALUES ?`, [rows]);
    }
  }
  await db.query(
    `UPDATE appointment SET status = 'completed', activeKey = NULL, policyId = (SELECT MIN(id) FROM booking_policy)
     WHERE startsAt < ?`,
    [Date.now()],
  );
}

/** Copies every past row with another id; a row and its record get the same one. */
async function copyAll(db: Connection, copy: number): Promise<void> {
  const idOf = (column: string) => `CONCAT(LEFT(${column}, 10), UPPER(LEFT(SHA1(CONCAT(${column}, '${copy}')), 16)))`;
  const stream = `CONCAT('appointment:', ${idOf('SUBSTR(streamId, 13)')})`;
  const fresh: Record<string, Record<string, string>> = {
    appointment: { id: idOf('id'), referenceNo: `CONCAT('Y', UPPER(LEFT(SHA1(CONCAT('no', id, '${copy}')), 12)))` },
    interaction: { id: idOf('id'), streamId: stream, subjectId: idOf('subjectId') },
    record_head: { streamId: stream },
  };
  for (const [table, changed] of Object.entries(fresh)) {
    const [columns] = await db.query(
      'SELECT COLUMN_NAME AS name FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ?',
      [table],
    );
    const names = (columns as { name: string }[]).map(({ name }) => name);
    await db.query(
      `INSERT INTO ${table} (${names.join(', ')}) SELECT ${names.map((name) => changed[name] ?? name).join(', ')}
       FROM growth_${table}`,
    );
  }
}

const TABLES = ['appointment', 'interaction', 'record_head'];

/** Ten times as many as there are. */
async function growTenfold(db: Connection, level: number): Promise<void> {
  for (const table of TABLES) {
    await db.query(`DROP TABLE IF EXISTS growth_${table}`);
    const past = table === 'appointment' ? "status = 'completed'" : "streamId LIKE 'appointment:%'";
    await db.query(`CREATE TABLE growth_${table} AS SELECT * FROM ${table} WHERE ${past} LIMIT ${level / 10}`);
  }
  for (let copy = 1; copy < 10; copy++) await copyAll(db, level + copy);
  for (const table of TABLES) await db.query(`DROP TABLE growth_${table}`);
}

interface Level {
  rows: number;
  floor: Figures[];
  ours: Figures[];
}

async function measureLevel(floor: System, ours: System): Promise<Level> {
  const { n } = await ours.database.one('SELECT COUNT(*) AS n FROM appointment');
  const level: Level = { rows: Number(n), floor: [], ours: [] };
  for (let round = 0; round < Number(options.rounds); round++) {
    for (const system of [floor, ours]) {
      level[system.name].push(figuresOf(await measure(system, 'book', CONNECTIONS, Number(options.seconds))));
      if (system === ours) await drain(ours);
    }
  }
  return level;
}

const environment = await prepare(url, 2000);
const levels: Level[] = [];
try {
  const { floor, ours } = environment;
  const db = await createConnection({ uri: Object.assign(new URL(url), { pathname: '/bench_ours' }).toString() });
  await measure(ours, 'book', CONNECTIONS, 3);
  await drain(ours);
  for (const level of LEVELS) {
    const startedAt = performance.now();
    await (level === LEVELS[0] ? firstRows(db, level) : growTenfold(db, level));
    process.stderr.write(`${level} past appointments (${((performance.now() - startedAt) / 1000).toFixed(0)} s)\n`);
    levels.push(await measureLevel(floor, ours));
  }
  await db.end();
} finally {
  await environment.close();
}

const head = ['appointments', 'requests/s', 'to the floor', 'p50 ms', 'p99 ms', 'CPU ms a booking (server + database)'];
const rows = levels.map(({ rows: count, floor, ours }) => {
  const of = (key: keyof Figures): number => median(ours.map((round) => round[key]));
  const ratio = median(ours.map((round, i) => round.perSecond / (floor[i]?.perSecond ?? Number.NaN)));
  const cpu = `${of('serverCpuMs').toFixed(2)} + ${of('databaseCpuMs').toFixed(2)}`;
  const cells = [
    count,
    of('perSecond').toFixed(0),
    `${ratio.toFixed(2)}×`,
    of('p50Ms').toFixed(1),
    of('p99Ms').toFixed(1),
  ];
  return `| ${[...cells, cpu].join(' | ')} |`;
});
writeMeasured('growth', options.write, [
  `${options.rounds} × ${options.seconds} s at ${CONNECTIONS} connections. ${environment.settings.join('; ')}.`,
  '',
  `| ${head.join(' | ')} |`,
  `|${head.map(() => ' ---: |').join('')}`,
  ...rows,
]);
