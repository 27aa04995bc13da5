import type { MatterGroup, SlotView } from '@yiyun/shared';
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

/** Makes the slots of the coming days, as the job does. */
export const makeSlots = (test: TestApp): Promise<void> => test.app.get(SlotsService, { strict: false }).materialise();

/** The free slots of a day for a matter, by the API. */
export const slotsOn = (test: TestApp, hallId: string, matterId: string, on: string): Promise<SlotView[]> =>
  test.client().appointments.slots({ params: { hallId }, query: { matterId, on } });

/** A1: slots whose counter differs from their live appointments, or is above their places. */
export async function slotFaults(test: TestApp): Promise<string[]> {
  const rows = await test.db.read.query<
    { id: string; booked: number; capacityPublic: number; live: string | number }[]
  >(
    `SELECT s.id, s.booked, s.capacityPublic, COUNT(a.id) AS live FROM slot s
     LEFT JOIN appointment a ON a.slotId = s.id AND a.status IN ('held','pending','confirmed','checkedIn','serving','completed','noShow')
     GROUP BY s.id, s.booked, s.capacityPublic`,
  );
  return rows
    .filter((r) => r.booked !== Number(r.live) || r.booked > r.capacityPublic)
    .map((r) => `${r.id}: booked ${r.booked}, live ${r.live} of ${r.capacityPublic}`);
}
