import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CreateStaffBody, UpdateStaffBody } from '@yiyun/shared';
import { Halls } from '../../src/modules/halls/index.js';
import { StaffDirectory } from '../../src/modules/identity/index.js';
import { RecordVerifier } from '../../src/modules/records/index.js';
import { systemContext } from '../../src/platform/http/context.js';
import { asAdmin, asCitizen, asManager, asOfficer, asStaff } from '../harness/actors.js';
import { refusalOf } from '../harness/phone-code.js';
import { currentRow, replayed } from '../harness/replay.js';
import { startApp, type TestApp } from '../harness/start-app.js';

const MINUTE = 60_000;
const PASSWORD = 'the-first-password-1';
const OTHER = 'another-password-2';

describe('staff', () => {
  let test: TestApp;
  let hallId: string;
  let serial = 0;

  beforeAll(async () => {
    test = await startApp();
    hallId = test.app.get(Halls).all()[0]?.id ?? '';
  });
  afterAll(() => test.close());

  async function newAccount(): Promise<string> {
    const account = `person-${++serial}`;
    const made = { account, name: '孙悦', roles: ['officer' as const], hallIds: [hallId], password: PASSWORD };
    await test.app.get(StaffDirectory).createStaff(systemContext, made);
    return account;
  }
  async function signIn(account: string, password: string, headers: Record<string, string> = {}) {
    const wire = { method: 'POST', path: '/public/staff/sign-in', body: { account, password } };
    const answer = await test.send(wire, { 'x-terminal': 'console', ...headers });
    const cookie = (answer.headers['set-cookie'] as string | undefined) ?? '';
    const session = test.client({ cookie: cookie.split(';')[0] ?? '', 'x-terminal': 'console' });
    return { ...answer, cookie, session, code: (answer.body as { code?: string }).code };
  }

  describe('sign in', () => {
    it('with account and password, into a cookie that scripts and other sites can’t use', async () => {
      const account = await newAccount();
      const { status, body, cookie, session } = await signIn(account.toUpperCase(), PASSWORD);
      expect(status).toBe(200);
      expect(body).toMatchObject({ account, roles: ['officer'], mustChangePassword: false });
      expect(body).toMatchObject({ halls: [{ id: hallId, name: test.app.get(Halls).get(hallId).name }] });
      expect(cookie).toMatch(/^yiyun_staff=[\w-]{43}; Max-Age=36000; Path=\/api; HttpOnly; SameSite=Strict$/);
      expect(await session.identity.staffMe()).toEqual(body);
    });

    it('and nobody else’s page can act in their name', async () => {
      const { cookie } = await signIn(await newAccount(), PASSWORD);
      const answer = await test.app.inject({
        method: 'POST',
        url: '/api/staff/sign-out',
        headers: { cookie: cookie.split(';')[0] ?? '' },
      });
      expect(answer.statusCode).toBe(403);
    });

    it('not with a wrong password or a name that nobody has, which can’t be told apart', async () => {
      const wrong = await signIn(await newAccount(), OTHER);
      const unknown = await signIn('nobody-at-all', OTHER);
      for (const answer of [wrong, unknown]) expect(answer).toMatchObject({ status: 401, cookie: '' });
      expect({ ...(unknown.body as object), requestId: '' }).toEqual({ ...(wrong.body as object), requestId: '' });
    });

    it('not for fifteen minutes after five wrong passwords, a name that nobody has included', async () => {
      for (const account of [await newAccount(), 'somebody-else']) {
        const answers: (string | undefined)[] = [];
        for (let i = 0; i < 6; i++) answers.push((await signIn(account, OTHER)).code);
        expect(answers).toEqual([...Array(4).fill('auth.password_wrong'), ...Array(2).fill('auth.account_locked')]);
        expect(await signIn(account, PASSWORD)).toMatchObject({ status: 429, code: 'auth.account_locked' });
      }
      test.clock.advance(15 * MINUTE);
      expect((await signIn(`person-${serial}`, PASSWORD)).status).toBe(200);
    });

    it('and many guesses at once get five tries', async () => {
      const account = await newAccount();
      const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => signIn(account, `guess-number-${i}`)));
      const wrong = answers.filter(({ code }) => code === 'auth.password_wrong').length;
      const locked = answers.filter(({ code }) => code === 'auth.account_locked').length;
      expect(wrong).toBeLessThan(5);
      expect(wrong + locked).toBe(12);
      const [row] = await test.db.read.query<{ failures: number }[]>('SELECT failures FROM staff WHERE account = ?', [
        account,
      ]);
      expect(row?.failures).toBe(5);
    });

    it('and a right password forgets the wrong ones before', async () => {
      const account = await newAccount();
      for (let round = 0; round < 3; round++) {
        for (let i = 0; i < 3; i++) expect((await signIn(account, OTHER)).status).toBe(401);
        expect((await signIn(account, PASSWORD)).status).toBe(200);
      }
    });

    it('until they sign out, are idle for two hours, or ten hours have gone', async () => {
      const account = await newAccount();
      const [first, second, third] = [
        await signIn(account, PASSWORD),
        await signIn(account, PASSWORD),
        await signIn(account, PASSWORD),
      ];
      const isIn = async ({ session }: typeof first) => (await refusalOf(session.identity.staffMe())) === undefined;
      await first.session.identity.staffSignOut();
      expect(await isIn(first)).toBe(false);
      for (let hour = 1; hour < 10; hour++) {
        test.clock.advance(60 * MINUTE);
        expect(await isIn(second)).toBe(true);
      }
      expect(await isIn(third)).toBe(false);
      test.clock.advance(60 * MINUTE);
      expect(await isIn(second)).toBe(false);
    });
  });

  describe('change their password', () => {
    it('to a strong one, knowing the old one; other sessions end', async () => {
      const account = await newAccount();
      const { session } = await signIn(account, PASSWORD);
      const { session: other } = await signIn(account, PASSWORD);
      const change = (current: string, next: string) =>
        refusalOf(session.identity.staffChangePassword({ body: { current, next } }));
      expect(await change(PASSWORD, 'short-1')).toBe('request.invalid');
      for (const weak of ['letters-only', '12345678901', PASSWORD])
        expect(await change(PASSWORD, weak)).toBe('auth.password_weak');
      expect(await change('a-wrong-guess-3', OTHER)).toBe('auth.password_wrong');
      expect(await change(PASSWORD, OTHER)).toBeUndefined();
      await session.identity.staffMe();
      expect(await refusalOf(other.identity.staffMe())).toBe('auth.required');
      expect((await signIn(account, PASSWORD)).status).toBe(401);
      expect((await signIn(account, OTHER)).status).toBe(200);
    });
  });

  describe('are kept by managers and administrators', () => {
    const body = (part: Partial<CreateStaffBody> = {}): CreateStaffBody => ({
      account: `made-${++serial}`,
      name: '钱进',
      roles: ['officer'],
      hallIds: [hallId],
      initialPassword: PASSWORD,
      ...part,
    });

    it('and by nobody else', async () => {
      expect(await refusalOf(test.client().identity.staffList())).toBe('auth.required');
      for (const actor of [await asCitizen(test), await asOfficer(test, hallId)]) {
        expect(await refusalOf(actor.client.identity.staffList())).toBe('auth.forbidden');
        expect(await refusalOf(actor.client.identity.createStaff({ body: body() }))).toBe('auth.forbidden');
      }
    });

    it('who make accounts whose password must be changed first', async () => {
      const manager = await asManager(test);
      const made = await manager.client.identity.createStaff({ body: body({ account: 'fresh' }) });
      expect(made).toMatchObject({ account: 'fresh', active: true, version: 1, lastSignInAt: null, lockedUntil: null });
      expect(await refusalOf(manager.client.identity.createStaff({ body: body({ account: 'fresh' }) }))).toBe(
        'identity.account_taken',
      );
      expect(
        await refusalOf(manager.client.identity.createStaff({ body: body({ initialPassword: 'only-letters' }) })),
      ).toBe('auth.password_weak');
      expect(await refusalOf(manager.client.identity.createStaff({ body: body({ hallIds: ['0'.repeat(26)] }) }))).toBe(
        'request.invalid',
      );
      const { session, body: me } = await signIn('fresh', PASSWORD);
      expect(me).toMatchObject({ mustChangePassword: true });
      const halls = () => refusalOf(session.halls.managedList());
      const appointments = () =>
        refusalOf(session.appointments.hallList({ params: { hallId }, query: { on: '2026-11-23' } }));
      expect([await halls(), await appointments()]).toEqual(['auth.forbidden', 'auth.password_change_required']);
      await session.identity.staffChangePassword({ body: { current: PASSWORD, next: OTHER } });
      expect(await appointments()).toBeUndefined();
    });

    it('of whom only administrators touch managers and administrators', async () => {
      const [manager, admin] = [await asManager(test), await asAdmin(test)];
      for (const role of ['manager', 'admin'] as const) {
        const privileged = body({ roles: ['officer', role] });
        expect(await refusalOf(manager.client.identity.createStaff({ body: privileged }))).toBe(
          'identity.role_not_grantable',
        );
        const { id: staffId, version, ...made } = await admin.client.identity.createStaff({ body: privileged });
        const change: UpdateStaffBody = {
          name: made.name,
          hallIds: made.hallIds,
          roles: ['officer'],
          active: true,
          version,
        };
        const tries = [
          manager.client.identity.updateStaff({ params: { staffId }, body: change }),
          manager.client.identity.resetStaffPassword({ params: { staffId }, body: { initialPassword: OTHER } }),
          manager.client.identity.revokeStaffSessions({ params: { staffId } }),
        ];
        const answers = await Promise.all(tries.map(refusalOf));
        expect(new Set(answers)).toEqual(new Set(['identity.role_not_grantable']));
        expect(await admin.client.identity.updateStaff({ params: { staffId }, body: change })).toMatchObject({
          roles: ['officer'],
          version: version + 1,
        });
      }
    });

    it('who don’t overwrite each other, and whose changes hold at once', async () => {
      const manager = await asManager(test);
      const account = await newAccount();
      const { session } = await signIn(account, PASSWORD);
      const list = await manager.client.identity.staffList({ query: { q: account } });
      expect(list.items).toHaveLength(1);
      const { id: staffId = '', version = 0 } = list.items[0] ?? {};
      const change = { name: '孙悦悦', roles: ['officer' as const], hallIds: [hallId], active: true, version };
      const both = [1, 2].map(() =>
        refusalOf(manager.client.identity.updateStaff({ params: { staffId }, body: change })),
      );
      expect(new Set(await Promise.all(both))).toEqual(new Set(['request.stale', undefined]));
      expect((await session.identity.staffMe()).name).toBe('孙悦悦');
      await manager.client.identity.updateStaff({
        params: { staffId },
        body: { ...change, active: false, version: version + 1 },
      });
      expect(await refusalOf(session.identity.staffMe())).toBe('auth.required');
      expect((await signIn(account, PASSWORD)).code).toBe('auth.password_wrong');
    });

    it('who reset passwords and take sessions back', async () => {
      const manager = await asManager(test);
      const account = await newAccount();
      const { session } = await signIn(account, PASSWORD);
      for (let i = 0; i < 5; i++) await signIn(account, OTHER);
      const { items } = await manager.client.identity.staffList({ query: { q: account } });
      expect(items[0]?.lockedUntil).toBe(test.clock.now() + 15 * MINUTE);
      const params = { staffId: items[0]?.id ?? '' };
      await manager.client.identity.resetStaffPassword({ params, body: { initialPassword: OTHER } });
      expect(await refusalOf(session.identity.staffMe())).toBe('auth.required');
      const again = await signIn(account, OTHER);
      expect(again.body).toMatchObject({ mustChangePassword: true });
      await manager.client.identity.revokeStaffSessions({ params });
      expect(await refusalOf(again.session.identity.staffMe())).toBe('auth.required');
      expect(
        await refusalOf(manager.client.identity.revokeStaffSessions({ params: { staffId: '0'.repeat(26) } })),
      ).toBe('request.not_found');
    });

    it('of whom nobody shuts himself out, and one administrator always stays', async () => {
      const own = { name: '吴敏', hallIds: [], version: 1 };
      const change = (actor: Awaited<ReturnType<typeof asAdmin>>, staffId: string, part: Partial<UpdateStaffBody>) =>
        refusalOf(
          actor.client.identity.updateStaff({
            params: { staffId },
            body: { ...own, roles: ['admin'], active: true, ...part },
          }),
        );
      const admin = await asAdmin(test);
      expect(await change(admin, admin.id, { active: false })).toBe('identity.own_access');
      expect(await change(admin, admin.id, { roles: ['officer'] })).toBe('identity.own_access');

      const empty = await startApp();
      const [a, b] = [await asAdmin(empty), await asAdmin(empty)];
      const answers = await Promise.all([change(a, b.id, { active: false }), change(b, a.id, { roles: ['officer'] })]);
      const left = await empty.db.read.query<unknown[]>(
        "SELECT id FROM staff WHERE active = 1 AND roles LIKE '%admin%'",
      );
      expect(answers.filter((answer) => answer === undefined)).toHaveLength(1);
      expect(left).toHaveLength(1);
      await empty.close();
    });

    it('and listed page by page, by hall and by words', async () => {
      const { client } = await asManager(test);
      const first = await client.identity.staffList({ query: { limit: 5 } });
      const second = await client.identity.staffList({ query: { limit: 5, cursor: first.nextCursor ?? '' } });
      const accounts = [...first.items, ...second.items].map(({ account }) => account);
      expect(accounts).toEqual([...new Set(accounts)].sort());
      const here = await client.identity.staffList({ query: { limit: 100, hallId } });
      expect(here.items.length).toBeGreaterThan(3);
      for (const { hallIds } of here.items) expect(hallIds).toContain(hallId);
      expect((await client.identity.staffList({ query: { q: '%' } })).items).toEqual([]);
    });
  });

  it('R4: an account’s stream adds up to the account; no password is in it', async () => {
    const admin = await asAdmin(test);
    const { id } = await asStaff(test, { roles: ['officer'] });
    const change = {
      name: '郑和',
      roles: ['officer' as const, 'expert' as const],
      hallIds: [hallId],
      active: true,
      version: 1,
    };
    await admin.client.identity.updateStaff({ params: { staffId: id }, body: change });
    await admin.client.identity.resetStaffPassword({ params: { staffId: id }, body: { initialPassword: OTHER } });
    const { version, facts } = await replayed(test, `staff-account:${id}`);
    const guard = ['id', 'passwordHash', 'lastSignInAt', 'failures', 'lockedUntil'];
    expect({ ...facts, version }).toMatchObject(await currentRow(test, 'staff', { id }, guard));
    expect(JSON.stringify(facts)).not.toContain('scrypt');
  });

  it('R2: every chain holds', async () => {
    expect((await test.app.get(RecordVerifier).verify()).faults).toEqual([]);
  });
});
