import type { SlotView } from '@yiyun/shared';
import { asNobody, type Citizen } from './clients';
import type { TestServer } from './server';

/** Where a booking can be made: a matter, the first hall, a day and its slots that have places. */
export interface Offer {
  matterId: string;
  hallId: string;
  on: string;
  slots: SlotView[];
}

/** What a hall offers on a day for the matter of this name. */
export async function offerOf(server: TestServer, matterName: string, on: string): Promise<Offer> {
  const api = asNobody(server);
  const [hall] = await api.halls.list();
  const { items } = await api.matters.list({ query: { q: matterName } });
  if (!hall || !items[0]) throw new Error(`nobody offers ${matterName}`);
  const [hallId, matterId] = [hall.id, items[0].id];
  const slots = await api.appointments.slots({ params: { hallId }, query: { matterId, on } });
  return { matterId, hallId, on, slots: slots.filter(({ remaining }) => remaining > 0) };
}

/** Books a slot for everything these citizens act for, until no place is left in it. */
export async function fillSlot(citizens: Citizen[], { matterId }: Offer, slot: SlotView): Promise<void> {
  const wishes = new Map(citizens.flatMap(({ api, me }) => me.bindings.map(({ taxpayerId }) => [taxpayerId, api])));
  if (wishes.size < slot.remaining) throw new Error(`${slot.remaining} places are more than ${wishes.size} wishes`);
  for (const [taxpayerId, api] of [...wishes].slice(0, slot.remaining))
    await api.appointments.book({ body: { slotId: slot.id, matterId, taxpayerId } });
}
