import { Injectable } from '@nestjs/common';
import {
  type DayBoardView,
  type HallLoadView,
  type HallScreenView,
  type Lane,
  lanes,
  MINUTE_MS,
  type QueueFiguresView,
  type StaffTicketView,
  type WindowStatusView,
} from '@yiyun/shared';
import type { Context } from '../../platform/http/context.js';
import { requireHallReader } from '../../platform/http/policies.js';
import { Halls } from '../halls/index.js';
import { StaffNames } from '../records/index.js';
import { coverageOf, percentOf, rateAt } from './domain/window-rate.js';
import { type HallNow, HallQueues } from './hall-queues.js';
import type { TicketRow } from './storage/ticket.entities.js';
import { windowStatusViewOf } from './storage/window.view.js';
import { mayAct, TicketViews } from './ticket-views.js';

const CALLS_ON_SCREEN = 8;
const NEXT_ON_SCREEN = 5;

/** The day of a hall on one screen: for the counter, for the wall, and how full it is for who chooses a hall. */
@Injectable()
export class BoardService {
  /** A board is made once for each state of the hall, whoever asks. */
  private readonly boards = new WeakMap<HallNow, Promise<DayBoardView>>();

  constructor(
    private readonly queues: HallQueues,
    private readonly views: TicketViews,
    private readonly halls: Halls,
    private readonly staffNames: StaffNames,
  ) {}

  async board(ctx: Context, hallId: string): Promise<DayBoardView> {
    requireHallReader(ctx, this.halls.get(hallId).id);
    const now = await this.queues.now(hallId);
    const known = this.boards.get(now) ?? this.make(now);
    this.boards.set(now, known);
    const board = await known;
    return mayAct(ctx.actor, hallId) ? board : withoutActions(board);
  }

  async screen(hallId: string): Promise<HallScreenView> {
    const { hall, at, isOpen, state, windows, atWindows } = await this.queues.now(hallId);
    const labelOf = (windowId: string | null) => hall.windows.find(({ id }) => id === windowId)?.label ?? '';
    const called = atWindows.filter(({ status }) => status !== 'parked').sort((a, b) => calledAtOf(b) - calledAtOf(a));
    return {
      hallName: hall.name,
      at,
      open: isOpen,
      calls: called.slice(0, CALLS_ON_SCREEN).map((row) => ({
        number: row.number,
        windowLabel: labelOf(row.windowId),
        calledAt: calledAtOf(row),
        recallCount: row.recallCount,
      })),
      waiting: lanes.map((lane) => {
        const inLane = state.order.filter((row) => row.lane === lane);
        return { lane, count: inLane.length, next: inLane.slice(0, NEXT_ON_SCREEN).map(({ number }) => number) };
      }),
      windows: windows.map(({ window, status, ticket }) => ({
        label: window.label,
        state: status?.state ?? 'closed',
        reason: status?.reason ?? null,
        number: ticket?.number ?? null,
      })),
      notice: isOpen ? null : '现在不是办公时间',
    };
  }

  loads(): Promise<HallLoadView[]> {
    return Promise.all(
      this.halls.all().map(async ({ id }) => {
        const { at, isOpen, state, windows } = await this.queues.now(id);
        return {
          hallId: id,
          open: isOpen,
          waiting: state.order.length,
          openWindows: windows.filter(({ status }) => status?.state === 'open').length,
          estimates: estimatesOf(state),
          at,
        };
      }),
    );
  }

  private async make(now: HallNow): Promise<DayBoardView> {
    const { hall, on, at, state, windows, atWindows, missed } = now;
    const show = (rows: readonly TicketRow[]): Promise<StaffTicketView[]> =>
      this.views.staffList(true, rows, (row) => (row.status === 'waiting' ? state.outlookOf(row) : undefined));
    const seated = windows.flatMap(({ status }) => status?.staffId ?? []);
    const names = await this.staffNames.namesOf([...seated, ...(hall.dutyLeaderId ? [hall.dutyLeaderId] : [])]);
    const emergencies = windows.flatMap(({ status }) => status?.emergencyAt ?? []);
    const byCall = [...atWindows].sort((a, b) => calledAtOf(a) - calledAtOf(b));
    return {
      hallId: hall.id,
      on,
      at,
      figures: figuresOf(now),
      windows: windows.map(({ window, status, isRostered, ticket, served }): WindowStatusView => {
        const officerName = names.get(status?.staffId ?? '');
        return windowStatusViewOf(window, status, { officerName, rostered: isRostered, ticket, served });
      }),
      waiting: await show(state.order),
      atWindows: await show(byCall),
      missed: await show(missed),
      dutyLeader: hall.dutyLeaderId ? { id: hall.dutyLeaderId, name: names.get(hall.dutyLeaderId) ?? '' } : null,
      emergencyOpenedAt: emergencies.length > 0 ? Math.min(...emergencies) : null,
    };
  }
}

const calledAtOf = ({ calledAt, drawnAt }: TicketRow): number => calledAt ?? drawnAt;

const withoutActions = (board: DayBoardView): DayBoardView => {
  const watched = (tickets: readonly StaffTicketView[]) => tickets.map((one) => ({ ...one, availableActions: [] }));
  const { waiting, atWindows, missed } = board;
  return { ...board, waiting: watched(waiting), atWindows: watched(atWindows), missed: watched(missed) };
};

const estimatesOf = (state: HallNow['state']): QueueFiguresView['estimates'] => ({
  simple: state.estimateOf('simple'),
  complex: state.estimateOf('complex'),
});

/** Who waits, since when, and how the windows stand against the hall's lines. */
export function figuresOf({ at, state, windows, missed, times }: HallNow): QueueFiguresView {
  const { policy } = state.reading;
  const byLane = (of: (rows: readonly TicketRow[]) => number) =>
    Object.fromEntries(lanes.map((lane) => [lane, of(state.order.filter((row) => row.lane === lane))])) as Record<
      Lane,
      number
    >;
  const rateNow = rateAt(times, at);
  const dayBegan = Math.min(at, ...times.flatMap(({ roster }) => roster.map(({ from }) => from)));
  return {
    waiting: byLane((rows) => rows.length),
    longestWaitMinutes: byLane((rows) =>
      Math.max(0, ...rows.map(({ waitsFrom }) => Math.floor((at - waitsFrom) / MINUTE_MS))),
    ),
    windowOpenRateNow: rateNow,
    windowOpenRateToday: percentOf(coverageOf(times, dayBegan, at)),
    estimates: estimatesOf(state),
    crowded: state.order.length > policy.crowdedAbove,
    rateTooLow: rateNow !== null && rateNow < policy.windowOpenRatePercent,
    crowdedAbove: policy.crowdedAbove,
    rateFloorPercent: policy.windowOpenRatePercent,
    served: windows.reduce((sum, { served }) => sum + served, 0),
    missed: missed.length,
  };
}
