import { DAY_MS, HOUR_MS, makePhone } from '@yiyun/shared';
import type { EnterpriseClaim } from '../modules/identity/index.js';
import type { CitizenActor, Context, StaffActor } from '../platform/http/context.js';
import { lotsOf, type Random, weighted } from './lots.js';
import { type EnterpriseName, enterpriseName, personName } from './names.js';
import { pick } from './random.js';

export interface NewPerson {
  name: string;
  phone: string;
  joinsAt: number;
  enterprises: EnterpriseClaim[];
}
/** Somebody with an account, as the stories use it. */
export interface Person {
  readonly ctx: Context<CitizenActor>;
  /** The citizen as an individual taxpayer. */
  readonly selfId: string;
  /** The enterprises for which this person acts. */
  readonly enterpriseIds: readonly string[];
}

/** Most people join while the service is new. */
const EARLY_SHARE = 0.4;
const EARLY_DAYS = 20;
const LARGEST_SERIAL = 9_999_999;

/** The people of the history in the order in which they join, enterprises dealt out among them. */
export function peopleOf(seed: number, count: number, from: number, until: number): NewPerson[] {
  const random = lotsOf(seed, 'people');
  const enterprises = Array.from({ length: Math.max(2, Math.round(count / 5)) }, (_, i) => enterpriseName(random, i));
  return Array.from({ length: count }, (_, i) => ({
    name: personName(random),
    phone: makePhone(i % LARGEST_SERIAL),
    joinsAt: joinsAt((i + 0.5) / count, from, until),
    enterprises: claimsOf(random, enterprises, i, count),
  }));
}

/** Between 08:00 and 21:00 of some day; `from` is a local midnight. */
function joinsAt(place: number, from: number, until: number): number {
  const days = (until - from) / DAY_MS;
  const early = Math.min(EARLY_DAYS, days / 10);
  const day =
    place < EARLY_SHARE
      ? (place / EARLY_SHARE) * early
      : early + ((place - EARLY_SHARE) / (1 - EARLY_SHARE)) * (days - early);
  return Math.floor(from + Math.floor(day) * DAY_MS + (8 + (day % 1) * 13) * HOUR_MS);
}

/** Every enterprise has one person at least; one person in twelve is an accountant for several. */
function claimsOf(random: Random, all: readonly EnterpriseName[], i: number, count: number): EnterpriseClaim[] {
  const own = all[Math.floor((i * all.length) / count)] as EnterpriseName;
  const first = i === 0 || own !== all[Math.floor(((i - 1) * all.length) / count)];
  const role = () => weighted(random, ROLES, ([, weight]) => weight)[0];
  const more = random() < 1 / 12 ? [pick(random, all), pick(random, all)] : [];
  const claimed = [...new Set([...(first || random() < 0.1 ? [own] : []), ...more])];
  return claimed.map((enterprise) => ({ ...enterprise, role: role() }));
}
const ROLES = [
  ['taxHandler', 6],
  ['financeContact', 3],
  ['legalRepresentative', 2],
] as const;

/** Whoever has joined so far. */
export class People {
  readonly all: Person[] = [];

  /** Somebody; accountants come much more often than others. */
  somebody(random: Random): Person | undefined {
    if (this.all.length === 0) return undefined;
    for (;;) {
      const person = pick(random, this.all);
      if (person.enterpriseIds.length > 0 || random() < 0.25) return person;
    }
  }
}

/** The officers at their windows. */
export class Officers {
  constructor(private readonly contexts: readonly Context<StaffActor>[]) {}

  at(hallId: string, random: Random): Context<StaffActor> {
    return pick(
      random,
      this.contexts.filter(({ actor }) => actor.hallIds.includes(hallId)),
    );
  }

  any(random: Random): Context<StaffActor> {
    return pick(random, this.contexts);
  }
}

/** A taxpayer for whom the person comes; an accountant mostly for an enterprise. */
export const taxpayerOf = ({ selfId, enterpriseIds }: Person, random: Random): string =>
  enterpriseIds.length > 0 && random() < 0.85 ? pick(random, enterpriseIds) : selfId;

export function citizenContext(id: string, terminal: 'weapp' | 'h5' = 'weapp'): Context<CitizenActor> {
  const actor: CitizenActor = { kind: 'citizen', id, sessionId: '', consented: true, phoneVerified: true };
  return { actor, terminal, requestId: 'seed', ip: '' };
}

export function staffContext(staff: Pick<StaffActor, 'id' | 'name' | 'roles' | 'hallIds'>): Context<StaffActor> {
  const { id, name, roles, hallIds } = staff;
  const actor: StaffActor = { kind: 'staff', id, name, roles, hallIds, sessionId: '', mustChangePassword: false };
  return { actor, terminal: 'console', requestId: 'seed', ip: '' };
}
