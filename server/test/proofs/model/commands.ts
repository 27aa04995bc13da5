import { type ErrorCode, MINUTE_MS, type WaitlistScope } from '@yiyun/shared';
import fc from 'fast-check';
import { close, saidTime } from '../../harness/disruptions.js';
import { refusalOf } from '../../harness/phone-code.js';
import { type Expected, ofBooking, ofCancel, ofHold, ofReschedule, ofSubmit } from './expectations.js';
import { faultsIn, stepFaults, unservedIn } from './invariants.js';
import type { Appointment, Situation, Slot } from './situation.js';
import type { World } from './world.js';

/** The model is what lay in the database before the step; it says what may be answered. */
export interface Model {
  situation: Situation;
  /** Told of what each step left. */
  note(situation: Situation): void;
}
type Command = fc.AsyncCommand<Model, World>;

const ANY_REFUSAL: Expected = { mayBeGranted: true, refusals: [] };

/** One act of somebody: asks the server, holds the answer against the expectation, and looks at everything again. */
abstract class Act implements Command {
  /** Refusals that need no reason of the model. */
  protected readonly anyRefusal: boolean = false;
  protected readonly afterJobs: boolean = false;

  check(_model: Readonly<Model>): boolean {
    return true;
  }

  abstract ask(world: World, situation: Situation): Promise<ErrorCode | undefined>;
  expected(_world: World, _situation: Situation): Expected {
    return ANY_REFUSAL;
  }

  async run(model: Model, world: World): Promise<void> {
    const before = { ...model.situation, now: world.test.clock.now() };
    const expected = this.expected(world, before);
    const refusal = await this.ask(world, before);
    await world.test.settle();
    const after = await world.look();
    model.situation = after;
    model.note(after);
    const faults = [...faultsIn(after), ...stepFaults(before, after), ...(this.afterJobs ? unservedIn(after) : [])];
    if (!this.anyRefusal) faults.push(...unexpected(expected, refusal));
    if (faults.length > 0) throw new Error(faults.join('; '));
  }
}

function unexpected({ mayBeGranted, refusals }: Expected, refusal: ErrorCode | undefined): string[] {
  if (refusal === undefined) return mayBeGranted ? [] : [`granted, though ${refusals.join(', ')}`];
  return refusals.includes(refusal) ? [] : [`refused with ${refusal} instead of ${refusals.join(', ') || 'granted'}`];
}

const pick = <T>(some: readonly T[], nth: number): T | undefined => some[nth % Math.max(1, some.length)];
const personOf = (world: World, nth: number) => pick(world.people, nth) as World['people'][number];
const slotOf = ({ slots }: Situation, nth: number): Slot => pick(slots, nth) as Slot;
/** Of a person, newest first; what a closure offers is chosen by another act. */
const ownOf = (world: World, situation: Situation, who: number): Appointment[] => {
  const { id } = personOf(world, who);
  return situation.appointments.filter((one) => one.citizenId === id && one.offeredBy !== 'disruption').reverse();
};
const ask = (call: Promise<unknown>): Promise<ErrorCode | undefined> =>
  refusalOf(call) as Promise<ErrorCode | undefined>;

class Hold extends Act {
  constructor(
    private readonly who: number,
    private readonly slot: number,
  ) {
    super();
  }
  override expected(world: World, situation: Situation): Expected {
    return ofHold(situation, personOf(world, this.who).id, slotOf(situation, this.slot));
  }
  ask(world: World, situation: Situation) {
    const { client, taxpayerId } = personOf(world, this.who);
    const body = { slotId: slotOf(situation, this.slot).id, matterId: world.matterId, taxpayerId };
    return ask(client.appointments.hold({ body }));
  }
  override toString = () => `hold(${this.who}, slot ${this.slot})`;
}

export class Book extends Act {
  constructor(
    private readonly who: number,
    private readonly slot: number,
  ) {
    super();
  }
  override expected(world: World, situation: Situation): Expected {
    return ofBooking(situation, personOf(world, this.who).id, slotOf(situation, this.slot));
  }
  ask(world: World, situation: Situation) {
    const { client, taxpayerId } = personOf(world, this.who);
    const body = { slotId: slotOf(situation, this.slot).id, matterId: world.matterId, taxpayerId };
    return ask(client.appointments.book({ body }));
  }
  override toString = () => `book(${this.who}, slot ${this.slot})`;
}

/** Acts on one of the person's own appointments, where there is one. */
abstract class OnOwn extends Act {
  constructor(
    protected readonly who: number,
    protected readonly nth: number,
  ) {
    super();
  }
  protected own(world: World, situation: Situation): Appointment | undefined {
    return pick(ownOf(world, situation, this.who), this.nth);
  }
  protected abstract expectedOf(situation: Situation, one: Appointment): Expected;
  protected abstract askFor(world: World, one: Appointment, situation: Situation): Promise<unknown>;

  override expected(world: World, situation: Situation): Expected {
    const one = this.own(world, situation);
    return one ? this.expectedOf(situation, one) : ANY_REFUSAL;
  }
  async ask(world: World, situation: Situation) {
    const one = this.own(world, situation);
    return one ? ask(this.askFor(world, one, situation)) : undefined;
  }
}

class Submit extends OnOwn {
  /** What is held, where something is. */
  protected override own(world: World, situation: Situation): Appointment | undefined {
    const own = ownOf(world, situation, this.who);
    const held = own.filter(({ status }) => status === 'held');
    return pick(held.length > 0 ? held : own, this.nth);
  }
  protected expectedOf = ofSubmit;
  protected askFor(world: World, { id, version }: Appointment) {
    const { client } = personOf(world, this.who);
    return client.appointments.submit({ params: { appointmentId: id }, body: { version } });
  }
  override toString = () => `submit(${this.who}, ${this.nth})`;
}

/** Somebody who waited takes what is held for him. */
class TakeOffer extends Act {
  constructor(private readonly nth: number) {
    super();
  }
  private offered({ waiting, appointments }: Situation): Appointment | undefined {
    const entry = pick(
      waiting.filter(({ status }) => status === 'offered'),
      this.nth,
    );
    return appointments.find(({ id }) => id === entry?.appointmentId);
  }
  override expected(_world: World, situation: Situation): Expected {
    const one = this.offered(situation);
    return one ? ofSubmit(situation, one) : ANY_REFUSAL;
  }
  async ask(world: World, situation: Situation) {
    const one = this.offered(situation);
    const client = world.people.find(({ id }) => id === one?.citizenId)?.client;
    if (!one || !client) return undefined;
    return ask(client.appointments.submit({ params: { appointmentId: one.id }, body: { version: one.version } }));
  }
  override toString = () => `take(${this.nth})`;
}

export class Cancel extends OnOwn {
  protected expectedOf = ofCancel;
  protected askFor(world: World, { id, version }: Appointment) {
    const { client } = personOf(world, this.who);
    return client.appointments.cancel({ params: { appointmentId: id }, body: { version } });
  }
  override toString = () => `cancel(${this.who}, ${this.nth})`;
}

class Reschedule extends OnOwn {
  constructor(
    who: number,
    nth: number,
    private readonly slot: number,
  ) {
    super(who, nth);
  }
  protected expectedOf(situation: Situation, one: Appointment): Expected {
    return ofReschedule(situation, one, slotOf(situation, this.slot));
  }
  protected askFor(world: World, { id, version }: Appointment, situation: Situation) {
    const { client } = personOf(world, this.who);
    const slotId = slotOf(situation, this.slot).id;
    return client.appointments.reschedule({ params: { appointmentId: id }, body: { version, slotId } });
  }
  override toString = () => `reschedule(${this.who}, ${this.nth}, slot ${this.slot})`;
}

class Appeal extends OnOwn {
  protected override readonly anyRefusal = true;
  protected expectedOf = () => ANY_REFUSAL;
  protected async askFor(world: World, { id }: Appointment) {
    const { client } = personOf(world, this.who);
    await client.appointments.appeal({ params: { appointmentId: id }, body: { statement: '当天在医院，有就诊记录' } });
    const strike = (await world.look()).strikes.find((one) => one.id === id);
    const body = { version: strike?.version ?? 0, upheld: this.nth % 2 === 0, reply: '已核实' };
    await world.manager.client.appointments.decideAppeal({ params: { appointmentId: id }, body });
  }
  override toString = () => `appeal(${this.who}, ${this.nth})`;
}

export class Join extends Act {
  protected override readonly anyRefusal = true;
  constructor(
    private readonly who: number,
    private readonly slot: number,
    private readonly scope: WaitlistScope,
  ) {
    super();
  }
  async ask(world: World, situation: Situation) {
    const { client, taxpayerId } = personOf(world, this.who);
    const slotId = slotOf(situation, this.slot).id;
    const refusal = await ask(
      client.waitlist.join({ body: { slotId, matterId: world.matterId, taxpayerId, scope: this.scope } }),
    );
    world.test.clock.advance(1000);
    return refusal;
  }
  override toString = () => `join(${this.who}, slot ${this.slot}, ${this.scope})`;
}

class Leave extends Act {
  protected override readonly anyRefusal = true;
  constructor(private readonly who: number) {
    super();
  }
  async ask(world: World, { waiting }: Situation) {
    const { id: citizenId, client } = personOf(world, this.who);
    const entry = waiting.findLast((one) => one.citizenId === citizenId);
    if (!entry) return undefined;
    return ask(client.waitlist.leave({ params: { waitlistEntryId: entry.id }, body: { version: entry.version } }));
  }
  override toString = () => `leave(${this.who})`;
}

class Wait extends Act {
  constructor(private readonly minutes: number) {
    super();
  }
  async ask(world: World) {
    world.test.clock.advance(this.minutes * MINUTE_MS);
    return undefined;
  }
  override toString = () => `wait(${this.minutes} min)`;
}

export class Jobs extends Act {
  protected override readonly afterJobs = true;
  async ask(world: World) {
    await world.runJobs();
    return undefined;
  }
  override toString = () => 'jobs';
}

class Close extends Act {
  protected override readonly anyRefusal = true;
  constructor(private readonly slot: number) {
    super();
  }
  ask(world: World, situation: Situation) {
    const { hallId, startsAt, endsAt } = slotOf(situation, this.slot);
    const body = {
      hallId,
      scope: 'hall' as const,
      from: saidTime(startsAt),
      until: saidTime(endsAt),
      reason: '突发停电',
    };
    return ask(close(world.test, world.manager, body));
  }
  override toString = () => `close(slot ${this.slot})`;
}

class Choose extends Act {
  protected override readonly anyRefusal = true;
  constructor(
    private readonly who: number,
    private readonly nth: number,
  ) {
    super();
  }
  async ask(world: World, { parties }: Situation) {
    const { id: citizenId, client } = personOf(world, this.who);
    const party = parties.findLast((one) => one.citizenId === citizenId);
    if (!party) return undefined;
    const appointmentId = this.nth === 0 ? undefined : pick(party.alternativeIds, this.nth);
    const body = { version: party.version, ...(appointmentId && { appointmentId }) };
    return ask(client.disruptions.choose({ params: { affectedPartyId: party.id }, body }));
  }
  override toString = () => `choose(${this.who}, ${this.nth})`;
}

const who = fc.nat(4);
const slot = fc.nat(5);
const nth = fc.nat(3);

/** What can happen on a hall day; what happens most comes first, several times. */
export const commands = fc.commands(
  [
    fc.tuple(who, slot).map((args) => new Hold(...args)),
    fc.tuple(who, slot).map((args) => new Book(...args)),
    fc.tuple(who, slot).map((args) => new Book(...args)),
    fc.tuple(who, nth).map((args) => new Submit(...args)),
    fc.tuple(who, nth).map((args) => new Cancel(...args)),
    nth.map((one) => new TakeOffer(one)),
    fc.tuple(who, nth, slot).map((args) => new Reschedule(...args)),
    fc.tuple(who, slot, fc.constantFrom<WaitlistScope>('slot', 'halfDay', 'day')).map((args) => new Join(...args)),
    who.map((one) => new Leave(one)),
    fc.constantFrom(1, 11, 61, 300, 1440).map((minutes) => new Wait(minutes)),
    fc.constant(new Jobs()),
    slot.map((one) => new Close(one)),
    fc.tuple(who, nth).map((args) => new Choose(...args)),
    fc.tuple(who, nth).map((args) => new Appeal(...args)),
  ],
  { maxCommands: 40, size: '+1' },
);
