import { describe, expect, it } from '@jest/globals';
import type { DaySummaryView } from '@yiyun/shared';
import { crowdAnswer, rateAnswer, rateChart, waitAnswer } from './day-charts';

const nine = Date.parse('2026-11-23T09:00:00+08:00');
const entry = (quarter: number, percent: number | null, waiting: number) => ({
  at: nine + quarter * 900_000,
  percent,
  waiting,
});
const day = (over: Partial<DaySummaryView>): DaySummaryView => ({
  on: '2026-11-23',
  drawn: 0,
  served: 0,
  missed: 0,
  left: 0,
  appointments: { booked: 0, came: 0, noShow: 0, cancelled: 0 },
  waitMinutes: [],
  serviceMinutes: [],
  windows: [],
  windowOpenRate: 80,
  rateFloorPercent: 70,
  rateOverTime: [],
  ...over,
});

describe('were there windows enough', () => {
  it('says for how long it was below the line, and from when', () => {
    const of = day({ rateOverTime: [entry(0, 100, 2), entry(1, 60, 9), entry(2, 65, 4), entry(3, null, 0)] });
    expect(rateAnswer(of)).toBe('全天 80%；约有 30 分钟低于 70%，最早从 09:15 起。');
    expect(rateChart(of).series[1]?.values).toEqual([70, 70, 70, 70]);
  });

  it('says that it never was, or that none was due', () => {
    expect(rateAnswer(day({ rateOverTime: [entry(0, 90, 0)] }))).toMatch('没有低于');
    expect(rateAnswer(day({ windowOpenRate: null }))).toMatch('没有应开');
  });
});

describe('how full it was, and how long people waited', () => {
  it('names the fullest quarter', () => {
    expect(crowdAnswer(day({ rateOverTime: [entry(0, 90, 2), entry(1, 90, 9)] }))).toBe('09:15 最多，9 人同时等候。');
    expect(crowdAnswer(day({}))).toMatch('没有人等候');
  });

  it('names the lane that waited longest and who waited too long', () => {
    const waits = { median: 5, p80: 9, overBound: 0 };
    const waitMinutes = [
      { ...waits, lane: 'priority' as const, longest: 12 },
      { ...waits, lane: 'simple' as const, longest: 41, overBound: 2 },
    ];
    expect(waitAnswer(day({ waitMinutes }))).toBe('等得最久的是简易事项，41 分钟；有 2 人超过等候上限。');
  });
});
