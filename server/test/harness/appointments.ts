import { liveAppointmentStatuses, type MatterGroup, type SlotView } from '@yiyun/shared';
import { SlotsService } from '../../src/modules/appointments/index.js';
import { type Hall, Halls } from '../../src/modules/halls/index.js';
import type { Matter } from '../../src/modules/matters/index.js';
import { Matters } from '../../src/modules/matters/index.js';
import type { TestApp } from './start-app.js';

/** The first hall of the catalogue of halls. */
export const firstHall = (test: TestApp): Hall => test.app.get(Halls, { strict: false }).all()[0] as Hall;
export const secondHall = (test: TestApp): Hall => test.app.get(Halls, { strict: false }).all()[1] as Hall;

/** A matter that is done at the counter: of a group, confirmed at once or by an officer. */
export function someMatter(
  test: TestApp,
  confirmation: 'automatic' | 'officer' = 'automatic',
  group?: MatterGroup,
): Matter {
  const found = test.app
    .get(Matters, { strict: false })
    .all()
    .find((m) => m.counterAvailable && m.confirmation === confirmation && (!group || m.group === group));
  if (!found) throw new Error(`the catalogue has no matter confirmed by ${confirmation}`);
  return found;
}

/** Of a slot that a test writes by itself. */
export const SLOT_COLUMNS = [
  'id',
  'hallId',
  'matterGroup',
  'onDay',
  'startsAt',
  'endsAt',
  'capacityTotal',
  'capacityPublic',
  'booked',
];

/** Makes the slots of the coming days, as the job does. */
export const makeSlots = (test: TestApp): Promise<void> => test.app.get(SlotsService, { strict: false }).materialise();

/** The free slots of a day for a matter, by the API. */
export const slotsOn = (test: TestApp, hallId: string, matterId: string, on: string): Promise<SlotView[]> =>
  test.client().appointments.slots({ params: { hallId }, query: { matterId, on } });

/** A1: slots whose counter differs from the places of their live appointments, or is above their places. */
export async function slotFaults(test: Pick<TestApp, 'db'>): Promise<string[]> {
  const slots = await test.db.read.query<{ id: string; booked: number; capacityPublic: number }[]>(
    'SELECT id, booked, capacityPublic FROM slot',
  );
  const appointments = await test.db.read.query<{ slotIds: string }[]>(
    `SELECT slotIds FROM appointment WHERE status IN (${liveAppointmentStatuses.map(() => '?').join(',')})`,
    [...liveAppointmentStatuses],
  );
  const live = new Map<string, number>();
  for (const { slotIds } of appointments) {
    for (const id of JSON.parse(slotIds) as string[]) live.set(id, (live.get(id) ?? 0) + 1);
  }
  return slots
    .filter(({ id, booked, capacityPublic }) => booked !== (live.get(id) ?? 0) || booked > capacityPublic)
    .map(({ id, booked, capacityPublic }) => `${id}: booked ${booked}, live ${live.get(id) ?? 0} of ${capacityPublic}`);
}
