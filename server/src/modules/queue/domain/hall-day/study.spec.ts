import { describe, expect, it } from '@jest/globals';
import { defaultQueuePolicy } from '@yiyun/shared';
import { compareTickets, headOf } from '../call-order.js';
import { canServe } from '../ticket.js';
import { estimateWaits } from '../wait-estimate.js';
import { type DayPlan, planDay } from './plan-day.js';
import { playDay } from './play-day.js';
import { breachesIn, coverageOf, reportOf } from './report.js';
import { compared, Histogram, newStudy, situationOf, studyDay } from './study.js';

const DAYS = 60;

describe('played hall days', () => {
  const study = newStudy();
  for (let day = 0; day < DAYS; day++) studyDay(study, 5_000 + day);

  it('Q3: no bound is broken, by whichever of the rules', () => {
    expect(study.visits).toBeGreaterThan(DAYS * 100);
    expect(breachesIn(study)).toBe(0);
  });

  it('Q3 (negative control): calling the newest first is found out on the same days', () => {
    const newestFirst: typeof headOf = (tickets, policy, window) =>
      tickets.filter((ticket) => canServe(window, ticket, policy)).sort((a, b) => compareTickets(b, a))[0];
    const played = Array.from({ length: 20 }, (_, day) =>
      playDay(planDay(5_000 + day), { policy: defaultQueuePolicy, next: newestFirst }),
    );
    expect(played.reduce((sum, { breaches }) => sum + breaches, 0)).toBeGreaterThan(20);
  });

  it('four of five waits are within P80', () => {
    expect(study.estimates).toBeGreaterThan(120);
    expect(coverageOf(study)).toBeGreaterThanOrEqual(0.75);
    expect(coverageOf(study)).toBeLessThanOrEqual(0.85);
  });

  it('simple matters wait less where complex ones have windows of their own', () => {
    const { oneQueue, lanes, lanesApart } = study.simple;
    expect(lanes.quantile(0.5)).toBeLessThan(oneQueue.quantile(0.5));
    expect(lanesApart.quantile(0.5)).toBeLessThan(lanes.quantile(0.5));
  });

  it('everybody is called, by each of the rules, on the same visits', () => {
    const plan = planDay(5_000);
    for (const policy of Object.values(compared))
      expect(playDay(plan, { policy }).waits).toHaveLength(plan.visits.length);
  });

  it('are told in words, with what was asked for', () => {
    const text = reportOf(study).join('\n');
    expect(text).toContain(`模拟${DAYS}个大厅日`);
    expect(text).toMatch(/在P80以内的占\d\d\.\d%/);
    expect(text).toContain('先办：0次');
    expect(text).toMatch(/纯一窗式.*简易事项中位\d/);
  });
});

describe('an estimate', () => {
  /** The estimate of the 40th ticket, made while the day was played. */
  function estimateOn(plan: DayPlan, finishedUntil: number) {
    const found: unknown[] = [];
    playDay(plan, {
      policy: defaultQueuePolicy,
      onDraw: (ticket, sight) => {
        if (sight.drawn.length === 40) {
          const finished = sight.finished.slice(0, finishedUntil);
          found.push(estimateWaits(situationOf({ ...sight, finished }, plan), [ticket], 1));
        }
        return undefined;
      },
    });
    return found;
  }

  it('knows nothing of what will come: another future gives the same', () => {
    const plan = planDay(77);
    const now = plan.visits[39]?.drawnAt ?? 0;
    const later = plan.visits.map((visit) =>
      visit.drawnAt > now ? { ...visit, serviceMs: visit.serviceMs * 9, drawnAt: visit.drawnAt + 60_000 } : visit,
    );
    expect(estimateOn({ ...plan, visits: later }, 0)).toEqual(estimateOn(plan, 0));
  });
});

describe('a histogram', () => {
  it('gives quantiles in tenths of a minute', () => {
    const histogram = new Histogram();
    expect(histogram.quantile(0.5)).toBe(0);
    for (const seconds of [6, 12, 18, 600]) histogram.add(seconds * 1000);
    expect([histogram.quantile(0.5), histogram.quantile(0.75), histogram.quantile(1)]).toEqual([0.2, 0.3, 10]);
  });
});
