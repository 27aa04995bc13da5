import { describe, expect, it } from '@jest/globals';
import { readOptions } from '../../bench/options.js';
import { withMeasured } from '../../bench/report.js';
import { faultsOf, type Race } from '../../bench/scenarios.js';
import { compare, type Figures, median, percentile } from '../../bench/statistics.js';

const figures = (perSecond: number, p99Ms: number, serverCpuMs: number): Figures => ({
  perSecond,
  p50Ms: 1,
  p99Ms,
  serverCpuMs,
  databaseCpuMs: serverCpuMs,
});

describe('the figures of the benchmark', () => {
  it('take percentiles by rank', () => {
    const ascending = Array.from({ length: 100 }, (_, i) => i + 1);
    expect([percentile(ascending, 0.5), percentile(ascending, 0.99), percentile(ascending, 1)]).toEqual([51, 100, 100]);
    expect([percentile([], 0.5), median([3, 1, 2])]).toEqual([0, 2]);
  });

  it('compare round by round, so that a slow minute strikes both', () => {
    const rounds = [
      { floor: figures(100, 10, 1), ours: figures(200, 5, 0.5) },
      { floor: figures(50, 20, 2), ours: figures(150, 30, 3) },
      { floor: figures(80, 10, 1), ours: figures(80, 10, 1) },
    ];
    const { floor, ours, ratios } = compare(rounds);
    expect([floor.perSecond, ours.perSecond]).toEqual([80, 150]);
    expect(ratios).toEqual({ perSecond: [2, 3, 1], p99Ms: [0.5, 1.5, 1], cpuMs: [0.5, 1.5, 1] });
  });
});

describe('a race', () => {
  const fair: Race = { places: 5, racers: 200, acknowledged: 5, refused: 195, booked: 5, rows: 5 };

  it('is fair when every place went to one racer and all others were refused', () => {
    expect(faultsOf(fair)).toEqual([]);
  });

  it.each<[string, Partial<Race>]>([
    ['6 acknowledged for 5 places', { acknowledged: 6, refused: 194, rows: 6, booked: 6 }],
    ['4 acknowledged for 5 places', { acknowledged: 4, refused: 196, rows: 4, booked: 4 }],
    ['2 of 200 got no proper answer', { refused: 193 }],
    ['booked says 4, there are 5 rows', { booked: 4 }],
    ['5 acknowledged, 6 rows', { rows: 6, booked: 6 }],
  ])('%s is a fault (negative control)', (fault, change) => {
    expect(faultsOf({ ...fair, ...change })).toContain(fault);
  });
});

describe('the page', () => {
  it('gets the measured part replaced and nothing else', () => {
    const page = 'before\n<!-- release:start -->\nold\n<!-- release:end -->\nafter\n';
    const once = withMeasured(page, 'release', 'new\n');
    expect(once).toBe('before\n<!-- release:start -->\n\nnew\n\n<!-- release:end -->\nafter\n');
    expect(withMeasured(once, 'release', 'new\n')).toBe(once);
    expect(() => withMeasured('no place', 'release', 'new')).toThrow('release:start');
  });
});

describe('the options', () => {
  it('are three rounds on both databases, or a quick one', () => {
    expect(readOptions([])).toMatchObject({ rounds: 3, connections: [32, 64], databases: ['mariadb', 'sqlite'] });
    expect(readOptions(['--quick', '--only', 'book'])).toMatchObject({ rounds: 1, scenarios: ['book'] });
    expect(() => readOptions(['--unheard-of'])).toThrow();
  });
});
