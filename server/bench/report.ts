import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SERVER_FOLDER } from './processes.js';
import type { Drain, Race, ScenarioName } from './scenarios.js';
import { type Comparison, type Figures, median } from './statistics.js';

export interface Result {
  database: string;
  settings: string[];
  rounds: number;
  seconds: number;
  rows: { scenario: ScenarioName; connections: number; comparison: Comparison }[];
  races: { system: string; race: Race; faults: string[] }[];
  drains: Drain[];
}

const labels: Record<ScenarioName, string> = {
  list: 'list free slots',
  book: 'book, spread over slots',
  hot: 'book, one hot slot',
};

const round = (n: number, digits: number): string => n.toFixed(digits);
const times = (ratios: number[]): string => {
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)];
  return `**${round(median(ratios), 2)}×** (${round(least, 2)}–${round(most, 2)})`;
};
const cpuOf = (f: Figures): string =>
  f.databaseCpuMs === 0
    ? round(f.serverCpuMs, 3)
    : `${round(f.serverCpuMs + f.databaseCpuMs, 3)} = ${round(f.serverCpuMs, 3)} + ${round(f.databaseCpuMs, 3)}`;

function tableRow(label: string, { floor, ours, ratios }: Comparison): string {
  const cells = [
    label,
    `${round(floor.perSecond, 0)} → ${round(ours.perSecond, 0)}`,
    times(ratios.perSecond),
    `${round(floor.p50Ms, 1)} → ${round(ours.p50Ms, 1)}`,
    `${round(floor.p99Ms, 1)} → ${round(ours.p99Ms, 1)}`,
    times(ratios.p99Ms),
    `${cpuOf(floor)} → ${cpuOf(ours)}`,
    times(ratios.cpuMs),
  ];
  return `| ${cells.join(' | ')} |`;
}

const HEAD = [
  'load',
  'requests/s',
  'ratio',
  'p50 ms',
  'p99 ms',
  'ratio',
  'CPU ms an operation (server + database)',
  'ratio',
];

function racesOf(races: Result['races']): string[] {
  const faults = races.flatMap(({ system, faults: found }) => found.map((fault) => `- ${system}: ${fault}`));
  const kinds = [...new Set(races.map(({ race }) => `${race.racers} racers for ${race.places}`))];
  if (faults.length > 0) return ['Races went wrong:', ...faults];
  return [
    `${races.length} races (${kinds.join(', ')}): each time as many acknowledged as places, everybody else refused, \`booked\` equal to the rows.`,
  ];
}

function drainOf(drains: Drain[]): string[] {
  const events = drains.reduce((sum, { events: n }) => sum + n, 0);
  if (events === 0) return ['No event was left waiting when the load ended.'];
  const seconds = drains.reduce((sum, drain) => sum + drain.seconds, 0);
  const cpuMs = drains.reduce((sum, drain) => sum + drain.cpuMsEach * drain.events, 0) / events;
  return [
    `After the load the server delivered ${round(events / seconds, 0)} waiting events a second (a message into the inbox each) at ${round(cpuMs, 2)} ms CPU each.`,
  ];
}

/** One database's part of the report, as Markdown. Figures are medians of the rounds; ratios are ours ÷ floor. */
export function markdownOf(result: Result): string {
  return [
    `### ${result.database}`,
    '',
    `${result.rounds} × ${result.seconds} s in turns, floor → ours. ${result.settings.join('; ')}.`,
    '',
    `| ${HEAD.join(' | ')} |`,
    `| ${HEAD.map((_, i) => (i === 0 ? '---' : '---:')).join(' | ')} |`,
    ...result.rows.map(({ scenario, connections, comparison }) =>
      tableRow(`${labels[scenario]}, ${connections} connections`, comparison),
    ),
    '',
    ...racesOf(result.races),
    ...drainOf(result.drains),
    '',
  ].join('\n');
}

/** The page with the part of this name replaced. Throws when the page has no place for it. */
export function withMeasured(page: string, name: string, measured: string): string {
  const [startMark, endMark] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const [start, end] = [page.indexOf(startMark), page.indexOf(endMark)];
  if (start < 0 || end < start) throw new Error(`The page has no ${startMark} … ${endMark}`);
  return `${page.slice(0, start)}${startMark}\n\n${measured}\n${page.slice(end)}`;
}

/** Prints what was measured, and puts it into docs/performance.md where that is wanted. */
export function writeMeasured(name: string, isWanted: boolean, lines: readonly string[]): void {
  const text = `${lines.join('\n')}\n`;
  process.stdout.write(`\n${text}`);
  if (!isWanted) return;
  const page = join(SERVER_FOLDER, '../docs/performance.md');
  writeFileSync(page, withMeasured(readFileSync(page, 'utf8'), name, text));
}
