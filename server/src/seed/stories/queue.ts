import { randomBytes } from 'node:crypto';
import {
  addWorkingDays,
  CalendarRangeError,
  instantAt,
  localDateOf,
  MINUTE_MS,
  type StaffTicketView,
} from '@yiyun/shared';
import type { Hall } from '../../modules/halls/index.js';
import type { Matter } from '../../modules/matters/index.js';
import type { Context, StaffActor } from '../../platform/http/context.js';
import { systemContext } from '../../platform/http/context.js';
import { between, chance, lotsOf, type Random, weighted } from '../lots.js';
import { personName } from '../names.js';
import { staffContext } from '../people.js';
import type { World } from '../world.js';

/** Of the first hall: quick windows, and two for complex matters. */
const WINDOWS = [0, 1, 2, 5, 6];
const PAST_DAYS = 4;
const [PAST_VISITS, VISITS_TODAY] = [24, 46];
/** So long before the present the day of the demonstration began. */
const TODAY_MS = 95 * MINUTE_MS;
const MATTERS = ['代开增值税普通发票', '代开增值税专用发票', '开具税收完税证明', '停业登记', '建筑业项目报告'];
const SHARES = [5, 4, 4, 3, 3];
const [PRIORITY, NAMED, MISSED] = [0.1, 0.3, 0.05];

interface Seat {
  officer: Context<StaffActor>;
  windowId: string;
  random: Random;
}

/** A hall in the middle of its morning, and some mornings before it: everything by the services that the counter uses. */
export async function planQueue(world: World): Promise<void> {
  const [hall] = world.halls.all();
  if (!hall) return;
  const officers = await seatedOfficers(world, hall);
  for (let day = PAST_DAYS; day > 0; day--) {
    const on = workingDayBefore(world, day);
    if (on !== undefined)
      planMorning(world, hall, officers, instantAt(on, 8 * 60 + 30), { visits: PAST_VISITS, ends: true });
  }
  planMorning(world, hall, officers, world.until - TODAY_MS, { visits: VISITS_TODAY, ends: false });
}

function workingDayBefore({ halls, until }: World, days: number): string | undefined {
  try {
    return addWorkingDays(halls.workingCalendar(), localDateOf(until), -days);
  } catch (error) {
    if (error instanceof CalendarRangeError) return undefined;
    throw error;
  }
}

/** Officers of their own, so that the accounts of the demonstration may sit down wherever they like. */
async function seatedOfficers({ staff, seed }: World, hall: Hall): Promise<Context<StaffActor>[]> {
  const random = lotsOf(seed, 'queue officers');
  const ids = await Promise.all(
    WINDOWS.map((_, i) =>
      staff.createStaff(systemContext, {
        account: `counter-${i + 1}`,
        name: personName(random),
        roles: ['officer'],
        hallIds: [hall.id],
        password: randomBytes(24).toString('base64url'),
      }),
    ),
  );
  const known = await staff.staffOf(ids);
  return ids.flatMap((id) => known.get(id) ?? []).map(staffContext);
}

function planMorning(
  world: World,
  hall: Hall,
  officers: readonly Context<StaffActor>[],
  opensAt: number,
  { visits, ends }: { visits: number; ends: boolean },
): void {
  const random = lotsOf(world.seed, 'queue', localDateOf(opensAt));
  const lasts = ends ? 150 * MINUTE_MS : TODAY_MS;
  WINDOWS.forEach((place, i) => {
    const [officer, window] = [officers[i], hall.windows[place]];
    if (!officer || !window) return;
    const seat = { officer, windowId: window.id, random: lotsOf(world.seed, 'seat', window.id, localDateOf(opensAt)) };
    const at = Math.floor(opensAt + i * MINUTE_MS);
    world.timeline.plan(at, async () => {
      await world.windows.setState(officer, window.id, { state: 'open' });
      callAgain(world, seat, at + MINUTE_MS, ends ? opensAt + lasts : undefined);
    });
  });
  const desk = officers[0];
  if (!desk) return;
  for (let i = 0; i < visits; i++) {
    const at = Math.floor(opensAt + 5 * MINUTE_MS + ((i + random()) / visits) * (lasts - 8 * MINUTE_MS));
    const matter = weighted(random, mattersOf(world), (_, rank) => SHARES[rank] ?? 1);
    const priorityReason = chance(random, PRIORITY) ? ('elderly' as const) : undefined;
    const name = chance(random, NAMED) ? personName(random) : undefined;
    world.timeline.plan(at, async () => {
      const who = { ...(priorityReason && { priorityReason }), ...(name && { name }) };
      await world.drawing.draw(desk, hall.id, { matterIds: [matter.id], source: 'walkIn', ...who });
    });
  }
}

const mattersOf = ({ matters }: World): Matter[] =>
  MATTERS.flatMap((wanted) => matters.all().find(({ name }) => name === wanted) ?? []);

/** Calls the next one and serves him; looks again in a while when nobody waits. After `closesAt` it closes with the queue. */
function callAgain(world: World, seat: Seat, at: number, closesAt: number | undefined): void {
  const { officer, windowId, random } = seat;
  world.timeline.plan(Math.floor(at), async () => {
    const { ticket } = await world.calls.callNext(officer, windowId);
    if (ticket) {
      serve(world, seat, ticket, (until) => callAgain(world, seat, until, closesAt));
    } else if (closesAt !== undefined && at >= closesAt) {
      await world.windows.setState(officer, windowId, { state: 'closed' });
    } else {
      callAgain(world, seat, at + between(random, 1, 3) * MINUTE_MS, closesAt);
    }
  });
}

function serve(world: World, { officer, random }: Seat, ticket: StaffTicketView, next: (at: number) => void): void {
  const { id, version } = ticket;
  const comes = Math.floor(world.clock.now() + between(random, 0.3, 1) * MINUTE_MS);
  if (chance(random, MISSED)) {
    world.timeline.plan(comes, async () => {
      await world.serving.miss(officer, id, { version });
      next(comes + 0.5 * MINUTE_MS);
    });
    return;
  }
  const planned = world.matters.get(ticket.matters[0]?.id ?? '').serviceMinutes;
  world.timeline.plan(comes, async () => {
    const started = await world.serving.start(officer, id, { version });
    const ends = Math.floor(comes + planned * between(random, 0.4, 1.3) * MINUTE_MS);
    world.timeline.plan(ends, async () => {
      await world.serving.finish(officer, id, { version: started.version });
      next(ends + between(random, 0.2, 0.8) * MINUTE_MS);
    });
  });
}
