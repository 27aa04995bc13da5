import type { Requests } from './requests.js';

/** The calendar file, and booking by an officer. */
export const extraRequests = {
  calendarFile: async (w) => ({ params: { appointmentId: (await w.things.pendingAppointment()).id } }),
  bookFor: (w) => {
    const [slotId, applicantPhone] = [w.heldSlot.id, w.things.newPhone()];
    return {
      params: { hallId: w.hallId },
      body: { slotId, matterId: w.matterId, applicantName: '赵桂英', applicantPhone },
    };
  },
} satisfies Partial<Requests['appointments']>;
