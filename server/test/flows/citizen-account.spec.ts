import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type AppContract, type BindEnterpriseBody, type Client, makePhone, makeUscc } from '@yiyun/shared';
import { Taxpayers } from '../../src/modules/identity/index.js';
import { RecordVerifier } from '../../src/modules/records/index.js';
import { GatewayError, TaxpayerRegistry } from '../../src/platform/gateways/index.js';
import { demoCitizens, demoEnterprises } from '../../src/seed/demo-accounts.js';
import { asCitizen, asManager } from '../harness/actors.js';
import { codeSentTo, refusalOf } from '../harness/phone-code.js';
import { currentRow, replayed } from '../harness/replay.js';
import { startApp, type TestApp } from '../harness/start-app.js';

const [registered] = demoEnterprises;
const [accountant] = demoCitizens;
if (!registered || !accountant) throw new Error('the demonstration has an enterprise and a citizen');

describe('a citizen keeps his account', () => {
  let test: TestApp;
  let serial = 700;

  beforeAll(async () => {
    test = await startApp();
  });
  afterAll(() => test.close());

  /** Signed in with WeChat for the first time: no name, no phone, no consent. */
  async function newcomer(name: string): Promise<{ id: string; client: Client<AppContract> }> {
    const { token, me } = await test.client().identity.signInWechat({ body: { code: `demo-${name}` } });
    return { id: me.citizen.id, client: test.client({ authorization: `Bearer ${token}` }) };
  }
  async function consented(name: string) {
    const citizen = await newcomer(name);
    const { version } = await test.client().identity.privacyTerms();
    await citizen.client.identity.consent({ body: { version } });
    return citizen;
  }

  it('is for citizens only', async () => {
    const manager = await asManager(test);
    expect(await refusalOf(manager.client.identity.me())).toBe('auth.forbidden');
    expect(await refusalOf(test.client().identity.updateMe({ body: { name: '王五' } }))).toBe('auth.required');
  });

  it('agrees to the terms in force', async () => {
    const { client } = await newcomer('consent');
    expect(await refusalOf(client.identity.consent({ body: { version: '1999-01' } }))).toBe(
      'identity.consent_version_old',
    );
    const before = await client.identity.me();
    expect(before.consentVersion).toBeNull();
    const me = await client.identity.consent({ body: { version: before.requiredConsentVersion } });
    expect(me.consentVersion).toBe(before.requiredConsentVersion);
    expect((await client.identity.exportMe()).consents).toEqual([
      { version: before.requiredConsentVersion, at: test.clock.now() },
    ]);
  });

  it('gives a name, which his taxpayer bears too', async () => {
    const { client } = await newcomer('name');
    expect(await refusalOf(client.identity.updateMe({ body: { name: '<b>' } }))).toBe('request.invalid');
    const me = await client.identity.updateMe({ body: { name: ' 欧阳明 ' } });
    expect(me.citizen.name).toBe('欧阳明');
    expect(me.bindings).toMatchObject([{ role: 'self', name: '欧阳明' }]);
  });

  describe('verifies a phone', () => {
    it('after consenting, with a right code', async () => {
      const { client } = await newcomer('phone');
      const phone = makePhone(++serial);
      const code = await codeSentTo(test, phone);
      expect(await refusalOf(client.identity.verifyPhone({ body: { phone, code } }))).toBe('identity.consent_required');
      const { requiredConsentVersion: version } = await client.identity.me();
      await client.identity.consent({ body: { version } });
      const me = await client.identity.verifyPhone({ body: { phone, code } });
      expect(me.citizen.maskedPhone).toMatch(/^199\*{4}\d{4}$/);
    });

    it('and gets the same answer to the same request, though the code is spent', async () => {
      const { client } = await consented('again');
      const phone = makePhone(++serial);
      const body = { phone, code: await codeSentTo(test, phone) };
      const idempotencyKey = 'the-same-request-1';
      const first = await client.identity.verifyPhone({ body }, { idempotencyKey });
      expect(await client.identity.verifyPhone({ body }, { idempotencyKey })).toEqual(first);
      expect(await refusalOf(client.identity.verifyPhone({ body }))).toBe('auth.phone_code_expired');
    });

    it('and signs in by it to the same account', async () => {
      const { id, client } = await consented('both-ways');
      const phone = makePhone(++serial);
      await client.identity.verifyPhone({ body: { phone, code: await codeSentTo(test, phone) } });
      test.clock.advance(60_000);
      const code = await codeSentTo(test, phone);
      const session = await test.client().identity.signInPhone({ body: { phone, code } });
      expect(session.me.citizen.id).toBe(id);
    });

    it('unless it belongs to another account', async () => {
      const owner = await asCitizen(test);
      const { client } = await consented('envious');
      const body = { phone: owner.phone, code: await codeSentTo(test, owner.phone) };
      expect(await refusalOf(client.identity.verifyPhone({ body }))).toBe('identity.phone_taken');
      expect((await client.identity.me()).citizen.maskedPhone).toBeNull();
    });

    it('which two citizens can’t do with one number at once', async () => {
      const phone = makePhone(++serial);
      const body = { phone, code: await codeSentTo(test, phone) };
      const both = await Promise.all([consented('rival-1'), consented('rival-2')]);
      const answers = await Promise.all(both.map(({ client }) => refusalOf(client.identity.verifyPhone({ body }))));
      expect(answers.filter((answer) => answer === undefined)).toHaveLength(1);
      const rows = await test.db.read.query<unknown[]>(
        'SELECT id FROM citizen WHERE phoneHash IS NOT NULL AND id IN (?, ?)',
        both.map(({ id }) => id),
      );
      expect(rows).toHaveLength(1);
    });
  });

  describe('binds an enterprise', () => {
    const body: BindEnterpriseBody = { uscc: registered.uscc, name: registered.name, role: 'taxHandler' };

    it('after a phone and a name were given', async () => {
      const { client } = await newcomer('hasty');
      expect(await refusalOf(client.identity.bindEnterprise({ body }))).toBe('identity.consent_required');
      const patient = await consented('patient');
      expect(await refusalOf(patient.client.identity.bindEnterprise({ body }))).toBe('identity.phone_required');
      const phone = makePhone(++serial);
      await patient.client.identity.verifyPhone({ body: { phone, code: await codeSentTo(test, phone) } });
      expect(await refusalOf(patient.client.identity.bindEnterprise({ body }))).toBe('identity.name_required');
    });

    it('that the register confirms: this enterprise, this person, this role', async () => {
      const stranger = await asCitizen(test, { name: '路人甲' });
      const refused: Partial<BindEnterpriseBody>[] = [
        {},
        { name: '别的公司' },
        { uscc: makeUscc('91330212MA2AJ9999') },
      ];
      for (const part of refused) {
        const answer = await refusalOf(stranger.client.identity.bindEnterprise({ body: { ...body, ...part } }));
        expect(answer).toBe('identity.binding_not_confirmed');
      }
      const wrongDigit = { ...body, uscc: body.uscc.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')) };
      expect(await refusalOf(stranger.client.identity.bindEnterprise({ body: wrongDigit }))).toBe('request.invalid');
      expect(await test.app.get(Taxpayers).bindingsOf(stranger.id)).toHaveLength(1);

      const { client } = await asCitizen(test, { name: accountant.name, phone: accountant.phone });
      expect(await refusalOf(client.identity.bindEnterprise({ body: { ...body, role: 'legalRepresentative' } }))).toBe(
        'identity.binding_not_confirmed',
      );
      const typed = {
        ...body,
        uscc: `${body.uscc.slice(0, 8)} ${body.uscc.slice(8).toLowerCase()}`,
        name: ` ${body.name}`,
      };
      const binding = await client.identity.bindEnterprise({ body: typed });
      expect(binding).toMatchObject({ kind: 'enterprise', name: registered.name, uscc: registered.uscc });
      expect(await refusalOf(client.identity.bindEnterprise({ body }))).toBe('identity.binding_exists');
      expect((await client.identity.me()).bindings).toHaveLength(2);
    });

    it('once, however often it is asked at the same time', async () => {
      const citizen = await asCitizen(test, { name: '体验用户' });
      const answers = await Promise.all(
        [1, 2, 3].map(() => refusalOf(citizen.client.identity.bindEnterprise({ body }))),
      );
      expect(answers.filter((answer) => answer === undefined)).toHaveLength(1);
      expect(answers.filter((answer) => answer === 'identity.binding_exists')).toHaveLength(2);
    });

    it('not while the register can’t be asked', async () => {
      const citizen = await asCitizen(test, { name: '体验用户' });
      const away = new GatewayError('registry', 'unavailable', { providerCode: 'timeout' });
      const find = jest.spyOn(test.app.get(TaxpayerRegistry), 'find').mockRejectedValue(away);
      expect(await refusalOf(citizen.client.identity.bindEnterprise({ body }))).toBe('server.unavailable');
      find.mockRestore();
    });

    it('and ends it, but only his own, and never the one with himself', async () => {
      const enterprise = { uscc: registered.uscc, name: registered.name, role: 'taxHandler' } as const;
      const [mine, other] = await Promise.all([asCitizen(test, { enterprise }), asCitizen(test)]);
      const { bindings } = await mine.client.identity.me();
      const [self, bound] = bindings;
      const end = (client: Client<AppContract>, bindingId = '') =>
        refusalOf(client.identity.endBinding({ params: { bindingId } }));
      expect(await end(other.client, bound?.id)).toBe('request.not_found');
      expect(await end(mine.client, self?.id)).toBe('request.not_available');
      expect(await end(mine.client, bound?.id)).toBeUndefined();
      expect(await end(mine.client, bound?.id)).toBe('request.not_available');
      expect((await mine.client.identity.me()).bindings).toEqual([self]);
      const taxpayers = test.app.get(Taxpayers);
      expect(await refusalOf(taxpayers.requireBinding(mine.id, bound?.taxpayerId ?? ''))).toBe(
        'identity.taxpayer_not_yours',
      );
      expect(await taxpayers.requireBinding(mine.id, mine.taxpayerId)).toMatchObject({ kind: 'individual' });
    });
  });

  it('R4: the account’s stream adds up to the account', async () => {
    const { id, client } = await consented('replayed');
    const phone = makePhone(++serial);
    await client.identity.verifyPhone({ body: { phone, code: await codeSentTo(test, phone) } });
    await client.identity.updateMe({ body: { name: '体验用户' } });
    await client.identity.bindEnterprise({
      body: { uscc: registered.uscc, name: registered.name, role: 'taxHandler' },
    });
    test.clock.advance(60_000);
    await test.client().identity.signInWechat({ body: { code: 'demo-replayed' } });
    const sealed = ['id', 'openid', 'phone', 'phoneHash', 'name'];
    const { version, facts } = await replayed(test, `citizen-account:${id}`);
    expect({ ...facts, version }).toMatchObject(await currentRow(test, 'citizen', { id }, sealed));
  });

  it('R4: the account’s stream adds up to the bindings', async () => {
    const { id, client } = await asCitizen(test, { name: '体验用户' });
    const bind = (at: number) => {
      const { uscc = '', name = '' } = demoEnterprises[at] ?? {};
      test.clock.advance(1000);
      return client.identity.bindEnterprise({ body: { uscc, name, role: 'taxHandler' } });
    };
    const first = await bind(0);
    await bind(1);
    await client.identity.endBinding({ params: { bindingId: first.id } });
    await bind(0);
    const entries = await test.db.read.query<{ kind: string; payload: string }[]>(
      'SELECT kind, payload FROM interaction WHERE streamId = ? ORDER BY streamVersion',
      [`citizen-account:${id}`],
    );
    const bindings = new Map<string, { taxpayerId: string; role: string }>();
    for (const { kind, payload } of entries) {
      const { bindingId, taxpayerId, role } = JSON.parse(payload) as Record<string, string>;
      if (kind === 'BindingEnded') bindings.delete(bindingId ?? '');
      else if (bindingId) bindings.set(bindingId, { taxpayerId: taxpayerId ?? '', role: role ?? '' });
    }
    const now = (await client.identity.me()).bindings;
    expect([...bindings]).toEqual(now.map(({ id: bindingId, taxpayerId, role }) => [bindingId, { taxpayerId, role }]));
    expect(now).toHaveLength(3);
  });

  it('R2: every chain holds', async () => {
    expect((await test.app.get(RecordVerifier).verify()).faults).toEqual([]);
  });
});
