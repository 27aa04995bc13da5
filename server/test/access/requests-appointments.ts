import { defaultBookingRules } from '@yiyun/shared';
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

/** To a slot of its own where the change is made. */
const toAnother = async (w: World, isMade: boolean) => {
  const { params, body } = await pending(w);
  return { params, body: { ...body, slotId: isMade ? w.freeSlot().id : w.heldSlot.id } };
};

/** Booking and what follows from it. */
export const bookingRequests = {
  slotDays: ({ hallId, matterId }) => ({ params: { hallId }, query: { matterId } }),
  slots: (w) => ({ params: { hallId: w.hallId }, query: { matterId: w.matterId, on: '2026-11-24' } }),
  hold: (w, { taxpayerId }) => ({ body: { slotId: w.heldSlot.id, matterId: w.matterId, taxpayerId } }),
  book: (w, { kind, taxpayerId }) => {
    const { id: slotId } = ['owner', 'otherCitizen'].includes(kind) ? w.freeSlot() : w.heldSlot;
    return { body: { slotId, matterId: w.matterId, taxpayerId } };
  },
  submit: (w) => onAppointment(w.things.heldAppointment()),
  standing: () => ({}),
  appeal: async (w) => ({
    params: { appointmentId: (await w.things.missedAppointment()).id },
    body: { statement: '当天在医院，有就诊记录' },
  }),
  appealList: page,
  decideAppeal: async (w) => {
    const { id } = await w.things.appealedAppointment();
    return { params: { appointmentId: id }, body: { version: 2, upheld: false, reply: '没有证明材料' } };
  },
  reschedule: (w, { kind }) => toAnother(w, kind === 'owner'),
  hallReschedule: (w, { kind }) => toAnother(w, kind === 'officerHere'),
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

const policyBody = { title: '测试规则', source: '测试', effectiveFromOn: '2026-12-01', ...defaultBookingRules };
const draftPolicy = (w: World) => w.things.draftPolicy(policyBody);
/** The rules of booking. */
export const policyRequests: Requests['policies'] = {
  inForce: () => ({}),
  list: () => ({}),
  presets: () => ({}),
  create: () => ({ body: policyBody }),
  update: async (w) => {
    const { id, version } = await draftPolicy(w);
    return { params: { bookingPolicyId: id }, body: { ...policyBody, version } };
  },
  preview: async (w) => ({ params: { bookingPolicyId: (await draftPolicy(w)).id } }),
  publish: async (w) => {
    const { id, version } = await draftPolicy(w);
    return { params: { bookingPolicyId: id }, body: { version } };
  },
};

/** Waiting for a place. */
export const waitlistRequests: Requests['waitlist'] = {
  join: async (w, { kind, taxpayerId }) => {
    const { id: slotId } = ['owner', 'otherCitizen'].includes(kind) ? await w.fullSlot() : w.heldSlot;
    return { body: { slotId, matterId: w.matterId, taxpayerId, scope: 'slot' } };
  },
  mine: page,
  leave: async (w) => {
    const { id, version } = await w.things.waitlistEntry();
    return { params: { waitlistEntryId: id }, body: { version } };
  },
};
