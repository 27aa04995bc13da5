import { appointments } from './appointments.js';
import { capacity } from './capacity.js';
import { cases } from './cases.js';
import { demo } from './demo.js';
import { disruptions } from './disruptions.js';
import { halls } from './halls.js';
import { help } from './help.js';
import { identity } from './identity.js';
import { insights } from './insights.js';
import { matters } from './matters.js';
import { messaging } from './messaging.js';
import { notices } from './notices.js';
import { policies } from './policies.js';
import { queue } from './queue.js';
import { records } from './records.js';
import { waitlist } from './waitlist.js';

/** Every route of the API, by module. */
export const contract = {
  identity,
  halls,
  matters,
  messaging,
  capacity,
  appointments,
  policies,
  waitlist,
  queue,
  disruptions,
  cases,
  notices,
  help,
  insights,
  records,
  demo,
} as const;
export type AppContract = typeof contract;
