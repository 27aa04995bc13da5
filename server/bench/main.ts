import { join } from 'node:path';
import { type Environment, prepare } from './environment.js';
import { type Options, readOptions } from './options.js';
import { summariseProfiles } from './profile.js';
import { markdownOf, type Result, writeMeasured } from './report.js';
import { type Drain, drain, faultsOf, measure, race, type ScenarioName, type System } from './scenarios.js';
import { compare, type Figures, figuresOf } from './statistics.js';

/** Long enough for the compiler to have seen every path. */
const WARM_UP_SECONDS = 3;
const RACERS = 200;
const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function turn(system: System, scenario: ScenarioName, connections: number, seconds: number, drains: Drain[]) {
  const measured = await measure(system, scenario, connections, seconds);
  if (system.name === 'ours' && scenario !== 'list') drains.push(await drain(system));
  const figures = figuresOf(measured);
  say(
    `  ${system.name} ${scenario} at ${connections}: ${Math.round(figures.perSecond)}/s, p99 ${figures.p99Ms.toFixed(1)} ms`,
  );
  return figures;
}

async function measureAll({ floor, ours, settings }: Environment, options: Options, database: string): Promise<Result> {
  const { rounds, seconds, connections, scenarios } = options;
  for (const system of [floor, ours]) {
    for (const scenario of scenarios) await turn(system, scenario, 64, WARM_UP_SECONDS, []);
  }
  const result: Result = { database, settings, rounds, seconds, rows: [], races: [], drains: [] };
  for (const scenario of scenarios) {
    for (const count of connections) {
      const measured: { floor: Figures; ours: Figures }[] = [];
      for (let n = 0; n < rounds; n++) {
        measured.push({
          floor: await turn(floor, scenario, count, seconds, result.drains),
          ours: await turn(ours, scenario, count, seconds, result.drains),
        });
      }
      result.rows.push({ scenario, connections: count, comparison: compare(measured) });
    }
  }
  for (const slot of ours.fixture.races.slice(0, 2 * rounds)) {
    for (const system of [floor, ours]) {
      const outcome = await race(system, slot, RACERS);
      result.races.push({ system: system.name, race: outcome, faults: faultsOf(outcome) });
    }
  }
  return result;
}

const options = readOptions(process.argv.slice(2));
const mysql = process.env['BENCH_DATABASE_URL'];
const results: Result[] = [];
for (const kind of options.databases) {
  say(`${kind}: setting up`);
  const profiling = options.profile ? ['--cpu-prof', `--cpu-prof-dir=${join(options.profile, kind)}`] : [];
  const environment = await prepare(kind === 'mariadb' ? mysql : undefined, options.citizens, profiling);
  try {
    results.push(await measureAll(environment, options, kind === 'mariadb' ? 'MariaDB' : 'SQLite, embedded'));
  } finally {
    await environment.close();
  }
  if (options.profile) say(summariseProfiles(join(options.profile, kind)));
}
writeMeasured('bookings', options.write, results.map(markdownOf));
if (results.some(({ races }) => races.some(({ faults }) => faults.length > 0))) process.exitCode = 1;
