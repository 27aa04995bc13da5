import type { VersionBody } from '@yiyun/shared';
import type { RequestsOf } from './requests.js';
import type { World } from './world.js';

/** Later than anybody books here, so that the slots of the other requests stay. */
const DAY = '2026-12-30';
const OFFICE = '08:30-12:00 13:30-17:00';
const WEEK = [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, '', ''];

/** A change of the hall as it stands. */
async function change<B extends object>(
  world: World,
  body: B,
): Promise<{ params: { hallId: string }; body: B & VersionBody }> {
  const { id, version } = await world.things.managedHall();
  return { params: { hallId: id }, body: { ...body, version } };
}
const window = {
  label: '9号窗口',
  skills: ['发票'],
  servesComplex: false,
  roster: WEEK,
  bookablePercent: 50,
  active: true,
};
const specialDay = { on: DAY, kind: 'closed' as const, reason: '设备检修' };
const exception = async (world: World) => ({
  windowId: (await world.things.managedHall()).windows[0]?.id ?? '',
  on: DAY,
  hours: '08:30-12:00',
});

export const capacityRequests: RequestsOf<'capacity'> = {
  view: (w) => ({ params: { hallId: w.hallId }, query: { fromOn: DAY, untilOn: DAY } }),
  setWeek: (w) => change(w, { weekly: WEEK }),
  saveWindow: (w) => change(w, window),
  setSpecialDay: (w) => change(w, specialDay),
  setRosterException: async (w) => change(w, await exception(w)),
  setOrdinaryDay: (w) => change(w, { on: DAY }),
  previewWeek: (w) => change(w, { weekly: WEEK }),
  previewWindow: (w) => change(w, window),
  previewSpecialDay: (w) => change(w, specialDay),
  previewRosterException: async (w) => change(w, await exception(w)),
};
