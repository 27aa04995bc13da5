import { parseArgs } from 'node:util';
import { type Answer, Connection } from './connection.js';
import { prepare } from './environment.js';
import { type Fixture, postRequest, slotsRequest } from './fixture.js';
import { writeMeasured } from './report.js';
import type { System } from './scenarios.js';
import { percentile } from './statistics.js';

/**
 * The release of a new day at 09:00: everybody looks at the free slots, holds one, checks the answers and submits, as the
 * mini-program does, over more and more connections at once. Whoever finds a slot gone looks again; whoever is told to come
 * later waits as long as he was told. Ends with 1 when an answer was wrong.
 */
const { values: options } = parseArgs({
  options: { citizens: { type: 'string', default: '25000' }, write: { type: 'boolean', default: false } },
});
const CONNECTIONS = [64, 256, 1000, 3000];
const TRIES = 4;
const STEPS = ['list', 'hold', 'submit'] as const;
type Step = (typeof STEPS)[number];
type Release = Fixture['releases'][number];

interface Outcome {
  seconds: number;
  latenciesMs: Record<Step, number[]>;
  /** Answers by their status. */
  statuses: Map<number, number>;
  submitted: number;
  faults: string[];
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function release(system: System, { on, hallIds, places }: Release, connections: number): Promise<Outcome> {
  const { citizens, matterId } = system.fixture;
  const outcome: Outcome = {
    seconds: 0,
    latenciesMs: { list: [], hold: [], submit: [] },
    statuses: new Map(),
    submitted: 0,
    faults: [],
  };

  /** Undefined where the answer is still "later" after so many tries. */
  async function ask(connection: Connection, step: Step, request: () => Buffer): Promise<Answer | undefined> {
    for (let tries = 0; tries < TRIES; tries++) {
      const sentAt = performance.now();
      const answer = await connection.send(request());
      outcome.latenciesMs[step].push(performance.now() - sentAt);
      outcome.statuses.set(answer.status, (outcome.statuses.get(answer.status) ?? 0) + 1);
      if (![429, 503].includes(answer.status)) {
        if (![200, 409].includes(answer.status))
          outcome.faults.push(`${step}: ${answer.status} ${answer.body.toString()}`);
        return answer;
      }
      const seconds = /\r\nretry-after: *(\d+)/i.exec(answer.head)?.[1];
      if (!seconds) outcome.faults.push(`${step}: ${answer.status} without Retry-After`);
      await sleep(Number(seconds ?? 1) * 1000);
    }
    return undefined;
  }

  async function takePart(connection: Connection, n: number): Promise<void> {
    const { token, taxpayerId } = citizens[n] as Fixture['citizens'][number];
    const hallId = hallIds[n % hallIds.length] as string;
    for (let tries = 0; tries < TRIES; tries++) {
      const listed = await ask(connection, 'list', () => slotsRequest(hallId, matterId, on));
      if (listed?.status !== 200) return;
      const free = (JSON.parse(String(listed.body)) as { id: string; remaining: number }[]).filter(
        ({ remaining }) => remaining > 0,
      );
      const slot = free[(n * 7 + tries) % Math.max(1, free.length)];
      if (!slot) return;
      const held = await ask(connection, 'hold', () =>
        postRequest('/appointments/holds', token, { slotId: slot.id, matterId, taxpayerId }),
      );
      if (held?.status !== 200) continue;
      const { id, version } = JSON.parse(String(held.body)) as { id: string; version: number };
      const submitted = await ask(connection, 'submit', () =>
        postRequest(`/appointments/${id}/submit`, token, { version }),
      );
      if (submitted?.status === 200) outcome.submitted++;
      return;
    }
  }

  const open: Connection[] = [];
  for (let n = 0; n < connections; n++) open.push(await Connection.open(system.server.port));
  const startedAt = performance.now();
  let next = 0;
  await Promise.all(
    open.map(async (connection) => {
      while (next < citizens.length) await takePart(connection, next++);
    }),
  );
  outcome.seconds = (performance.now() - startedAt) / 1000;
  for (const connection of open) connection.close();
  outcome.faults.push(...(await faultsIn(system, on, places, outcome.submitted)));
  return outcome;
}

/** What is wrong in the database after everybody was answered. */
async function faultsIn({ database }: System, on: string, places: number, submitted: number): Promise<string[]> {
  const { booked, overfull } = await database.one(
    'SELECT SUM(booked) AS booked, SUM(CASE WHEN booked > capacityPublic THEN 1 ELSE 0 END) AS overfull FROM slot WHERE onDay = ?',
    on,
  );
  const { live, held, people } = await database.one(
    `SELECT COUNT(*) AS live, SUM(CASE WHEN status = 'held' THEN 1 ELSE 0 END) AS held,
       COUNT(DISTINCT taxpayerId) AS people FROM appointment WHERE onDay = ? AND activeKey IS NOT NULL`,
    on,
  );
  const must: [string, boolean][] = [
    [`${booked} booked of ${places} places`, Number(booked) <= places && Number(overfull) === 0],
    [`booked says ${booked}, there are ${live} rows`, Number(booked) === Number(live)],
    [`${submitted} acknowledged, ${Number(live) - Number(held)} rows`, Number(live) - Number(held) === submitted],
    [`${live} appointments of ${people} people`, Number(live) === Number(people)],
  ];
  return must.filter(([, isRight]) => !isRight).map(([fault]) => fault);
}

const ms = (latencies: number[], p: number): string =>
  percentile(
    latencies.sort((a, b) => a - b),
    p,
  ).toFixed(0);

function rowOf(connections: number, { places }: Release, outcome: Outcome): string {
  const { latenciesMs, statuses, seconds, submitted, faults } = outcome;
  const answers = [...statuses.values()].reduce((sum, n) => sum + n, 0);
  const cells = [
    connections,
    seconds.toFixed(1),
    (answers / seconds).toFixed(0),
    ...STEPS.map((step) => [0.5, 0.95, 0.99].map((p) => ms(latenciesMs[step], p)).join(' / ')),
    [409, 429, 503].map((status) => statuses.get(status) ?? 0).join(' / '),
    `${submitted} of ${places}`,
    faults.length === 0 ? 'none' : faults.slice(0, 3).join('; '),
  ];
  return `| ${cells.join(' | ')} |`;
}

const environment = await prepare(process.env['BENCH_DATABASE_URL'], Number(options.citizens));
const rows: string[] = [];
try {
  for (const [n, connections] of CONNECTIONS.entries()) {
    const day = environment.ours.fixture.releases[n] as Release;
    const outcome = await release(environment.ours, day, connections);
    rows.push(rowOf(connections, day, outcome));
    process.stderr.write(`${rows.at(-1)}\n`);
    if (outcome.faults.length > 0) process.exitCode = 1;
  }
} finally {
  await environment.close();
}
const head = [
  'connections',
  'seconds',
  'answers/s',
  ...STEPS.map((step) => `${step}, ms p50 / p95 / p99`),
  'gone (409) / 429 / 503',
  'booked',
  'faults',
];
writeMeasured('release', options.write, [
  `${options.citizens} people each time. ${environment.settings.join('; ')}.`,
  '',
  `| ${head.join(' | ')} |`,
  `|${head.map(() => ' ---: |').join('')}`,
  ...rows,
]);
