import { describe, expect, it } from '@jest/globals';
import { Halls } from '../../src/modules/halls/index.js';
import { Citizens, StaffDirectory, Taxpayers } from '../../src/modules/identity/index.js';
import { systemContext } from '../../src/platform/http/context.js';
import { DEMO_PASSWORD, demoCitizens } from '../../src/seed/demo-accounts.js';
import { loadDemoAccounts } from '../../src/seed/load-demo-accounts.js';
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

  it('does not exist in production, where the cookie needs TLS', async () => {
    const test = await startApp(production);
    expect(await refusalOf(test.client().demo.accounts())).toBe('request.not_found');
    expect(await refusalOf(test.client().demo.outbox())).toBe('request.not_found');
    const made = { account: 'real', name: '真人', roles: ['manager' as const], hallIds: [], password: DEMO_PASSWORD };
    await test.app.get(StaffDirectory).createStaff(systemContext, made);
    const body = { account: 'real', password: DEMO_PASSWORD };
    const { headers } = await test.send({ method: 'POST', path: '/public/staff/sign-in', body });
    expect(headers['set-cookie']).toContain('; Secure');
    await test.close();
  });
});
