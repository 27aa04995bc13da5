import {
  type ActorKind,
  actorKinds,
  type BindEnterpriseBody,
  makeUscc,
  type SlotView,
  type StaffSignInBody,
} from '@yiyun/shared';
import { BookingPolicies } from '../../src/modules/appointments/policies/booking-policies.js';
import { StaffDirectory } from '../../src/modules/identity/index.js';
import { systemContext } from '../../src/platform/http/context.js';
import { demoEnterprises } from '../../src/seed/demo-accounts.js';
import { asAdmin, asCitizen, asManager, asOfficer, type TestActor, type TestCitizen } from '../harness/actors.js';
import { firstHall, makeSlots, secondHall, slotsOn, someMatter } from '../harness/appointments.js';
import { startApp, type TestApp } from '../harness/start-app.js';
import { Things } from './things.js';

/** Somebody who calls: for staff and nobody `taxpayerId` is the owner's, so that the request is well-formed all the same. */
export interface Caller {
  kind: ActorKind;
  actor: TestActor;
  taxpayerId: string;
}
export type Cast = Record<ActorKind, Caller>;

/** Under this name the demonstration's registry knows everybody. */
export const NAME = '体验用户';
const enterprise = { uscc: makeUscc('91330212MA2AJ0042'), name: '宁波东钱湖茶业有限公司', role: 'taxHandler' } as const;

/** A town to try every route in: one of each kind of actor, and the things that they act on. */
export class World {
  readonly things: Things;
  private free: SlotView[] = [];
  private held: SlotView | undefined;
  private serial = 0;
  private signsIn: Promise<string> | undefined;

  private constructor(
    readonly test: TestApp,
    readonly cast: Cast,
    readonly owner: TestCitizen,
  ) {
    this.things = new Things(this);
  }

  static async build(): Promise<World> {
    const test = await startApp();
    await test.app.listen(0, '127.0.0.1');
    await allowMany(test);
    await makeSlots(test);
    const owner = await asCitizen(test, { name: NAME, enterprise });
    const world = new World(test, await castOf(test, owner), owner);
    await world.findSlots();
    return world;
  }

  get hallId(): string {
    return firstHall(this.test).id;
  }
  /** Booked and confirmed by an officer. */
  get matterId(): string {
    return someMatter(this.test, 'officer').id;
  }
  get officer(): TestActor {
    return this.cast.officerHere.actor;
  }
  get manager(): TestActor {
    return this.cast.manager.actor;
  }

  /** Somebody new of the same kind. */
  standIn(kind: ActorKind): Promise<TestActor> {
    return appear[kind](this.test);
  }

  /** A number that was not given before. */
  next(): number {
    return ++this.serial;
  }

  /** An enterprise of which the registry knows that everybody here may act for it. */
  registered(): BindEnterpriseBody {
    const [known] = demoEnterprises;
    if (!known) throw new Error('the registry knows no enterprise');
    return { uscc: known.uscc, name: known.name, role: 'taxHandler' };
  }

  /** An account of staff to sign in with. */
  async account(): Promise<StaffSignInBody> {
    const known = { account: 'signs-in', password: 'a-password-of-staff-1' };
    const directory = this.test.app.get(StaffDirectory);
    this.signsIn ??= directory.createStaff(systemContext, { ...known, name: '孙悦', roles: ['officer'], hallIds: [] });
    await this.signsIn;
    return known;
  }

  async knowledgeId(): Promise<string> {
    const [article] = (await this.owner.client.help.knowledge({ query: { limit: 1 } })).items;
    if (!article) throw new Error('the knowledge base is empty');
    return article.id;
  }

  /** A slot that is held at most, by one after another. */
  get heldSlot(): SlotView {
    this.held ??= this.freeSlot();
    return this.held;
  }

  /** Another slot without a place. */
  async fullSlot(): Promise<SlotView> {
    const slot = this.freeSlot();
    await this.test.db.change('UPDATE slot SET capacityPublic = 0, capacityTotal = 0 WHERE id = ?', [slot.id]);
    return slot;
  }

  /** A slot in which nobody of this world has booked yet. */
  freeSlot(): SlotView {
    const slot = this.free.shift();
    if (!slot) throw new Error('the world has no free slot left');
    return slot;
  }

  private async findSlots(): Promise<void> {
    const { hallId, matterId } = this;
    const { days } = await this.owner.client.appointments.slotDays({ params: { hallId }, query: { matterId } });
    for (const { on } of days.filter((day) => day.remaining > 0).slice(1)) {
      const slots = await slotsOn(this.test, hallId, matterId, on);
      this.free.push(...slots);
    }
  }
}

/** Many tries of one owner need many appointments in a half-day. */
async function allowMany({ app, db }: TestApp): Promise<void> {
  const [usual, many] = ['"perTaxpayerHalfDay":1', '"perTaxpayerHalfDay":20'];
  await db.change('UPDATE booking_policy SET rules = REPLACE(rules, ?, ?), version = version + 1', [usual, many]);
  await app.get(BookingPolicies, { strict: false }).refresh();
}

const appear: Record<ActorKind, (test: TestApp) => Promise<TestActor>> = {
  nobody: async (test) => ({ id: '', headers: {}, client: test.client() }),
  otherCitizen: (test) => asCitizen(test, { name: NAME }),
  owner: (test) => asCitizen(test, { name: NAME }),
  officerHere: (test) => asOfficer(test, firstHall(test).id),
  officerElsewhere: (test) => asOfficer(test, secondHall(test).id, '徐丽华'),
  manager: (test) => asManager(test),
  admin: (test) => asAdmin(test),
};

async function castOf(test: TestApp, owner: TestCitizen): Promise<Cast> {
  const cast: Partial<Cast> = {};
  for (const kind of actorKinds) {
    const actor = kind === 'owner' ? owner : await appear[kind](test);
    const { taxpayerId } = 'taxpayerId' in actor ? (actor as TestCitizen) : owner;
    cast[kind] = { kind, actor, taxpayerId };
  }
  return cast as Cast;
}
