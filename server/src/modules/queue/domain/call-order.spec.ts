import { describe, expect, it } from '@jest/globals';
import { defaultQueuePolicy, lanes, laneTimes, MINUTE_MS, type QueuePolicyRules } from '@yiyun/shared';
import fc from 'fast-check';
import { queues, ticketOf } from '../testing/arbitraries.js';
import { breachesOf } from './breaches.js';
import { aheadOf, callOrder, compareTickets, headOf, timesOfReturn } from './call-order.js';
import { type CallingWindow, canServe, laneOf, needsOf, timesOf, type WaitingTicket } from './ticket.js';

const numbers = (tickets: readonly WaitingTicket[]): string[] => tickets.map(({ number }) => number);
const window = (id: string, skills: string[], servesComplex = true): CallingWindow => ({
  id,
  staffId: `officer ${id}`,
  skills,
  servesComplex,
});
const anyWindow = window('1', ['发票']);
const drawn = (lane: WaitingTicket['lane'], atMinutes: number, over: Partial<WaitingTicket> = {}): WaitingTicket => {
  const from = { lane, isComplex: lane === 'complex', needs: ['发票'], atMinutes, earlyMinutes: 0 };
  return { ...ticketOf(from, atMinutes, defaultQueuePolicy), ...over };
};

/** Plays everything through: each window in turn calls whom `next` names, a minute after the other. */
function play(
  { tickets, windows }: { tickets: WaitingTicket[]; windows: CallingWindow[] },
  policy: QueuePolicyRules,
  next: typeof headOf,
): { called: WaitingTicket; breaches: WaitingTicket[] }[] {
  const calls: { called: WaitingTicket; breaches: WaitingTicket[] }[] = [];
  let left = [...tickets];
  for (let minute = 0; minute <= 400 && left.length > 0; minute += 7) {
    const at = minute * MINUTE_MS;
    const window = windows[minute % windows.length] as CallingWindow;
    const waiting = left.filter(({ drawnAt }) => drawnAt <= at);
    const called = next(waiting, policy, window);
    if (!called) continue;
    calls.push({ called, breaches: breachesOf({ at, window, called, waiting }, policy) });
    left = left.filter((ticket) => ticket !== called);
  }
  return calls;
}

describe('the order of calling', () => {
  it('is total: of two tickets one comes before the other, whatever list they stand in', () => {
    fc.assert(
      fc.property(queues, fc.nat(), ({ tickets, policy }, seed) => {
        const shuffled = [...tickets].sort((a, b) => ((a.drawnAt * 31 + seed) % 7) - ((b.drawnAt * 31 + seed) % 7));
        expect(numbers(callOrder(shuffled, policy))).toEqual(numbers(callOrder(tickets, policy)));
        for (const a of tickets) {
          for (const b of tickets) expect(Math.sign(compareTickets(a, b))).toBe(-Math.sign(compareTickets(b, a)) + 0);
          expect(compareTickets(a, a)).toBe(0);
        }
      }),
    );
  });

  it('is stable: who joins or goes changes nothing between the others', () => {
    fc.assert(
      fc.property(queues, ({ tickets, policy }) => {
        const [one, ...others] = tickets as [WaitingTicket, ...WaitingTicket[]];
        expect(numbers(callOrder(others, policy))).toEqual(
          numbers(callOrder(tickets, policy)).filter((number) => number !== one.number),
        );
      }),
    );
  });

  it('Q2: what a window calls is the first of those shown that it can serve', () => {
    fc.assert(
      fc.property(queues, ({ tickets, policy, windows }) => {
        const shown = callOrder(tickets, policy);
        for (const window of windows) {
          const first = shown.find((ticket) => canServe(window, ticket, policy));
          expect(headOf(tickets, policy, window)).toBe(first);
          expect(callOrder(tickets, policy, window)[0]).toBe(first);
        }
      }),
    );
  });

  it('Q3: under any rules that can be saved nobody waits past his bound while a later one within his is called', () => {
    fc.assert(
      fc.property(queues, (queue) => {
        for (const { breaches } of play(queue, queue.policy, headOf)) expect(numbers(breaches)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('Q3: nobody who comes after the due time is called before', () => {
    fc.assert(
      fc.property(queues, ({ tickets, policy }) => {
        const order = callOrder(tickets, policy);
        for (const [i, after] of order.entries()) {
          for (const before of order.slice(0, i)) expect(before.drawnAt).toBeLessThanOrEqual(after.dueAt);
        }
      }),
    );
  });

  it('Q3 (negative control): newest first is found to break the bound', () => {
    const newestFirst: typeof headOf = (tickets, policy, window) =>
      tickets.filter((ticket) => canServe(window, ticket, policy)).sort((a, b) => compareTickets(b, a))[0];
    const breaches = fc
      .sample(queues, { numRuns: 200, seed: 1 })
      .flatMap((queue) => play(queue, queue.policy, newestFirst).flatMap((call) => call.breaches));
    expect(breaches.length).toBeGreaterThan(0);
  });

  it('calls within a lane in the order of drawing, and lets a lane with a shorter target overtake only so far', () => {
    const queue = [
      drawn('simple', 0),
      drawn('simple', 2),
      drawn('priority', 29),
      drawn('priority', 31),
      drawn('complex', 1),
    ];
    expect(numbers(callOrder(queue, defaultQueuePolicy))).toEqual(['A029', 'A000', 'A031', 'A002', 'A001']);
  });

  it('filters by skills, by steering of complex matters and by who it was handed to', () => {
    const apart = { ...defaultQueuePolicy, complexApart: true };
    const [plain, strong] = [window('1', ['发票'], false), window('2', ['发票', '信息报告'])];
    const [simple, complex] = [drawn('simple', 1), drawn('complex', 0, { needs: ['信息报告'] })];
    expect(numbers(callOrder([simple, complex], defaultQueuePolicy, plain))).toEqual(['A001']);
    expect(numbers(callOrder([simple, complex], apart, strong))).toEqual(['A001', 'A000']);
    expect(headOf([drawn('complex', 0)], apart, plain)).toBeUndefined();
    expect(headOf([drawn('complex', 0)], defaultQueuePolicy, plain)).toBeDefined();
    const handed = drawn('simple', 0, { needs: ['信息报告'], reservedStaffId: 'officer 1' });
    expect([plain, strong].map((w) => canServe(w, handed, apart))).toEqual([true, false]);
    expect(canServe(strong, { ...handed, reservedStaffId: null, reservedWindowId: '2' }, apart)).toBe(true);
  });
});

describe('who stands ahead', () => {
  const windows = [window('1', ['发票']), window('2', ['信息报告'])];
  const mine = drawn('simple', 10);
  const others = [drawn('simple', 1), drawn('simple', 2, { needs: ['信息报告'] }), drawn('simple', 12)];

  it('counts those whom a window calls before that could call this one too', () => {
    expect(aheadOf(mine, [mine, ...others], defaultQueuePolicy, windows)).toBe(1);
  });
  it('counts all that stand before while no window can serve it', () => {
    expect(aheadOf(mine, [mine, ...others], defaultQueuePolicy, [])).toBe(2);
  });
});

describe('a missed ticket that comes back', () => {
  const settings = { policy: defaultQueuePolicy, windows: [anyWindow] };
  const waiting = [drawn('simple', 30), drawn('simple', 31), drawn('simple', 32), drawn('simple', 33)];
  const missed = drawn('simple', 5);
  const comesBack = (afterCalls: number, among = waiting) => {
    const back = { ...missed, ...timesOfReturn(missed, among, { ...settings, afterCalls }) };
    return callOrder([back, ...among], defaultQueuePolicy).indexOf(back);
  };

  it('stands behind as many as the rules say, or behind all who wait, or where it stood', () => {
    expect([comesBack(3), comesBack(10), comesBack(0), comesBack(3, [])]).toEqual([3, 4, 0, 0]);
  });

  it('never moves forward, and what it may still expect is kept', () => {
    fc.assert(
      fc.property(queues, ({ tickets, policy, windows }) => {
        const [one, ...others] = tickets as [WaitingTicket, ...WaitingTicket[]];
        const back = timesOfReturn(one, others, { policy, windows, afterCalls: policy.returnAfterCalls });
        expect(back.dueAt).toBeGreaterThanOrEqual(one.dueAt);
        expect(back.boundAt - back.dueAt).toBe(one.boundAt - one.dueAt);
        expect(back.dueAt - back.waitsFrom).toBe(one.dueAt - one.waitsFrom);
      }),
    );
  });
});

describe('a new ticket', () => {
  it('waits in the lane of what it has a claim to', () => {
    expect(laneOf('simple', { hasAppointment: false, priorityReason: null })).toBe('simple');
    expect(laneOf('complex', { hasAppointment: true, priorityReason: null })).toBe('appointment');
    expect(laneOf('complex', { hasAppointment: true, priorityReason: 'elderly' })).toBe('priority');
  });
  it('is due after the target of its lane, and has its bound', () => {
    for (const lane of lanes) {
      const { targetMinutes, boundMinutes } = laneTimes(defaultQueuePolicy, lane);
      expect(timesOf(lane, 0, defaultQueuePolicy)).toEqual({
        dueAt: targetMinutes * MINUTE_MS,
        boundAt: boundMinutes * MINUTE_MS,
      });
    }
  });
  it('needs one window for all its matters where there is one, otherwise for the first', () => {
    const skills = [{ skills: ['发票'] }, { skills: ['发票', '信息报告'] }, { skills: ['证明开具'] }];
    expect(needsOf(['发票', '信息报告', '发票'], skills)).toEqual(['发票', '信息报告']);
    expect(needsOf(['证明开具', '发票'], skills)).toEqual(['证明开具']);
    expect(needsOf(['证明开具', '社保非税'], skills)).toBeUndefined();
  });
});
