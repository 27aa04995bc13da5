import type { Break } from './wait-estimate.js';

/** Stretches in which a window was open, or should have been. */
export interface WindowTimes {
  readonly open: readonly Break[];
  readonly roster: readonly Break[];
}
/** Milliseconds within a time: rostered ones of all windows, and those of them that were covered by open windows. */
export interface Coverage {
  readonly rosteredMs: number;
  readonly coveredMs: number;
}

/** Open windows and rostered windows at an instant. */
const countsAt = (windows: readonly WindowTimes[], at: number): { open: number; rostered: number } => {
  const holds = (times: readonly Break[]) => times.some(({ from, until }) => at >= from && at < until);
  return {
    open: windows.filter(({ open }) => holds(open)).length,
    rostered: windows.filter(({ roster }) => holds(roster)).length,
  };
};

/** 窗口开设率 at an instant, in whole per cent; null when no window should be open. More than all is all. */
export function rateAt(windows: readonly WindowTimes[], at: number): number | null {
  const { open, rostered } = countsAt(windows, at);
  return rostered === 0 ? null : Math.round((100 * Math.min(open, rostered)) / rostered);
}

/**
 * How much of the rostered time was covered between two instants. At each moment as many windows count as are rostered:
 * one that is open in another's place counts, one that is open besides does not.
 */
export function coverageOf(windows: readonly WindowTimes[], from: number, until: number): Coverage {
  const edges = windows
    .flatMap(({ open, roster }) => [...open, ...roster])
    .flatMap((stretch) => [stretch.from, stretch.until]);
  const cuts = [...new Set([from, ...edges.filter((at) => at > from && at < until), until])].sort((a, b) => a - b);
  let [rosteredMs, coveredMs] = [0, 0];
  for (const [i, start] of cuts.slice(0, -1).entries()) {
    const length = (cuts[i + 1] as number) - start;
    const { open, rostered } = countsAt(windows, start);
    rosteredMs += rostered * length;
    coveredMs += Math.min(open, rostered) * length;
  }
  return { rosteredMs, coveredMs };
}

/** In whole per cent; null when no window should have been open. */
export const percentOf = ({ rosteredMs, coveredMs }: Coverage): number | null =>
  rosteredMs === 0 ? null : Math.round((100 * coveredMs) / rosteredMs);

/** The part of some stretches that lies between two instants, in milliseconds. */
export const lengthWithin = (stretches: readonly Break[], from: number, until: number): number =>
  stretches.reduce((sum, one) => sum + Math.max(0, Math.min(one.until, until) - Math.max(one.from, from)), 0);
