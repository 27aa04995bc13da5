import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makePhone } from '@yiyun/shared';
import { Citizens, Taxpayers } from '../../src/modules/identity/index.js';
import { RecordVerifier } from '../../src/modules/records/index.js';
import { asCitizen, asOfficer, type TestCitizen } from '../harness/actors.js';
import { firstHall } from '../harness/appointments.js';
import { codeSentTo, refusalOf, wrongFor } from '../harness/phone-code.js';
import { replayed } from '../harness/replay.js';
import { startApp, type TestApp } from '../harness/start-app.js';

const ELDER = '赵桂英';

describe('acting for a relative (亲友代办)', () => {
  let test: TestApp;
  let child: TestCitizen;
  let serial = 4_000;
  beforeAll(async () => {
    test = await startApp();
    child = await asCitizen(test, { name: '赵小燕' });
  });
  afterAll(() => test.close());

  const newPhone = () => makePhone(++serial);
  const delegate = async (phone: string, code?: string, who = child) => {
    const body = { phone, code: code ?? (await codeSentTo(test, phone, 'delegation')), name: ELDER };
    return who.client.identity.delegate({ body });
  };
  const signedIn = async (phone: string) => {
    test.clock.advance(61_000);
    const { token, me } = await test
      .client()
      .identity.signInPhone({ body: { phone, code: await codeSentTo(test, phone) } });
    return { client: test.client({ authorization: `Bearer ${token}` }), me };
  };
  const elders = async () =>
    (await test.app.get(Taxpayers).bindingsOf(child.id)).filter(({ role }) => role === 'proxy');

  it('is for a signed-in citizen with a phone of his own', async () => {
    const body = { phone: newPhone(), code: '000000', name: ELDER };
    expect(await refusalOf(test.client().identity.delegate({ body }))).toBe('auth.required');
    const officer = await asOfficer(test, firstHall(test).id);
    expect(await refusalOf(officer.client.identity.delegate({ body }))).toBe('auth.forbidden');
    const { token } = await test.client().identity.signInWechat({ body: { code: 'demo-no-phone' } });
    const newcomer = test.client({ authorization: `Bearer ${token}` });
    expect(await refusalOf(newcomer.identity.delegate({ body }))).toBe('identity.consent_required');
    expect(await refusalOf(child.client.identity.delegate({ body: { ...body, name: '1' } }))).toBe('request.invalid');
  });

  it('needs the code that was sent to the other person’s phone; a refusal leaves nothing', async () => {
    const phone = newPhone();
    const code = await codeSentTo(test, phone, 'delegation');
    expect(await refusalOf(delegate(phone, wrongFor(code)))).toBe('auth.phone_code_wrong');
    expect(await refusalOf(delegate(child.phone, '123456'))).toBe('identity.own_phone');
    expect(await refusalOf(delegate(newPhone(), '123456'))).toBe('auth.phone_code_expired');
    expect(await elders()).toEqual([]);
    expect(await test.app.get(Citizens).findByPhone(phone)).toBeUndefined();
  });

  it('takes no other code, and its code signs nobody in: who reads it out has not let the other into his account', async () => {
    const phone = newPhone();
    expect(await refusalOf(delegate(phone, await codeSentTo(test, phone)))).toBe('auth.phone_code_wrong');
    test.clock.advance(61_000);
    const code = await codeSentTo(test, phone, 'delegation');
    const [message] = await test.client().demo.outbox();
    expect(message?.text).toMatch(/申请替您办税，代办验证码\d{6}/);
    expect(await refusalOf(test.client().identity.signInPhone({ body: { phone, code } }))).toBe(
      'auth.phone_code_wrong',
    );
    expect(await test.app.get(Citizens).findByPhone(phone)).toBeUndefined();
    expect((await delegate(phone, code)).role).toBe('proxy');
    const [binding] = await elders();
    await child.client.identity.endBinding({ params: { bindingId: binding?.id as string } });
    test.clock.advance(61_000);
  });

  it('makes an account for who has none, once for one code', async () => {
    const phone = newPhone();
    const code = await codeSentTo(test, phone, 'delegation');
    const binding = await delegate(phone, code);
    expect(binding).toMatchObject({ kind: 'individual', role: 'proxy', name: ELDER, uscc: null });
    expect(await refusalOf(delegate(phone, code))).toBe('auth.phone_code_expired');
    const me = await child.client.identity.me();
    expect(me.bindings.map(({ role }) => role)).toEqual(['self', 'proxy']);
    expect(me.proxies).toEqual([]);

    const elder = await signedIn(phone);
    expect(elder.me).toMatchObject({
      citizen: { name: ELDER },
      consentVersion: null,
      proxies: [{ bindingId: binding.id, name: '赵小燕' }],
    });
    test.clock.advance(61_000);
    expect(await refusalOf(delegate(phone))).toBe('identity.binding_exists');
    expect(await test.app.get(Taxpayers).requireBinding(child.id, binding.taxpayerId)).toMatchObject({ name: ELDER });
  });

  it('finds an account that there is, and leaves its name', async () => {
    const elder = await asCitizen(test, { name: '赵玉兰', phone: newPhone() });
    const binding = await delegate(elder.phone);
    expect(binding).toMatchObject({ taxpayerId: elder.taxpayerId, name: '赵玉兰' });
  });

  it('stands in the records of both, and each can end it', async () => {
    const [first, second] = [newPhone(), newPhone()];
    const bindings = [await delegate(first), await delegate(second)];
    const people = [await signedIn(first), await signedIn(second)];
    const end = (client: TestCitizen['client'], nth: number) =>
      client.identity.endBinding({ params: { bindingId: bindings[nth]?.id ?? '' } });

    const stranger = await asCitizen(test);
    expect(await refusalOf(end(stranger.client, 0))).toBe('request.not_found');
    const me = await end(people[0]?.client as TestCitizen['client'], 0);
    expect(me.proxies).toEqual([]);
    expect((await end(child.client, 1)).bindings.map(({ id }) => id)).not.toContain(bindings[1]?.id);
    expect(await refusalOf(end(child.client, 1))).toBe('request.not_available');

    for (const [nth, elder] of people.entries()) {
      const taxpayers = test.app.get(Taxpayers);
      expect(await refusalOf(taxpayers.requireBinding(child.id, bindings[nth]?.taxpayerId ?? ''))).toBe(
        'identity.taxpayer_not_yours',
      );
      const { items } = await elder.client.records.mine({ query: {} });
      expect(items.map(({ text }) => text)).toEqual(
        expect.arrayContaining(['由他人代为建立账户', '同意由亲友代办', '亲友代办已解除']),
      );
    }
    const { items } = await child.client.records.mine({ query: {} });
    const said = items.map(({ text }) => text);
    expect(said.filter((text) => text === '经对方同意，为亲友代办').length).toBeGreaterThanOrEqual(2);
    expect(said).toContain('解除了绑定');
  });

  it('ends with the account of either', async () => {
    const confirmation = '注销账户';
    const phone = newPhone();
    const helper = await asCitizen(test, { phone: newPhone() });
    const { id: bindingId } = await delegate(phone, undefined, helper);
    const elder = await signedIn(phone);
    await elder.client.identity.deleteMe({ body: { confirmation } });
    expect((await helper.client.identity.me()).bindings.map(({ id }) => id)).not.toContain(bindingId);

    const other = newPhone();
    await delegate(other, undefined, helper);
    const second = await signedIn(other);
    expect(second.me.proxies).toHaveLength(1);
    await helper.client.identity.deleteMe({ body: { confirmation } });
    expect((await second.client.identity.me()).proxies).toEqual([]);
    const { version, facts } = await replayed(test, `citizen-account:${second.me.citizen.id}`);
    const [row] = await test.db.read.query<{ version: number }[]>('SELECT version FROM citizen WHERE id = ?', [
      second.me.citizen.id,
    ]);
    expect({ version, proxyId: facts['proxyId'] }).toEqual({ version: Number(row?.version), proxyId: helper.id });
  });

  it('R2: every chain holds', async () => {
    expect((await test.app.get(RecordVerifier).verify()).faults).toEqual([]);
  });
});
