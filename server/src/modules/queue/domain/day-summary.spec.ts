import { describe, expect, it } from '@jest/globals';
import { defaultQueuePolicy, MINUTE_MS } from '@yiyun/shared';
import { type PastDay, type PastTicket, quantile, summaryOf } from './day-summary.js';

const minutes = (n: number): number => n * MINUTE_MS;
const ticket = (drawn: number, called: number | null, over: Partial<PastTicket> = {}): PastTicket => ({
  lane: 'simple',
  drawnAt: minutes(drawn),
  waitsFrom: minutes(drawn),
  boundAt: minutes(drawn + 70),
  status: 'done',
  matterIds: ['invoice'],
  windowId: 'w1',
  firstCalledAt: called === null ? null : minutes(called),
  endedAt: called === null ? null : minutes(called + 10),
  serviceMs: called === null ? null : minutes(10),
  missedCount: 0,
  ...over,
});
const stretch = (from: number, until: number) => ({ from: minutes(from), until: minutes(until) });
const day = (tickets: PastTicket[], over: Partial<PastDay> = {}): PastDay => ({
  on: '2026-11-23',
  until: minutes(600),
  tickets,
  windows: [
    { id: 'w1', label: '1号窗口', open: [stretch(510, 600)], roster: [stretch(510, 600)] },
    { id: 'w2', label: '2号窗口', open: [stretch(510, 555)], roster: [stretch(510, 600)] },
  ],
  appointments: { booked: 0, came: 0, noShow: 0, cancelled: 0 },
  policy: defaultQueuePolicy,
  matterName: () => '代开发票',
  ...over,
});

describe('what a day was like', () => {
  const tickets = [
    ticket(510, 510),
    ticket(515, 535),
    ticket(520, 595, { boundAt: minutes(590) }),
    ticket(530, null, { status: 'left', endedAt: minutes(580) }),
    ticket(540, 560, { lane: 'priority', missedCount: 1, serviceMs: null }),
    ticket(590, null, { status: 'waiting' }),
  ];
  const summary = summaryOf(day(tickets));

  it('counts what was drawn and what became of it', () => {
    expect(summary).toMatchObject({ drawn: 6, served: 4, missed: 1, left: 1 });
  });
  it('tells the waits of each lane, and those beyond the bound', () => {
    expect(summary.waitMinutes.find(({ lane }) => lane === 'simple')).toEqual({
      lane: 'simple',
      median: 20,
      p80: 75,
      longest: 75,
      overBound: 1,
    });
    expect(summary.waitMinutes.find(({ lane }) => lane === 'complex')).toMatchObject({ median: 0, longest: 0 });
  });
  it('tells the services, and what each window did of its roster', () => {
    expect(summary.serviceMinutes).toEqual([{ matterName: '代开发票', count: 3, median: 10 }]);
    expect(summary.windows).toEqual([
      { label: '1号窗口', openMinutes: 90, rosteredMinutes: 90, served: 4 },
      { label: '2号窗口', openMinutes: 45, rosteredMinutes: 90, served: 0 },
    ]);
    expect(summary.windowOpenRate).toBe(75);
  });
  it('follows the rate and the queue by quarters of an hour', () => {
    expect(summary.rateOverTime).toHaveLength(6);
    expect(summary.rateOverTime[0]).toEqual({ at: minutes(510), percent: 100, waiting: 2 });
    expect(summary.rateOverTime[3]).toEqual({ at: minutes(555), percent: 50, waiting: 2 });
  });
  it('of a day without anything is empty', () => {
    const nothing = summaryOf(day([], { windows: [] }));
    expect(nothing).toMatchObject({ drawn: 0, windowOpenRate: null, rateOverTime: [] });
  });
});

describe('a quantile', () => {
  it('is a value that occurred', () => {
    expect([quantile([], 0.5), quantile([3, 1, 2], 0.5), quantile([1, 2, 3, 4], 0.8)]).toEqual([0, 2, 4]);
  });
});
