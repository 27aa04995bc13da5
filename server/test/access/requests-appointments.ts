import type { Requests } from './requests.js';
import type { World } from './world.js';

type Versioned = Promise<{ id: string; version: number }>;
const page = () => ({ query: {} });
const onAppointment = async (thing: Versioned) => {
  const { id, version } = await thing;
  return { params: { appointmentId: id }, body: { version } };
};
const onlyParams = async (thing: Versioned) => ({ params: (await onAppointment(thing)).params });
const pending = ({ things }: World) => onAppointment(things.pendingAppointment());

/** Booking and what follows from it. */
export const bookingRequests = {
  slotDays: ({ hallId, matterId }) => ({ params: { hallId }, query: { matterId } }),
  slots: (w) => ({ params: { hallId: w.hallId }, query: { matterId: w.matterId, on: '2026-11-24' } }),
  hold: (w, { taxpayerId }) => ({ body: { slotId: w.freeSlot().id, matterId: w.matterId, taxpayerId } }),
  book: (w, { taxpayerId }) => ({ body: { slotId: w.freeSlot().id, matterId: w.matterId, taxpayerId } }),
  submit: (w) => onAppointment(w.things.heldAppointment()),
  mine: page,
  get: (w) => onlyParams(w.things.pendingAppointment()),
  cancel: pending,
  hallList: (w) => ({ params: { hallId: w.hallId }, query: {} }),
  hallGet: (w) => onlyParams(w.things.pendingAppointment()),
  confirm: pending,
  decline: async (w) => {
    const { params, body } = await pending(w);
    return { params, body: { ...body, reason: '材料不全' } };
  },
} satisfies Partial<Requests['appointments']>;
