import { freeIn, hasRoom, isBlocked, isExpired, isLive, isSameHalfDay, type Situation, waitsFor } from './situation.js';

/** What must never be so, in words; by the invariants of the design. */
export function faultsIn(situation: Situation): string[] {
  const { slots, appointments, waiting, strikes, parties } = situation;
  const live = appointments.filter(isLive);
  const faults: string[] = [];
  for (const { id, booked, capacityPublic } of slots) {
    const rows = live.reduce((sum, { slotIds }) => sum + slotIds.filter((own) => own === id).length, 0);
    if (booked !== rows) faults.push(`A1: a slot says ${booked} booked and has ${rows}`);
    if (booked > capacityPublic) faults.push(`A1: a slot of ${capacityPublic} places has ${booked} booked`);
  }
  const counting = live.filter(({ activeKey }) => activeKey !== null);
  for (const [i, one] of counting.entries()) {
    const other = counting.slice(i + 1).find((two) => two.citizenId === one.citizenId && isSameHalfDay(one, two));
    if (other) faults.push('A2: somebody has two appointments in a half-day');
  }
  for (const { id, cancelledBy } of appointments)
    if (cancelledBy === 'hall' && strikes.some((strike) => strike.id === id))
      faults.push('A3: what the hall cancelled counts against somebody');
  for (const entry of waiting.filter(({ status }) => status === 'offered')) {
    const held = appointments.find(({ id }) => id === entry.appointmentId);
    if (held?.status !== 'held' || held.citizenId !== entry.citizenId)
      faults.push('an offer of the waitlist has no place held');
  }
  for (const { status } of parties)
    if (status === 'preparing') faults.push('A4: somebody affected has neither offer nor call');
  return faults;
}

/** What must not be so when the jobs have run: a place is free and somebody waits for it who could have it. */
export function unservedIn(situation: Situation): string[] {
  return situation.slots
    .filter(({ closedReason, startsAt }) => closedReason === null && startsAt > situation.now)
    .filter((slot) => freeIn(situation, slot) > 0)
    .flatMap((slot) =>
      situation.waiting
        .filter((entry) => waitsFor(entry, slot))
        .filter(({ citizenId }) => !isBlocked(situation, citizenId) && hasRoom(situation, citizenId, slot))
        .map(() => 'somebody waits for a place that is free'),
    );
}

/** What one step must not do: lose a row, or pass over somebody who waited longer and could have had the place. */
export function stepFaults(before: Situation, after: Situation): string[] {
  const kept = new Set(after.appointments.map(({ id }) => id));
  const lost = before.appointments.filter(({ id }) => !kept.has(id)).map(() => 'an appointment is gone');
  const wasWaiting = new Set(before.waiting.filter(({ status }) => status === 'waiting').map(({ id }) => id));
  const passedOver = after.waiting
    .filter(({ id, status }) => status === 'offered' && wasWaiting.has(id))
    .flatMap((entry) => {
      const held = after.appointments.find(({ id }) => id === entry.appointmentId);
      const slot = after.slots.find(({ id }) => held?.slotIds.includes(id));
      if (!slot) return ['an offer of the waitlist has no slot'];
      return after.waiting
        .filter((other) => other.joinedAt < entry.joinedAt && wasWaiting.has(other.id) && waitsFor(other, slot))
        .filter(({ citizenId }) => !isBlocked(after, citizenId) && hasRoom(after, citizenId, slot))
        .map(() => 'somebody who waited longer was passed over');
    });
  const revived = after.appointments
    .filter((one) => one.status === 'held' && !isExpired(one, after.now))
    .filter((one) => before.appointments.some(({ id, status }) => id === one.id && status !== 'held'))
    .map(() => 'a hold came back to life');
  return [...lost, ...passedOver, ...revived];
}
