import type { Measured } from './scenarios.js';

/** The value below which the share `p` (0 to 1) of an ascending list lies. */
export const percentile = (ascending: readonly number[], p: number): number =>
  ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * p))] ?? 0;

export function median(values: readonly number[]): number {
  return percentile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
}

export interface Figures {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  serverCpuMs: number;
  databaseCpuMs: number;
}

export const figuresOf = (m: Measured): Figures => ({
  perSecond: m.done / m.seconds,
  p50Ms: percentile(m.latenciesMs, 0.5),
  p99Ms: percentile(m.latenciesMs, 0.99),
  serverCpuMs: m.serverCpuMs,
  databaseCpuMs: m.databaseCpuMs,
});

export interface Comparison {
  floor: Figures;
  ours: Figures;
  /** Ours ÷ floor, of each round by itself. */
  ratios: { perSecond: number[]; p99Ms: number[]; cpuMs: number[] };
}

const cpu = (f: Figures): number => f.serverCpuMs + f.databaseCpuMs;

function medians(rounds: readonly Figures[]): Figures {
  const of = (key: keyof Figures) => median(rounds.map((round) => round[key]));
  return {
    perSecond: of('perSecond'),
    p50Ms: of('p50Ms'),
    p99Ms: of('p99Ms'),
    serverCpuMs: of('serverCpuMs'),
    databaseCpuMs: of('databaseCpuMs'),
  };
}

/** Puts rounds of the same load side by side. */
export function compare(rounds: readonly { floor: Figures; ours: Figures }[]): Comparison {
  return {
    floor: medians(rounds.map((round) => round.floor)),
    ours: medians(rounds.map((round) => round.ours)),
    ratios: {
      perSecond: rounds.map(({ floor, ours }) => ours.perSecond / floor.perSecond),
      p99Ms: rounds.map(({ floor, ours }) => ours.p99Ms / floor.p99Ms),
      cpuMs: rounds.map(({ floor, ours }) => cpu(ours) / cpu(floor)),
    },
  };
}
