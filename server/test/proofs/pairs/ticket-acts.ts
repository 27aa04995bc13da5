import type { StaffTicketView, TicketAction, TicketStatus } from '@yiyun/shared';
import { asOfficer, type TestActor } from '../../harness/actors.js';
import { firstHall } from '../../harness/appointments.js';
import {
  call,
  comeBack,
  draw,
  finish,
  leave,
  miss,
  mustCall,
  park,
  recall,
  resume,
  type Seat,
  sit,
  start,
  transfer,
  windowIds,
} from '../../harness/queue.js';
import { startApp, type TestApp } from '../../harness/start-app.js';

export interface TicketScene {
  seat: Seat;
  ticket: StaffTicketView;
}
type Act = (scene: TicketScene) => Promise<unknown>;

/** Each act as the officer at the window does it. */
export const ticketActs: Partial<Record<TicketAction, Act>> = {
  call: ({ seat, ticket }) => call(seat, ticket),
  recall: ({ seat, ticket }) => recall(seat, ticket),
  start: ({ seat, ticket }) => start(seat, ticket),
  park: ({ seat, ticket }) => park(seat, ticket),
  resume: ({ seat, ticket }) => resume(seat, ticket),
  transfer: ({ seat, ticket }) => transfer(seat, ticket, { windowId: seat.windowId }),
  miss: ({ seat, ticket }) => miss(seat, ticket),
  return: ({ seat, ticket }) => comeBack(seat, ticket),
  finish: ({ seat, ticket }) => finish(seat, ticket),
  leave: ({ seat, ticket }) => leave(seat, ticket),
};

/** A window with somebody in front of it. */
export class Window {
  private constructor(
    readonly test: TestApp,
    private readonly desk: TestActor,
    private readonly seat: Seat,
  ) {}

  static async open(): Promise<Window> {
    const test = await startApp({ STAFF_IDLE_MINUTES: '1440' });
    const desk = await asOfficer(test, firstHall(test).id, '陈静');
    return new Window(test, desk, await sit(test, windowIds(test).simple[0] as string));
  }

  /** A new ticket in this state; whatever was left of the one before is gone. */
  async scene(status: TicketStatus): Promise<TicketScene> {
    const { test, desk, seat } = this;
    await test.db.change("UPDATE ticket SET status = 'left', windowKey = NULL WHERE status NOT IN ('done', 'left')");
    const drawn = await draw(test, desk);
    return { seat, ticket: await this.bring(status, drawn) };
  }

  private async bring(status: TicketStatus, drawn: StaffTicketView): Promise<StaffTicketView> {
    const { seat } = this;
    if (status === 'waiting') return drawn;
    const called = await mustCall(seat);
    if (status === 'called') return called;
    if (status === 'missed') return miss(seat, called);
    const served = await start(seat, called);
    return status === 'parked' ? park(seat, served) : served;
  }
}
