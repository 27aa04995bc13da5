import { type Lane, lanes, MINUTE_MS, type QueuePolicyRules, queuePolicyProblems } from '@yiyun/shared';
import fc from 'fast-check';
import { type CallingWindow, timesOf, type WaitingTicket } from '../domain/ticket.js';

const SKILLS = ['发票', '证明开具', '信息报告'];

export const aWindow = (id: string): fc.Arbitrary<CallingWindow> =>
  fc.record({
    id: fc.constant(id),
    staffId: fc.constant(`officer ${id}`),
    skills: fc.subarray(SKILLS, { minLength: 1 }),
    servesComplex: fc.boolean(),
  });
export const windows: fc.Arbitrary<CallingWindow[]> = fc.tuple(aWindow('1'), aWindow('2'), aWindow('3'));

const minutes = (max: number) => fc.integer({ min: 0, max });

/** Any rules that the manager's form lets through. */
export const policies: fc.Arbitrary<QueuePolicyRules> = fc
  .record({
    targets: fc.tuple(minutes(60), minutes(60), minutes(60), minutes(60)),
    patience: fc.tuple(minutes(60), minutes(60), minutes(60), minutes(60)),
    complexApart: fc.boolean(),
    returnAfterCalls: minutes(5),
  })
  .map(({ targets, patience, complexApart, returnAfterCalls }) => {
    // More patience for whoever has the later target; the check below is the form's own.
    const [inTargets, inPatience] = [[...targets], [...patience]].map((list) => list.sort((a, b) => a - b)) as [
      number[],
      number[],
    ];
    const bound = (target: number) => target + (inPatience[inTargets.indexOf(target)] as number);
    const [priority, appointment, simple, complex] = targets;
    return {
      priorityTargetMinutes: priority,
      priorityBoundMinutes: bound(priority),
      appointmentTargetMinutes: appointment,
      appointmentBoundMinutes: bound(appointment),
      simpleTargetMinutes: simple,
      simpleBoundMinutes: bound(simple),
      complexTargetMinutes: complex,
      complexBoundMinutes: bound(complex),
      complexApart,
      returnAfterCalls,
      crowdedAbove: 20,
      windowOpenRatePercent: 70,
    };
  })
  .filter((policy) => queuePolicyProblems(policy).length === 0);

export interface Arriving {
  lane: Lane;
  isComplex: boolean;
  needs: string[];
  atMinutes: number;
  /** From the drawing until its wait counts: an appointment that came before its time. */
  earlyMinutes: number;
}
export const arriving: fc.Arbitrary<Arriving> = fc.record({
  lane: fc.constantFrom(...lanes),
  isComplex: fc.boolean(),
  needs: fc.subarray(SKILLS, { minLength: 1, maxLength: 2 }),
  atMinutes: minutes(120),
  earlyMinutes: fc.constantFrom(0, 0, 0, 10),
});

export function ticketOf(from: Arriving, serial: number, policy: QueuePolicyRules): WaitingTicket {
  const drawnAt = from.atMinutes * MINUTE_MS;
  const waitsFrom = drawnAt + (from.lane === 'appointment' ? from.earlyMinutes * MINUTE_MS : 0);
  return {
    number: `A${String(serial).padStart(3, '0')}`,
    lane: from.lane,
    isComplex: from.isComplex,
    needs: from.needs,
    drawnAt,
    waitsFrom,
    ...timesOf(from.lane, waitsFrom, policy),
    reservedWindowId: null,
    reservedStaffId: null,
  };
}

/** A policy, windows, and tickets drawn under that policy. */
export const queues = fc
  .tuple(policies, windows, fc.array(arriving, { minLength: 1, maxLength: 14 }))
  .map(([policy, open, from]) => ({ policy, windows: open, tickets: from.map((one, i) => ticketOf(one, i, policy)) }));
