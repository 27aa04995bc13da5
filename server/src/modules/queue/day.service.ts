import { Injectable } from '@nestjs/common';
import { CalendarRangeError, type DaySummaryView, instantAt, localDateOf } from '@yiyun/shared';
import { Clock } from '../../platform/clock.js';
import type { Context } from '../../platform/http/context.js';
import { requireHallReader } from '../../platform/http/policies.js';
import { type Hall, Halls } from '../halls/index.js';
import { Matters } from '../matters/index.js';
import { AppointmentArrivals } from './appointment-arrivals.js';
import { type DayWindow, summaryOf } from './domain/day-summary.js';
import { instantsOf } from './domain/hall-state.js';
import { openStretches } from './hall-queues.js';
import { QueuePolicies } from './queue-policies.js';
import { TicketRepository } from './storage/ticket.repository.js';
import type { WindowSessionRow } from './storage/window.entities.js';
import { WindowStore } from './storage/window.store.js';

/** What a day at a hall was like. */
@Injectable()
export class DayService {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly windows: WindowStore,
    private readonly arrivals: AppointmentArrivals,
    private readonly policies: QueuePolicies,
    private readonly halls: Halls,
    private readonly matters: Matters,
    private readonly clock: Clock,
  ) {}

  async summary(ctx: Context, hallId: string, on: string): Promise<DaySummaryView> {
    const hall = this.halls.get(hallId);
    requireHallReader(ctx, hall.id);
    const now = this.clock.now();
    const until = on === localDateOf(now) ? now : instantAt(on, 1440);
    const sessions = await this.windows.sessions(hallId, on);
    return summaryOf({
      on,
      until,
      tickets: await this.tickets.wholeDay(hallId, on),
      windows: this.windowsOf(hall, on, sessions),
      appointments: await this.arrivals.dayOf(hallId, on),
      policy: await this.policies.rulesOf(hallId),
      matterName: (id) => this.matters.find(id)?.name ?? '',
    });
  }

  /** A roster of a past day is today's reading of it: what was changed since is not undone. */
  private windowsOf(hall: Hall, on: string, sessions: readonly WindowSessionRow[]): DayWindow[] {
    const midnight = instantAt(on, 0);
    return this.rosterOf(hall, on).map(({ window, hours }) => ({
      id: window.id,
      label: window.label,
      roster: instantsOf(hours, midnight),
      open: openStretches(sessions.filter(({ windowId }) => windowId === window.id)),
    }));
  }

  private rosterOf(hall: Hall, on: string) {
    try {
      return this.halls.rosterOn(hall.id, on);
    } catch (error) {
      if (!(error instanceof CalendarRangeError)) throw error;
      return hall.windows.map((window) => ({ window, hours: [] }));
    }
  }
}
