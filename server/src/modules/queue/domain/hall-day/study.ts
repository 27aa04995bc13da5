import { defaultQueuePolicy, type Lane, lanes, MINUTE_MS, type QueuePolicyRules } from '@yiyun/shared';
import { serviceTimesOf } from '../service-times.js';
import { backFrom, estimateWaits, type QueueSituation, type Wait, type WindowAhead } from '../wait-estimate.js';
import { type DayPlan, MATTERS, planDay } from './plan-day.js';
import { awayUntil, type DaySight, type DayTicket, type DayWindow, playDay } from './play-day.js';

export const RECENT_MS = 30 * MINUTE_MS;
/** One ticket in so many is given an estimate when it is drawn. */
const ESTIMATED_SHARE = 1 / 45;
/** Waits shorter than this are nobody's concern: an estimate of "at once" is easy to keep. */
const AT_ONCE_MS = MINUTE_MS;

const laneless = {
  priorityTargetMinutes: 0,
  appointmentTargetMinutes: 0,
  simpleTargetMinutes: 0,
  complexTargetMinutes: 0,
};
/** The rules that are compared on the same visits. */
export const compared = {
  /** 纯一窗式: every window calls everything, first come, first served. */
  oneQueue: { ...defaultQueuePolicy, ...laneless },
  /** As the program comes: every window calls everything, by due times. */
  lanes: defaultQueuePolicy,
  /** By due times, complex matters only at some windows. */
  lanesApart: { ...defaultQueuePolicy, complexApart: true },
} as const satisfies Record<string, QueuePolicyRules>;
export type Compared = keyof typeof compared;

export interface Study {
  days: number;
  visits: number;
  /** Estimates given to tickets that could not be called at once, and how many waits kept within P50 and P80. */
  estimates: number;
  withinP50: number;
  withinP80: number;
  /** All estimates, those of "at once" too. */
  allEstimates: number;
  allWithinP80: number;
  breaches: Record<Compared, number>;
  longestMs: Record<Compared, Record<Lane, number>>;
  /** Waits of simple and of complex matters, in whole tenths of a minute, by how often they came. */
  simple: Record<Compared, Histogram>;
  complex: Record<Compared, Histogram>;
}

/** Counts of tenths of a minute: exact enough for a median, whatever the number of days. */
export class Histogram {
  private readonly counts: number[] = [];
  private total = 0;

  add(ms: number): void {
    const tenths = Math.floor((ms * 10) / MINUTE_MS);
    this.counts[tenths] = (this.counts[tenths] ?? 0) + 1;
    this.total++;
  }

  /** In minutes; 0 when nothing was counted. */
  quantile(share: number): number {
    let passed = 0;
    for (const [tenths, count = 0] of this.counts.entries()) {
      passed += count;
      if (passed > 0 && passed >= share * this.total) return tenths / 10;
    }
    return 0;
  }
}

const byRules = <T>(of: (rules: Compared) => T): Record<Compared, T> =>
  Object.fromEntries((Object.keys(compared) as Compared[]).map((rules) => [rules, of(rules)])) as Record<Compared, T>;

export const newStudy = (): Study => ({
  days: 0,
  visits: 0,
  estimates: 0,
  withinP50: 0,
  withinP80: 0,
  allEstimates: 0,
  allWithinP80: 0,
  breaches: byRules(() => 0),
  longestMs: byRules(() => Object.fromEntries(lanes.map((lane) => [lane, 0])) as Record<Lane, number>),
  simple: byRules(() => new Histogram()),
  complex: byRules(() => new Histogram()),
});

/** Plays one day by each of the rules and adds it to the study; estimates are made by the rules as the program comes. */
export function studyDay(study: Study, seed: number): void {
  const plan = planDay(seed);
  study.days++;
  study.visits += plan.visits.length;
  for (const rules of Object.keys(compared) as Compared[]) {
    const policy = compared[rules];
    const onDraw = rules === 'lanes' ? listenerFor(study, plan, seed) : undefined;
    const { waits, breaches } = playDay(plan, { policy, ...(onDraw && { onDraw }) });
    study.breaches[rules] += breaches;
    for (const { lane, isComplex, waitMs } of waits) {
      study.longestMs[rules][lane] = Math.max(study.longestMs[rules][lane], waitMs);
      study[isComplex ? 'complex' : 'simple'][rules].add(waitMs);
    }
  }
}

function listenerFor(study: Study, plan: DayPlan, seed: number) {
  return (ticket: DayTicket, sight: DaySight) => {
    const lot = Math.imul(seed + 1, 2_654_435_761) + Math.imul(sight.drawn.length, 40_503);
    if (((lot >>> 0) % 1000) / 1000 >= ESTIMATED_SHARE) return undefined;
    const [estimate] = estimateWaits(situationOf(sight, plan), [ticket], lot) as [Wait];
    return (waitMs: number) => judge(study, estimate, waitMs);
  };
}

/** Both are rounded as people read them: an estimate in whole minutes. */
function judge(study: Study, { p50, p80 }: Wait, waitMs: number): void {
  const isWithin = (ms: number) => waitMs <= Math.ceil(ms / MINUTE_MS) * MINUTE_MS;
  study.allEstimates++;
  if (isWithin(p80)) study.allWithinP80++;
  if (p80 < AT_ONCE_MS) return;
  study.estimates++;
  if (isWithin(p50)) study.withinP50++;
  if (isWithin(p80)) study.withinP80++;
}

/** What an estimate may know: the rosters, who waits, what windows are busy with, what came and was done until now. */
export function situationOf({ at, waiting, windows, drawn, finished }: DaySight, plan: DayPlan): QueueSituation {
  const newest = new Map(MATTERS.map(({ id }) => [id, [...(plan.history.get(id) ?? [])]]));
  for (const { matterId, tookMs } of finished) newest.get(matterId)?.push(tookMs);
  for (const [id, list] of newest) newest.set(id, list.slice(-60));
  const planned = new Map(MATTERS.map(({ id, minutes }) => [id, minutes]));
  return {
    now: at,
    policy: defaultQueuePolicy,
    windows: windows.map((window) => aheadOf(window, at)),
    waiting,
    recent: drawn.filter(({ drawnAt }) => drawnAt > at - RECENT_MS),
    recentMs: Math.min(RECENT_MS, Math.max(at - (plan.windows[0]?.opensAt ?? 0), 10 * MINUTE_MS)),
    drawsUntil: plan.drawsUntil,
    times: serviceTimesOf(newest, (matterId) => planned.get(matterId) ?? 10),
  };
}

/** A window at lunch is counted on from the end of its lunch, one that went away for a while by the rule for absences. */
function aheadOf({ plan, inHand, freeAt, awaySince }: DayWindow, at: number): WindowAhead {
  const lunch = plan.breaks.find(({ from, until }) => at >= from && at < until);
  const isAway = inHand === null && freeAt > at && awayUntil(plan, at) !== undefined;
  const { id, staffId, skills, servesComplex, breaks } = plan;
  return {
    id,
    staffId,
    skills,
    servesComplex,
    breaks,
    opensAt: !isAway ? at : lunch ? lunch.until : backFrom(awaySince, at),
    inHand: inHand && { matterIds: inHand.ticket.matterIds, since: inHand.since },
  };
}
