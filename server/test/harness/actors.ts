import type { AppContract, Client, StaffRole } from '@yiyun/shared';
import { makePhone } from '@yiyun/shared';
import {
  Citizens,
  type EnterpriseClaim,
  Sessions,
  StaffDirectory,
  Taxpayers,
} from '../../src/modules/identity/index.js';
import { systemContext } from '../../src/platform/http/context.js';
import { STAFF_COOKIE } from '../../src/platform/http/sessions.js';
import type { TestApp } from './start-app.js';

export interface TestActor {
  readonly id: string;
  /** Sends every request in this actor's session. */
  readonly client: Client<AppContract>;
  /** For raw requests with `app.send`. */
  readonly headers: Record<string, string>;
}
export interface TestCitizen extends TestActor {
  readonly phone: string;
  /** The citizen as an individual taxpayer. */
  readonly taxpayerId: string;
  /** The enterprise that the citizen is bound to, if one was asked for. */
  readonly enterpriseId: string | undefined;
}

let serial = 0;

async function sessionOf({ app, clock, db }: TestApp, kind: 'citizen' | 'staff', id: string): Promise<string> {
  const { token } = await db.transaction((tx) => app.get(Sessions).open(tx, clock.now(), { kind, id }));
  return token;
}

/** A citizen with a verified phone who has agreed to the terms, bound to `enterprise` if one is given, signed in. */
export async function asCitizen(
  test: TestApp,
  options: { name?: string; phone?: string; enterprise?: EnterpriseClaim } = {},
): Promise<TestCitizen> {
  const citizens = test.app.get(Citizens);
  const phone = options.phone ?? makePhone(++serial);
  const enterprises = options.enterprise ? [options.enterprise] : [];
  const id = await citizens.createCitizen(systemContext, { phone, name: options.name ?? '王晓明', enterprises });
  const bindings = await test.app.get(Taxpayers).bindingsOf(id);
  const headers = { authorization: `Bearer ${await sessionOf(test, 'citizen', id)}`, 'x-terminal': 'weapp' };
  return {
    id,
    phone,
    headers,
    client: test.client(headers),
    taxpayerId: bindings.find(({ role }) => role === 'self')?.taxpayer.id ?? '',
    enterpriseId: bindings.find(({ role }) => role !== 'self')?.taxpayer.id,
  };
}

/** A member of staff, signed in on the console. */
export async function asStaff(
  test: TestApp,
  options: { roles: StaffRole[]; hallIds?: string[]; name?: string },
): Promise<TestActor> {
  const account = `staff-${++serial}`;
  const { roles, hallIds = [], name = '李芳' } = options;
  const id = await test.app
    .get(StaffDirectory)
    .createStaff(systemContext, { account, name, roles, hallIds, password: 'a-test-password-1' });
  return signInAgain(test, { id });
}

/** The same member of staff in a new session, which an earlier one that ran out does not hinder. */
export async function signInAgain(test: TestApp, { id }: Pick<TestActor, 'id'>): Promise<TestActor> {
  const headers = { cookie: `${STAFF_COOKIE}=${await sessionOf(test, 'staff', id)}`, 'x-terminal': 'console' };
  return { id, headers, client: test.client(headers) };
}

export const asOfficer = (test: TestApp, hallId: string, name = '陈静'): Promise<TestActor> =>
  asStaff(test, { roles: ['officer'], hallIds: [hallId], name });
export const asManager = (test: TestApp, name = '周强'): Promise<TestActor> =>
  asStaff(test, { roles: ['manager'], name });
export const asAdmin = (test: TestApp, name = '吴敏'): Promise<TestActor> => asStaff(test, { roles: ['admin'], name });
