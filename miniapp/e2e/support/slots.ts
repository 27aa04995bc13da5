import { AppError, type BookAppointmentBody, type SlotView } from '@yiyun/shared';
import { type Api, asNobody, type Citizen } from './clients';
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

/** Books a slot for everything these citizens act for, until no place is left in it. Who has a booking in that half-day already is passed over. */
export async function fillSlot(citizens: Citizen[], { matterId }: Offer, slot: SlotView): Promise<void> {
  const wishes = new Map(citizens.flatMap(({ api, me }) => me.bindings.map(({ taxpayerId }) => [taxpayerId, api])));
  let left = slot.remaining;
  for (const [taxpayerId, api] of wishes) {
    if (left === 0) return;
    if (await book(api, { slotId: slot.id, matterId, taxpayerId })) left--;
  }
  if (left > 0) throw new Error(`${left} of ${slot.remaining} places are left after ${wishes.size} wishes`);
}

async function book(api: Citizen['api'], body: BookAppointmentBody): Promise<boolean> {
  try {
    await api.appointments.book({ body });
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'appointment.already_booked') return false;
    throw error;
  }
}

let callers = 0;

/** Everybody in town telephones the hall: the officer books until no place is left in these slots. */
export async function fillByTelephone(
  officer: Api,
  { hallId, matterId }: Offer,
  slots: readonly SlotView[],
): Promise<void> {
  for (const { id: slotId, remaining } of slots) {
    for (let left = remaining; left > 0; left -= 1) {
      callers += 1;
      const applicantPhone = `1370000${String(callers).padStart(4, '0')}`;
      const body = { slotId, matterId, applicantName: '来电的人', applicantPhone };
      await officer.appointments.bookFor({ params: { hallId }, body });
    }
  }
}
