import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { instantAt, isOpen, localDateOf, type MatterGroup, MINUTE_MS, openIntervals } from '@yiyun/shared';
import { Clock } from '../../platform/clock.js';
import { LiveFeed } from '../../platform/events/live-feed.js';
import { type Hall, Halls, type RosteredWindow, type ServiceWindow } from '../halls/index.js';
import { type Matter, Matters } from '../matters/index.js';
import { beyond } from './domain/beyond.js';
import { HallState, instantsOf, RECENT_MS, type StandingWindow } from './domain/hall-state.js';
import { NEWEST_SERVICES, serviceTimesOf } from './domain/service-times.js';
import type { Break } from './domain/wait-estimate.js';
import type { WindowTimes } from './domain/window-rate.js';
import { QueuePolicies } from './queue-policies.js';
import type { TicketRow } from './storage/ticket.entities.js';
import { TicketRepository } from './storage/ticket.repository.js';
import type { WindowSessionRow, WindowStatusRow } from './storage/window.entities.js';
import { WindowStore } from './storage/window.store.js';

/** A window with how it stands. */
export interface HallWindow {
  readonly window: ServiceWindow;
  readonly status: WindowStatusRow | undefined;
  readonly isRostered: boolean;
  readonly ticket: TicketRow | undefined;
  readonly served: number;
}
/** What everybody sees of a hall at one instant; nothing in it is computed twice for twenty consoles. */
export interface HallNow {
  readonly hall: Hall;
  readonly on: string;
  readonly at: number;
  readonly isOpen: boolean;
  readonly state: HallState<TicketRow>;
  readonly windows: readonly HallWindow[];
  /** Called, served or parked. */
  readonly atWindows: readonly TicketRow[];
  readonly missed: readonly TicketRow[];
  /** When each window was open today, and should have been. */
  readonly times: readonly WindowTimes[];
}
interface Kept {
  now: Promise<HallNow>;
  /** How often the hall had been touched when it was read, and when that was. */
  touches: number;
  readAt: number;
}

/** Even when nothing happens, times go on. */
const MAX_AGE_MS = 5_000;
/** Real services change slowly. */
const SERVICES_AGE_MS = 10 * MINUTE_MS;
const LISTEN_ON_MS = 60_000;

/** Halls as they are now, read once for everybody and again when something happened there, on whichever instance. */
@Injectable()
export class HallQueues implements OnModuleDestroy {
  private readonly kept = new Map<string, Kept>();
  private readonly touches = new Map<string, number>();
  private readonly services = new Map<string, { at: number; newest: ReadonlyMap<string, number[]> }>();
  private stopListening: (() => void) | undefined;
  private listenTimer: NodeJS.Timeout | undefined;

  constructor(
    private readonly tickets: TicketRepository,
    private readonly windows: WindowStore,
    private readonly policies: QueuePolicies,
    private readonly halls: Halls,
    private readonly matters: Matters,
    private readonly feed: LiveFeed,
    private readonly clock: Clock,
  ) {}

  /** Throws `request.not_found`. */
  now(hallId: string): Promise<HallNow> {
    const hall = this.halls.get(hallId);
    this.listen();
    const [touches, readAt] = [this.touches.get(hallId) ?? 0, this.clock.now()];
    const kept = this.kept.get(hallId);
    if (kept && kept.touches === touches && Math.abs(readAt - kept.readAt) < MAX_AGE_MS) return kept.now;
    const now = this.read(hall, readAt);
    this.kept.set(hallId, { now, touches, readAt });
    now.catch(() => this.touch(hallId));
    return now;
  }

  /** Something happened there: whoever asks from now on sees it. */
  touch(hallId: string): void {
    this.touches.set(hallId, (this.touches.get(hallId) ?? 0) + 1);
  }

  onModuleDestroy(): void {
    clearTimeout(this.listenTimer);
    this.stopListening?.();
  }

  /** Listens as long as somebody asks. */
  private listen(): void {
    this.stopListening ??= this.feed.listen((_id, { hallId, subjectKind }) => {
      if (hallId !== null && SUBJECTS.has(subjectKind)) this.touch(hallId);
    });
    clearTimeout(this.listenTimer);
    this.listenTimer = setTimeout(() => {
      this.stopListening?.();
      this.stopListening = undefined;
      this.kept.clear();
    }, LISTEN_ON_MS);
    this.listenTimer.unref();
  }

  private async read(hall: Hall, at: number): Promise<HallNow> {
    const on = localDateOf(at);
    const [rows, recent, statuses, sessions, served, policy, newest] = await Promise.all([
      this.tickets.ofDay(hall.id, on, ['waiting', 'called', 'serving', 'parked', 'missed']),
      this.tickets.drawnSince(hall.id, on, at - RECENT_MS),
      this.windows.ofHall(hall.id),
      this.windows.sessions(hall.id, on),
      this.tickets.servedByWindow(hall.id, on),
      this.policies.rulesOf(hall.id),
      this.newestServices(hall.id, at),
    ]);
    const of = (...wanted: TicketRow['status'][]) => rows.filter(({ status }) => wanted.includes(status));
    const [atWindows, roster] = [of('called', 'serving', 'parked'), this.rosterOf(hall, on)];
    const windows = roster.map(({ window, hours }): HallWindow & { standing: StandingWindow } => {
      const status = statuses.find(({ id }) => id === window.id);
      const ticket = atWindows.find(({ windowKey }) => windowKey === window.id);
      const stretches = instantsOf(hours, instantAt(on, 0));
      const { state = 'closed', staffId = null, sinceAt = null } = status ?? {};
      const inHand = ticket ? { matterIds: ticket.matterIds, since: ticket.calledAt ?? at } : null;
      const { id, skills, servesComplex } = window;
      return {
        window,
        status,
        isRostered: stretches.some(({ from, until }) => at >= from && at < until),
        ticket,
        served: served.get(id) ?? 0,
        standing: { id, staffId, skills, servesComplex, state, sinceAt, roster: stretches, inHand },
      };
    });
    const times = windows.map(({ window: { id }, standing: { roster: planned } }) => ({
      open: openStretches(sessions.filter(({ windowId }) => windowId === id)),
      roster: planned,
    }));
    const hours = this.hoursOf(hall, on);
    const state = new HallState({
      hallId: hall.id,
      now: at,
      policy,
      windows: windows.map(({ standing }) => standing),
      waiting: of('waiting'),
      recent: recent.map((row) => ({ ...row, reservedWindowId: null, reservedStaffId: null })),
      drawsFrom: instantAt(on, hours[0]?.fromMinutes ?? 0),
      drawsUntil: instantAt(on, hours.at(-1)?.toMinutes ?? 1440),
      times: serviceTimesOf(newest, (matterId) => this.matters.find(matterId)?.serviceMinutes ?? 15),
      usual: { simple: this.usual(hall, 'simple', recent), complex: this.usual(hall, 'complex', recent) },
    });
    return { hall, on, at, isOpen: this.isOpen(hall, at), state, windows, atWindows, missed: of('missed'), times };
  }

  private async newestServices(hallId: string, at: number): Promise<ReadonlyMap<string, number[]>> {
    const known = this.services.get(hallId);
    if (known && Math.abs(at - known.at) < SERVICES_AGE_MS) return known.newest;
    const newest = await this.tickets.newestServices(hallId, NEWEST_SERVICES);
    this.services.set(hallId, { at, newest });
    return newest;
  }

  private rosterOf(hall: Hall, on: string): RosteredWindow[] {
    return beyond(
      () => this.halls.rosterOn(hall.id, on),
      () => hall.windows.map((window) => ({ window, hours: [], isException: false })),
    ).filter(({ window }) => window.active);
  }

  private hoursOf(hall: Hall, on: string) {
    return beyond(
      () => openIntervals(this.halls.calendarOf(hall.id), on),
      () => [],
    );
  }

  private isOpen(hall: Hall, at: number): boolean {
    return beyond(
      () => isOpen(this.halls.calendarOf(hall.id), at),
      () => false,
    );
  }

  /** The matter of a group that was drawn most lately, otherwise the first in the catalogue that the hall serves. */
  private usual({ windows }: Hall, group: MatterGroup, recent: readonly TicketRow[]) {
    const counts = new Map<string, number>();
    for (const { matterIds } of recent) {
      const matter = this.matters.find(matterIds[0] ?? '');
      if (matter?.group === group) counts.set(matter.id, (counts.get(matter.id) ?? 0) + 1);
    }
    const [top] = [...counts].sort(([, a], [, b]) => b - a);
    const isServed = ({ category, counterAvailable }: Matter) =>
      counterAvailable && windows.some(({ active, skills }) => active && skills.includes(category));
    const matter = top
      ? this.matters.get(top[0])
      : this.matters.all().find((one) => one.group === group && isServed(one));
    return matter && { matterId: matter.id, category: matter.category };
  }
}

const SUBJECTS = new Set(['ticket', 'serviceWindow', 'queuePolicy', 'hall', 'appointment']);

/** When a window was open; a session under way has no end yet. */
export const openStretches = (sessions: readonly WindowSessionRow[]): Break[] =>
  sessions.flatMap(({ state, fromAt, untilAt }) =>
    state === 'open' ? [{ from: fromAt, until: untilAt ?? Infinity }] : [],
  );
