import {
  type DisruptionBody,
  type DisruptionOfferView,
  type DisruptionView,
  localDateOf,
  localMinutesOf,
} from '@yiyun/shared';
import { OffersWorker } from '../../src/modules/disruptions/index.js';
import type { TestActor } from './actors.js';
import type { TestApp } from './start-app.js';

const workerOf = (test: TestApp): OffersWorker => test.app.get(OffersWorker, { strict: false });

/** A time as the body of a closure has it. */
export function saidTime(at: number): string {
  const minutes = localMinutesOf(at);
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, '0'));
  return `${localDateOf(at)} ${hour}:${minute}`;
}

/** Declares a closure and waits until everybody has an offer and its message. */
export async function close(test: TestApp, manager: TestActor, body: DisruptionBody): Promise<DisruptionView> {
  const { id } = await manager.client.disruptions.create({ body });
  await workerOf(test).settled();
  await test.settle();
  return manager.client.disruptions.get({ params: { disruptionId: id } });
}

/** Does what the job does now, and delivers what comes of it. */
export async function workOn(test: TestApp): Promise<void> {
  await workerOf(test).run();
  await test.settle();
}

/** The only open offer of a person. */
export async function offerOf(who: TestActor): Promise<DisruptionOfferView> {
  const offers = await who.client.disruptions.offers();
  if (offers.length !== 1) throw new Error(`${offers.length} open offers`);
  return offers[0] as DisruptionOfferView;
}

/** One tap: the alternative, or none of them. */
export const choose = (who: TestActor, offer: DisruptionOfferView, nth?: number): Promise<DisruptionOfferView> =>
  who.client.disruptions.choose({
    params: { affectedPartyId: offer.id },
    body: {
      version: offer.version,
      ...(nth !== undefined && { appointmentId: offer.alternatives[nth]?.appointmentId ?? '' }),
    },
  });
