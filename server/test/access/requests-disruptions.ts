import { type DisruptionBody, instantAt, localDateOf, localMinutesOf, MINUTE_MS } from '@yiyun/shared';
import type { RequestsOf } from './requests.js';
import type { World } from './world.js';

const page = () => ({ query: {} });
const localTime = (instant: number): string => {
  const minutes = localMinutesOf(instant);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${localDateOf(instant)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};
/** Closes the hall for the time of one slot. */
export const closureOf = (hallId: string, slot: { startsAt: number; endsAt: number }): DisruptionBody => ({
  hallId,
  scope: 'hall',
  from: localTime(slot.startsAt),
  until: localTime(slot.endsAt),
  reason: '线路检修',
});
/** A time in which nobody of this world has an appointment. */
const TEN = instantAt('2026-11-25', 10 * 60);
export const quietClosure = (hallId: string) => closureOf(hallId, { startsAt: TEN, endsAt: TEN + 30 * MINUTE_MS });
const closure = (w: World) => ({ body: quietClosure(w.hallId) });
const disruption = async (w: World) => ({ params: { disruptionId: (await w.things.disruption()).id } });

/** Closures, the offers to those affected, the calls to them. */
export const disruptionRequests: RequestsOf<'disruptions'> = {
  preview: closure,
  create: closure,
  list: page,
  get: disruption,
  affected: disruption,
  offers: () => ({}),
  offer: async (w) => ({ params: { affectedPartyId: (await w.things.offer()).id } }),
  choose: async (w) => {
    const { id, version, alternatives } = await w.things.offer();
    return {
      params: { affectedPartyId: id },
      body: { version, appointmentId: alternatives[0]?.appointmentId ?? '' },
    };
  },
  callList: (w) => ({ params: { hallId: w.hallId }, query: {} }),
  callTask: async (w) => ({ params: { affectedPartyId: (await w.things.callTask()).id } }),
  recordCall: async (w) => {
    const { id, version } = await w.things.callTask();
    return { params: { affectedPartyId: id }, body: { version, result: 'noAnswer' } };
  },
};
