import { MINUTE_MS, type PriorityReason } from '@yiyun/shared';
import { between, factor, type Lots, lotsFrom, normal, untilNext } from '../lots.js';
import type { CallingWindow } from '../ticket.js';
import type { Break } from '../wait-estimate.js';

/** A made-up hall for playing days through: what is done there and how long it takes. Times are milliseconds of the day. */
export const CATEGORIES = ['发票', '证明开具', '信息报告', '税务行政许可'] as const;
export interface TownMatter {
  id: string;
  category: string;
  isComplex: boolean;
  minutes: number;
  /** Share of all visits. */
  share: number;
}
export const MATTERS: readonly TownMatter[] = [
  { id: 's1', category: '证明开具', isComplex: false, minutes: 5, share: 18 },
  { id: 's2', category: '发票', isComplex: false, minutes: 7, share: 20 },
  { id: 's3', category: '发票', isComplex: false, minutes: 9, share: 17 },
  { id: 's4', category: '证明开具', isComplex: false, minutes: 12, share: 10 },
  { id: 'c1', category: '信息报告', isComplex: true, minutes: 18, share: 14 },
  { id: 'c2', category: '信息报告', isComplex: true, minutes: 26, share: 11 },
  { id: 'c3', category: '税务行政许可', isComplex: true, minutes: 38, share: 10 },
];

export interface PlannedVisit {
  drawnAt: number;
  /** Start of its slot for an appointment. */
  slotAt: number | null;
  priorityReason: PriorityReason | null;
  matter: TownMatter;
  /** At the window, the way there included; before the officer's speed. */
  serviceMs: number;
  /** Is not there when called. */
  isMissed: boolean;
  /** After a missed call; Infinity when it stays away. */
  backAfterMs: number;
}
export interface PlannedWindow extends CallingWindow {
  opensAt: number;
  /** Lunch, known to everybody. */
  breaks: Break[];
  /** Short absences of which nobody knows beforehand. */
  pauses: Break[];
  /** Factor on all its services. */
  speed: number;
}
export interface DayPlan {
  visits: PlannedVisit[];
  windows: PlannedWindow[];
  /** No ticket is drawn later; the windows go on until everybody is served. */
  drawsUntil: number;
  /** What services of each matter took on days before, in milliseconds. */
  history: ReadonlyMap<string, number[]>;
}

const WINDOWS = 7;
/** Of these windows complex matters are served where they are kept apart. */
const COMPLEX_WINDOWS = 5;
const at = (hour: number, minute = 0): number => (hour * 60 + minute) * MINUTE_MS;
const [OPENS, DRAWS_UNTIL] = [at(8, 30), at(16, 40)];
/** Visits in each half hour from 08:30 on, as a share of the busiest. */
const CURVE = [0.75, 0.95, 1, 1, 0.9, 0.75, 0.45, 0.35, 0.4, 0.6, 0.85, 0.9, 0.8, 0.65, 0.5, 0.35, 0.2];
const BUSIEST_PER_HOUR = 33;
const [WITH_APPOINTMENT, WITH_PRIORITY, MISSED, COMES_BACK] = [0.3, 0.06, 0.03, 0.6];
const [SPREAD, OFFICER_SPREAD, DAY_SPREAD, DEMAND_SPREAD] = [0.5, 0.12, 0.06, 0.1];
/** Beyond it the hall would open further windows. */
const MOST_DEMAND = 1.15;
const PAUSES_PER_WINDOW = 2;
const HISTORY = 60;

/** Everything that will happen on a day, whatever the order of calling: the same visits can be played by any rules. */
export function planDay(seed: number): DayPlan {
  const lots = lotsFrom(seed);
  const demand = Math.min(MOST_DEMAND, factor(lots, DEMAND_SPREAD));
  const slowness = factor(lots, DAY_SPREAD);
  return {
    visits: planVisits(lots, demand, slowness),
    windows: Array.from({ length: WINDOWS }, (_, i) => planWindow(lots, i)),
    drawsUntil: DRAWS_UNTIL,
    history: pastServices(lotsFrom(seed ^ 0x5bd1e995)),
  };
}

function planVisits(lots: Lots, demand: number, slowness: number): PlannedVisit[] {
  const visits: PlannedVisit[] = [];
  const busiest = (BUSIEST_PER_HOUR * demand) / (60 * MINUTE_MS);
  for (let t = OPENS + untilNext(lots, busiest); t < DRAWS_UNTIL; t += untilNext(lots, busiest)) {
    if (lots() >= (CURVE[Math.floor((t - OPENS) / (30 * MINUTE_MS))] ?? 0)) continue;
    visits.push(planVisit(lots, t, slowness));
  }
  return visits.sort((a, b) => a.drawnAt - b.drawnAt);
}

function planVisit(lots: Lots, wanted: number, slowness: number): PlannedVisit {
  const matter = matterBy(lots);
  const slotAt =
    lots() < WITH_APPOINTMENT ? Math.max(OPENS, Math.floor(wanted / (30 * MINUTE_MS)) * 30 * MINUTE_MS) : null;
  const offMinutes = Math.max(-30, Math.min(15, -6 + 8 * normal(lots)));
  return {
    drawnAt: Math.floor(Math.max(OPENS, slotAt === null ? wanted : slotAt + offMinutes * MINUTE_MS)),
    slotAt,
    priorityReason: lots() < WITH_PRIORITY ? 'elderly' : null,
    matter,
    serviceMs: serviceOf(lots, matter) * slowness,
    isMissed: lots() < MISSED,
    backAfterMs: lots() < COMES_BACK ? between(lots, 3, 15) * MINUTE_MS : Infinity,
  };
}

const serviceOf = (lots: Lots, { minutes }: TownMatter): number =>
  between(lots, 0.3, 1) * MINUTE_MS + minutes * MINUTE_MS * factor(lots, SPREAD);

function matterBy(lots: Lots): TownMatter {
  let left = lots() * MATTERS.reduce((sum, { share }) => sum + share, 0);
  return MATTERS.find(({ share }) => (left -= share) < 0) ?? (MATTERS[0] as TownMatter);
}

function planWindow(lots: Lots, i: number): PlannedWindow {
  const lunch = i % 2 === 0 ? { from: at(11, 30), until: at(12, 15) } : { from: at(12, 15), until: at(13) };
  const pauses: Break[] = [];
  for (let t = OPENS; ; ) {
    t += untilNext(lots, PAUSES_PER_WINDOW / (DRAWS_UNTIL - OPENS));
    if (t >= DRAWS_UNTIL) break;
    pauses.push({ from: t, until: t + between(lots, 3, 10) * MINUTE_MS });
  }
  return {
    id: String(i + 1),
    staffId: `officer ${i + 1}`,
    skills: CATEGORIES,
    servesComplex: i < COMPLEX_WINDOWS,
    opensAt: OPENS,
    breaks: [lunch],
    pauses,
    speed: factor(lots, OFFICER_SPREAD),
  };
}

/** Services of other days, with other officers: drawn apart from what the day itself will bring. */
function pastServices(lots: Lots): ReadonlyMap<string, number[]> {
  const past = () => factor(lots, OFFICER_SPREAD) * factor(lots, DAY_SPREAD);
  return new Map(
    MATTERS.map((matter) => [matter.id, Array.from({ length: HISTORY }, () => serviceOf(lots, matter) * past())]),
  );
}
