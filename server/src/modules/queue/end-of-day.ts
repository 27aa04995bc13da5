import { Injectable } from '@nestjs/common';
import { addDays, HOUR_MS, instantAt, localDateOf, openIntervals } from '@yiyun/shared';
import { Clock } from '../../platform/clock.js';
import { systemContext } from '../../platform/http/context.js';
import { type Hall, Halls } from '../halls/index.js';
import { type Command, UnitOfWork } from '../records/index.js';
import { DayRosters } from './day-rosters.js';
import { beyond } from './domain/beyond.js';
import { HallQueues } from './hall-queues.js';
import type { TicketRow } from './storage/ticket.entities.js';
import { TicketRepository } from './storage/ticket.repository.js';
import { statusAfter, TicketStore } from './storage/ticket.store.js';
import { WindowStore } from './storage/window.store.js';

/** The hall is closed so long that nobody is served any more. */
const OVER_AFTER_MS = 3 * HOUR_MS;
const AT_ONCE = 100;

/** Closes what was left open: windows, and tickets that nobody will call; and keeps how the day was planned. */
@Injectable()
export class EndOfDay {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketRepository,
    private readonly store: TicketStore,
    private readonly windows: WindowStore,
    private readonly rosters: DayRosters,
    private readonly queues: HallQueues,
    private readonly halls: Halls,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    for (const hall of this.halls.all()) await this.close(hall);
  }

  /** Tickets first: a window is closed with empty hands. */
  private async close(hall: Hall): Promise<void> {
    const lastOn = this.lastDayOver(hall);
    for (;;) {
      const left = await this.tickets.leftOver(hall.id, lastOn, AT_ONCE);
      for (const { id } of left) await this.work.run(systemContext, 'queue.endDay', (command) => this.end(command, id));
      if (left.length < AT_ONCE) break;
    }
    for (const status of await this.windows.ofHall(hall.id)) {
      if (status.state === 'closed' || localDateOf(status.sinceAt) > lastOn) continue;
      await this.work.run(systemContext, 'queue.endDay', async (command) => {
        const seen = await this.windows.find(status.id, command);
        if (!seen || seen.state === 'closed' || seen.version !== status.version) return;
        const move = { kind: 'WindowClosed', state: 'closed', reason: null, staffId: seen.staffId ?? '' } as const;
        await this.windows.move(command, seen.id, hall.id, seen, move);
      });
    }
    await this.rosters.keep(hall.id, lastOn);
    this.queues.touch(hall.id);
  }

  /** Whoever was being served is taken as served, everybody else as gone. */
  private async end(command: Command, id: string): Promise<void> {
    const row: TicketRow = await this.tickets.get(id, command);
    if (row.status === 'done' || row.status === 'left') return;
    const isServed = row.status === 'serving';
    await this.store.moveAgain(command, row, {
      kind: isServed ? 'TicketFinished' : 'TicketLeft',
      changes: {
        status: statusAfter(row, isServed ? 'finish' : 'endDay', 'system'),
        endedAt: command.at,
        windowKey: null,
        reservedWindowId: null,
        reservedStaffId: null,
      },
      facts: { endOfDay: true },
    });
  }

  /** The last day on which nobody is served any more: today in the evening, otherwise yesterday. */
  private lastDayOver(hall: Hall): string {
    const now = this.clock.now();
    const today = localDateOf(now);
    const closes = this.closingMinutes(hall, today);
    const isOver = closes !== undefined && now >= instantAt(today, closes) + OVER_AFTER_MS;
    return isOver ? today : addDays(today, -1);
  }

  private closingMinutes(hall: Hall, on: string): number | undefined {
    return beyond(
      () => openIntervals(this.halls.calendarOf(hall.id), on).at(-1)?.toMinutes,
      () => undefined,
    );
  }
}
