import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { HOUR_MS, MINUTE_MS } from '@yiyun/shared';
import { DemoClock } from '../../src/modules/demo/index.js';
import { Halls } from '../../src/modules/halls/index.js';
import { Citizens, StaffDirectory, Taxpayers } from '../../src/modules/identity/index.js';
import { systemContext } from '../../src/platform/http/context.js';
import { DEMO_PASSWORD, demoCitizens } from '../../src/seed/demo-accounts.js';
import { loadDemoAccounts } from '../../src/seed/load-demo-accounts.js';
import { asOfficer } from '../harness/actors.js';
import { codeSentTo, refusalOf } from '../harness/phone-code.js';
import { startApp } from '../harness/start-app.js';

const production = {
  YIYUN_MODE: 'production',
  PERSONAL_DATA_KEY: 'a key for this test only, of 32+ characters',
  SIGNING_KEY: 'another key for this test, of 32+ characters',
  WECHAT_APP_ID: 'wx0123',
  WECHAT_APP_SECRET: 'x',
  SMS_ACCESS_KEY_ID: 'x',
  SMS_ACCESS_KEY_SECRET: 'x',
  SMS_SIGN_NAME: 'x',
  SMS_TEMPLATE_SIGN_IN: 'SMS_1',
  SMS_TEMPLATE_DELEGATION: 'SMS_2',
  REGISTRY_BASE_URL: 'https://registry.invalid',
  REGISTRY_TOKEN: 'x',
};

describe('the demonstration', () => {
  it('tells its accounts, and every one of them works', async () => {
    const test = await startApp();
    const { app } = test;
    const made = await loadDemoAccounts(app.get(Citizens), app.get(StaffDirectory));
    expect(await loadDemoAccounts(app.get(Citizens), app.get(StaffDirectory))).toEqual(made);

    for (const { account, password } of await test.client().demo.accounts()) {
      if (password === null) {
        const code = await codeSentTo(test, account);
        const { me } = await test.client().identity.signInPhone({ body: { phone: account, code } });
        expect(made.citizenIds).toContain(me.citizen.id);
        expect(me.consentVersion).toBe(me.requiredConsentVersion);
      } else {
        const me = await test.client().identity.staffSignIn({ body: { account, password } });
        expect(made.staffIds).toContain(me.id);
        for (const { id, name } of me.halls) expect(app.get(Halls).get(id).name).toBe(name);
      }
    }
    const enterprises = await app.get(Taxpayers).bindingsOf(made.citizenIds[1] ?? '');
    expect(enterprises).toHaveLength(1 + (demoCitizens[1]?.enterprises.length ?? 0));
    await test.close();
  });

  it('has a time that goes forward and never back, and signs nobody out by that', async () => {
    const test = await startApp();
    const { demo } = test.client();
    const officer = await asOfficer(test, test.app.get(Halls).all()[0]?.id as string);
    const { now } = await demo.clock();
    expect(await demo.advance({ body: { minutes: 2000 } })).toEqual({ now: now + 2000 * MINUTE_MS });
    expect((await officer.client.identity.staffMe()).id).toBe(officer.id);
    for (const minutes of [0, -5, 1.5, 14 * 1440 + 1]) {
      expect(await refusalOf(demo.advance({ body: { minutes } }))).toBe('request.invalid');
    }
    expect(await demo.clock()).toEqual({ now: now + 2000 * MINUTE_MS });
    await test.close();
  });

  it('keeps how far its time is ahead over a restart, and does not start with a time that can’t be read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'yiyun-clock-'));
    const clock = DemoClock.open(folder);
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(1000);
    clock.advance(3 * HOUR_MS);
    clock.advance(HOUR_MS);
    expect(Math.abs(DemoClock.open(folder).now() - Date.now() - 4 * HOUR_MS)).toBeLessThan(1000);
    writeFileSync(join(folder, 'demo-clock.json'), '{');
    expect(() => DemoClock.open(folder)).toThrow(SyntaxError);
    rmSync(folder, { recursive: true });
  });

  it('does not exist in production, where the cookie needs TLS', async () => {
    const test = await startApp(production);
    expect(await refusalOf(test.client().demo.accounts())).toBe('request.not_found');
    expect(await refusalOf(test.client().demo.outbox())).toBe('request.not_found');
    expect(await refusalOf(test.client().demo.clock())).toBe('request.not_found');
    expect(await refusalOf(test.client().demo.advance({ body: { minutes: 1 } }))).toBe('request.not_found');
    const made = { account: 'real', name: '真人', roles: ['manager' as const], hallIds: [], password: DEMO_PASSWORD };
    await test.app.get(StaffDirectory).createStaff(systemContext, made);
    const body = { account: 'real', password: DEMO_PASSWORD };
    const { headers } = await test.send({ method: 'POST', path: '/public/staff/sign-in', body });
    expect(headers['set-cookie']).toContain('; Secure');
    await test.close();
  });
});
