import { describe, expect, it } from '@jest/globals';
import { defaultQueuePolicy, MINUTE_MS } from '@yiyun/shared';
import { ticketOf } from '../testing/arbitraries.js';
import { lotsFrom } from './lots.js';
import { FEWEST_SERVICES, serviceTimesOf } from './service-times.js';
import {
  backFrom,
  type ExpectedTicket,
  estimateWaits,
  type QueueSituation,
  type WindowAhead,
} from './wait-estimate.js';

const minutes = (n: number): number => n * MINUTE_MS;
/** Every service of this matter took ten minutes. */
const TEN = 'ten';
const times = serviceTimesOf(new Map([[TEN, Array(FEWEST_SERVICES).fill(minutes(10)) as number[]]]), () => 20);

const ticket = (atMinutes: number, over: Partial<ExpectedTicket> = {}): ExpectedTicket => ({
  ...ticketOf(
    { lane: 'simple', isComplex: false, needs: ['发票'], atMinutes, earlyMinutes: 0 },
    atMinutes,
    defaultQueuePolicy,
  ),
  matterIds: [TEN],
  ...over,
});
const window = (id: string, over: Partial<WindowAhead> = {}): WindowAhead => ({
  id,
  staffId: `officer ${id}`,
  skills: ['发票'],
  servesComplex: true,
  opensAt: 0,
  inHand: null,
  breaks: [],
  ...over,
});
const situation = (over: Partial<QueueSituation>): QueueSituation => ({
  now: minutes(60),
  policy: defaultQueuePolicy,
  windows: [window('1')],
  waiting: [],
  recent: [],
  recentMs: minutes(30),
  drawsUntil: minutes(480),
  times,
  ...over,
});
const waitsIn = (of: QueueSituation, asked: readonly ExpectedTicket[]): (number | null)[] =>
  estimateWaits(of, asked, 1).map(({ p80 }) => (p80 === Infinity ? null : p80 / MINUTE_MS));

describe('the estimate of a wait', () => {
  const queue = [ticket(1), ticket(2), ticket(3)];

  it('plays the queue through in the order of calling', () => {
    expect(waitsIn(situation({ waiting: queue }), queue)).toEqual([0, 10, 20]);
    expect(waitsIn(situation({ waiting: queue, windows: [window('1'), window('2')] }), queue)).toEqual([0, 0, 10]);
    expect(waitsIn(situation({ waiting: queue, windows: [window('1', { opensAt: minutes(75) })] }), queue)).toEqual([
      15, 25, 35,
    ]);
  });

  it('counts on the rest of what is in hand, and on breaks that are known', () => {
    const busy = window('1', { inHand: { matterIds: [TEN], since: minutes(56) } });
    expect(waitsIn(situation({ waiting: queue, windows: [busy] }), queue)).toEqual([6, 16, 26]);
    const lunch = window('1', { breaks: [{ from: minutes(65), until: minutes(90) }] });
    expect(waitsIn(situation({ waiting: queue, windows: [lunch] }), queue)).toEqual([0, 30, 40]);
  });

  it('says what a ticket would wait that is not drawn yet, without troubling those who wait', () => {
    const probe = ticket(60);
    expect(waitsIn(situation({ waiting: queue }), [probe])).toEqual([30]);
    const hurried = ticket(60, { dueAt: 0 });
    expect(waitsIn(situation({ waiting: queue }), [...queue, hurried])).toEqual([0, 10, 20, 0]);
  });

  it('is nothing to say where no window could serve it', () => {
    const elsewhere = ticket(1, { needs: ['信息报告'] });
    const handed = ticket(2, { reservedWindowId: '2' });
    expect(waitsIn(situation({ waiting: [elsewhere, handed] }), [elsewhere, handed])).toEqual([null, null]);
    expect(waitsIn(situation({ windows: [] }), [ticket(1)])).toEqual([null]);
  });

  it('expects more of those who came lately, and that they overtake where their lane may', () => {
    const recent = Array.from({ length: 12 }, (_, i) => ticket(40 + i, { dueAt: minutes(40 + i) }));
    const [calm] = estimateWaits(situation({ waiting: queue }), [queue[2] as ExpectedTicket], 1);
    const [busy] = estimateWaits(
      situation({ waiting: queue, recent, now: minutes(10) }),
      [queue[2] as ExpectedTicket],
      1,
    );
    expect(busy?.p80).toBeGreaterThan(calm?.p80 ?? Infinity);
  });

  it('is the same for the same seed, and its range is in order', () => {
    const spread = serviceTimesOf(new Map(), () => 10);
    const of = situation({ waiting: queue, times: spread });
    expect(estimateWaits(of, queue, 7)).toEqual(estimateWaits(of, queue, 7));
    for (const { p50, p80 } of estimateWaits(of, queue, 7)) expect(p50).toBeLessThanOrEqual(p80);
    expect(estimateWaits(of, queue, 7)).not.toEqual(estimateWaits(of, queue, 8));
  });
});

describe('times of service', () => {
  it('are real ones where enough are known, otherwise the planned ones, spread', () => {
    const few = serviceTimesOf(new Map([['few', [1, 2, 3]]]), () => 10);
    const lots = lotsFrom(1);
    const drawn = Array.from({ length: 4_000 }, () => few.draw(lots, ['few']) / MINUTE_MS);
    expect(drawn.reduce((sum, n) => sum + n, 0) / drawn.length).toBeCloseTo(10, 0);
    expect(Math.max(...drawn)).toBeGreaterThan(20);
    expect([few.isKnown('few'), times.isKnown(TEN)]).toEqual([false, true]);
    expect(times.draw(lots, [TEN, TEN])).toBe(minutes(20));
  });
  it('are never over when something lasts longer than all others did', () => {
    const rest = times.drawRest(lotsFrom(1), [TEN], minutes(45));
    expect(rest).toBeGreaterThan(0);
    expect(rest).toBeLessThan(minutes(10));
  });
});

describe('a window that went away', () => {
  it('is expected back after as long again, three minutes at least', () => {
    expect(backFrom(minutes(50), minutes(60))).toBe(minutes(70));
    expect(backFrom(minutes(59), minutes(60))).toBe(minutes(63));
  });
});
