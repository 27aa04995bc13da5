import { describe, expect, it } from '@jest/globals';
import { defaultQueuePolicy, MINUTE_MS } from '@yiyun/shared';
import { ticketOf } from '../testing/arbitraries.js';
import { aheadIn, HallState, instantsOf, type QueueReading, type StandingWindow } from './hall-state.js';
import { FEWEST_SERVICES, serviceTimesOf } from './service-times.js';

const minutes = (n: number): number => n * MINUTE_MS;
const NOW = minutes(600);
const roster = instantsOf(
  [
    { fromMinutes: 510, toMinutes: 720 },
    { fromMinutes: 810, toMinutes: 1020 },
  ],
  0,
);
const window = (id: string, over: Partial<StandingWindow> = {}): StandingWindow => ({
  id,
  staffId: `officer ${id}`,
  skills: ['发票'],
  servesComplex: true,
  state: 'open',
  sinceAt: minutes(510),
  roster,
  inHand: null,
  ...over,
});
const ticket = (atMinutes: number, needs = ['发票']) => ({
  ...ticketOf({ lane: 'simple', isComplex: false, needs, atMinutes, earlyMinutes: 0 }, atMinutes, defaultQueuePolicy),
  matterIds: ['ten'],
});
const reading = (over: Partial<QueueReading> = {}): QueueReading => ({
  hallId: 'hall',
  now: NOW,
  policy: defaultQueuePolicy,
  windows: [window('1')],
  waiting: [ticket(590), ticket(585), ticket(580)],
  recent: [],
  drawsFrom: minutes(510),
  drawsUntil: minutes(1020),
  times: serviceTimesOf(new Map([['ten', Array(FEWEST_SERVICES).fill(minutes(10)) as number[]]]), () => 20),
  usual: { simple: { matterId: 'ten', category: '发票' }, complex: { matterId: 'plan', category: '信息报告' } },
  ...over,
});

describe('a hall at one instant', () => {
  it('Q2: orders, counts and estimates by the same order', () => {
    const state = new HallState(reading());
    expect(state.order.map(({ drawnAt }) => drawnAt / MINUTE_MS)).toEqual([580, 585, 590]);
    expect(state.order.map((one) => state.outlookOf(one))).toEqual([
      {
        aheadCount: 0,
        estimate: { range: { p50Minutes: 0, p80Minutes: 0 }, source: expect.any(String) as unknown as string },
      },
      {
        aheadCount: 1,
        estimate: { range: { p50Minutes: 10, p80Minutes: 10 }, source: expect.any(String) as unknown as string },
      },
      {
        aheadCount: 2,
        estimate: { range: { p50Minutes: 20, p80Minutes: 20 }, source: expect.any(String) as unknown as string },
      },
    ]);
    expect(state.outlookOf(ticket(600)).aheadCount).toBe(3);
    expect(state.estimateOf('simple').range).toEqual({ p50Minutes: 30, p80Minutes: 30 });
  });

  it('says from what it was computed, and nothing where no open window could serve', () => {
    const state = new HallState(reading());
    expect(state.estimateOf('simple').source).toContain('实际办理用时、1个开放的窗口');
    expect(state.estimateOf('complex')).toEqual({ range: null, source: expect.stringContaining('没有能办理的窗口') });
    const planned = new HallState(
      reading({ usual: { simple: { matterId: 'new', category: '发票' }, complex: undefined } }),
    );
    expect(planned.estimateOf('simple').source).toContain('计划用时');
    expect(planned.estimateOf('complex').range).toBeNull();
    const paused = new HallState(reading({ windows: [window('1', { state: 'paused', sinceAt: NOW })] }));
    expect(paused.estimateOf('simple').range).toBeNull();
  });
});

describe('what a window promises', () => {
  it('an open one: its breaks to come; in a break it works through', () => {
    const lunch = [{ from: minutes(720), until: minutes(810) }];
    expect(aheadIn(window('1'), NOW)).toMatchObject([{ opensAt: NOW, breaks: lunch }]);
    expect(aheadIn(window('1'), minutes(730))).toMatchObject([{ opensAt: minutes(730), breaks: [] }]);
  });
  it('a paused one: after lunch where it is at lunch, otherwise after as long again', () => {
    const away = window('1', { state: 'paused', sinceAt: minutes(590) });
    expect(aheadIn(away, NOW)).toMatchObject([{ opensAt: minutes(610) }]);
    expect(aheadIn({ ...away, sinceAt: minutes(715) }, minutes(730))).toMatchObject([{ opensAt: minutes(810) }]);
  });
  it('a closed one: nothing', () => {
    expect(aheadIn(window('1', { state: 'closed' }), NOW)).toEqual([]);
  });
});
