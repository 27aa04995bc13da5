import { HOUR_MS, MINUTE_MS } from '@yiyun/shared';
import { between, chance } from '../lots.js';
import { type World, whenOpen } from '../world.js';
import type { Visit } from './appointments.js';
import { tellCase } from './cases.js';
import { planLookAtApp } from './inbox.js';

const LOOKS_UP_CASE = 0.25;
const LOOKS_AT_APP = 0.4;

/** The person comes: the officer opens a case from the appointment, and the case takes its course. */
export function serveVisit(world: World, { person, hall, matter, booked, random }: Visit): void {
  const officer = world.officers.at(hall.id, random);
  const called = whenOpen(world, hall, Math.floor(booked.startsAt + between(random, 0, 15) * MINUTE_MS), random);
  world.timeline.plan(called, async () => {
    const opened = await world.openCase.open(officer, { hallId: hall.id, appointmentId: booked.id });
    tellCase(world, { id: opened.id, version: opened.version, officer, hall, matter, random, person });
    if (chance(random, LOOKS_UP_CASE)) {
      const at = Math.floor(called + between(random, 1, 30) * HOUR_MS);
      world.timeline.plan(at, async () => void (await world.cases.get(person.ctx, opened.id)));
    }
    if (chance(random, LOOKS_AT_APP)) planLookAtApp(world, person, called + between(random, 2, 60) * HOUR_MS, random);
  });
}
