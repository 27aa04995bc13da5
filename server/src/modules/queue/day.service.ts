import { Injectable } from '@nestjs/common';
import { type DaySummaryView, instantAt, localDateOf } from '@yiyun/shared';
import { Clock } from '../../platform/clock.js';
import type { Context } from '../../platform/http/context.js';
import { requireHallReader } from '../../platform/http/policies.js';
import { Halls } from '../halls/index.js';
import { Matters } from '../matters/index.js';
import { AppointmentArrivals } from './appointment-arrivals.js';
import { DayRosters } from './day-rosters.js';
import { type DayWindow, summaryOf } from './domain/day-summary.js';
import { instantsOf } from './domain/hall-state.js';
import { openStretches } from './hall-queues.js';
import { QueuePolicies } from './queue-policies.js';
import { TicketRepository } from './storage/ticket.repository.js';
import type { RosteredHours, WindowSessionRow } from './storage/window.entities.js';
import { WindowStore } from './storage/window.store.js';

/** What a day at a hall was like. */
@Injectable()
export class DayService {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly windows: WindowStore,
    private readonly rosters: DayRosters,
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
      windows: (await this.rosters.of(hall.id, on)).map((window) => dayWindow(window, on, sessions)),
      appointments: await this.arrivals.dayOf(hallId, on),
      policy: await this.policies.rulesOf(hallId),
      matterName: (id) => this.matters.find(id)?.name ?? '',
    });
  }
}

/** A window's day: when somebody should have sat there, and when somebody did. */
function dayWindow({ id, label, hours }: RosteredHours, on: string, sessions: readonly WindowSessionRow[]): DayWindow {
  return {
    id,
    label,
    roster: instantsOf(hours, instantAt(on, 0)),
    open: openStretches(sessions.filter(({ windowId }) => windowId === id)),
  };
}
