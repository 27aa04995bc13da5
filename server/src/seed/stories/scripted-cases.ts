import { MINUTE_MS } from '@yiyun/shared';
import type { World } from '../world.js';
import type { Visit } from './appointments.js';

/** One act of the officer at an instant; `words` where the act needs some. */
export interface ScriptedStep {
  at: number;
  act: 'accept' | 'review' | 'requestCorrection';
  words?: string;
}

/** Opens a case when the visit begins and takes it through these steps, one after another. */
export function tellSteps(world: World, { hall, matter, booked, random }: Visit, steps: readonly ScriptedStep[]): void {
  const officer = world.officers.at(hall.id, random);
  const received = matter.documents.filter(({ required }) => required).map(({ name }) => name);
  const counter = world.caseCounter;
  const acts = {
    accept: (id: string, version: number) => counter.accept(officer, id, { version, receivedDocuments: received }),
    review: (id: string, version: number) => counter.review(officer, id, { version }),
    requestCorrection: (id: string, version: number, request = '') =>
      counter.requestCorrection(officer, id, { version, request }),
  };
  const go = (id: string, version: number, [step, ...rest]: readonly ScriptedStep[]): void => {
    if (!step) return;
    world.timeline.plan(step.at, async () => {
      const moved = await acts[step.act](id, version, step.words);
      go(id, moved.version, rest);
    });
  };
  world.timeline.plan(booked.startsAt + 4 * MINUTE_MS, async () => {
    const opened = await world.openCase.open(officer, { hallId: hall.id, appointmentId: booked.id });
    go(opened.id, opened.version, steps);
  });
}
