import { randomBytes } from 'node:crypto';
import { makePhone } from '@yiyun/shared';
import type { StaffActor } from '../platform/http/context.js';
import { type Context, systemContext } from '../platform/http/context.js';
import { loadDemoAccounts } from './load-demo-accounts.js';
import { lotsOf } from './lots.js';
import { personName } from './names.js';
import { citizenContext, Officers, People, type Person, peopleOf, staffContext } from './people.js';
import type { Services, World } from './world.js';

/** Who is there from the beginning. */
export interface Cast {
  people: People;
  /** The citizens of the demonstration's accounts, in their order. */
  demoPeople: Person[];
  officers: Officers;
  manager: Context<StaffActor>;
}

/** One person for five appointments. */
const PEOPLE_SHARE = 1 / 5;
const FEWEST_PEOPLE = 12;
const MORE_OFFICERS_PER_HALL = 2;
export const OTHERS = 8;
/** Above the serials of the people of the history, below those of added taxpayers. */
const FIRST_OTHER = 199_000;

/** The demonstration's accounts, and more officers, whose passwords nobody knows. */
export async function castOf(services: Services, seed: number): Promise<Cast> {
  const { citizenIds, staffIds } = await loadDemoAccounts(services.citizens, services.staff);
  const more = await moreOfficers(services, seed);
  const staff = [...(await services.staff.staffOf([...staffIds, ...more])).values()];
  const inOrder = [...staffIds, ...more]
    .map((id) => staff.find((one) => one.id === id))
    .filter((one) => one !== undefined);
  const manager = inOrder.find(({ roles }) => roles.includes('manager'));
  if (!manager) throw new Error('the demonstration has no manager');
  const demoPeople: Person[] = [];
  for (const id of citizenIds) demoPeople.push(await personOf(services, id));
  return {
    people: new People(),
    demoPeople,
    officers: new Officers(inOrder.filter(({ roles }) => roles.includes('officer')).map(staffContext)),
    manager: staffContext(manager),
  };
}

function moreOfficers({ halls, staff }: Services, seed: number): Promise<string[]> {
  const random = lotsOf(seed, 'officers');
  const accounts = halls.all().flatMap((hall, h) =>
    Array.from({ length: MORE_OFFICERS_PER_HALL }, (_, i) => ({
      account: `window-${h + 1}-${i + 1}`,
      name: personName(random),
      roles: ['officer' as const],
      hallIds: [hall.id],
      password: randomBytes(24).toString('base64url'),
    })),
  );
  return Promise.all(accounts.map((account) => staff.createStaff(systemContext, account)));
}

/** Plans everybody's registration. */
export function joinPeople(world: World, appointments: number): void {
  const { seed, from, until, timeline, citizens, people } = world;
  const count = appointments === 0 ? 0 : Math.max(FEWEST_PEOPLE, Math.round(appointments * PEOPLE_SHARE));
  for (const { joinsAt, ...account } of peopleOf(seed, count, from, until)) {
    timeline.plan(joinsAt, async () => {
      people.all.push(await personOf(world, await citizens.createCitizen(systemContext, account)));
    });
  }
}

/** People for the stories of single bookings alone, so that these take nothing from anybody of the history. */
export async function joinOthers(world: World): Promise<Person[]> {
  const random = lotsOf(world.seed, 'others');
  const others: Person[] = [];
  for (let i = 0; i < OTHERS; i++) {
    const account = { name: personName(random), phone: makePhone(FIRST_OTHER + i), enterprises: [] };
    others.push(await personOf(world, await world.citizens.createCitizen(systemContext, account)));
  }
  return others;
}

async function personOf({ taxpayers }: Services, id: string): Promise<Person> {
  const bindings = await taxpayers.bindingsOf(id);
  const self = bindings.find(({ role }) => role === 'self');
  if (!self) throw new Error(`citizen ${id} is no taxpayer`);
  const enterpriseIds = bindings.filter(({ role }) => role !== 'self').map(({ taxpayer }) => taxpayer.id);
  return { ctx: citizenContext(id), selfId: self.taxpayer.id, enterpriseIds };
}
