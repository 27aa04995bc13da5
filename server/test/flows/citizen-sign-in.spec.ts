import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type AppContract, type Client, makePhone, type SessionView } from '@yiyun/shared';
import { tokenHashOf } from '../../src/modules/identity/sessions.js';
import { RecordVerifier } from '../../src/modules/records/index.js';
import { GatewayError, SmsGateway } from '../../src/platform/gateways/index.js';
import { codeSentTo, lastCode, refusalOf, wrongFor } from '../harness/phone-code.js';
import { startApp, type TestApp } from '../harness/start-app.js';

const MINUTE = 60_000;

describe('a citizen signs in', () => {
  let test: TestApp;
  let nobody: Client<AppContract>;
  let serial = 500;
  const newPhone = () => makePhone(++serial);
  const clientOf = ({ token }: SessionView) => test.client({ authorization: `Bearer ${token}` });
  const signIn = (phone: string, code: string) => nobody.identity.signInPhone({ body: { phone, code } });

  beforeAll(async () => {
    test = await startApp();
    nobody = test.client();
  });
  afterAll(() => test.close());

  it('reads the privacy terms before', async () => {
    const terms = await nobody.identity.privacyTerms();
    expect(terms.paragraphs.length).toBeGreaterThan(3);
    expect(await refusalOf(nobody.identity.me())).toBe('auth.required');
  });

  describe('with WeChat', () => {
    it('refuses a code that WeChat refuses, and records it', async () => {
      expect(await refusalOf(nobody.identity.signInWechat({ body: { code: 'made-up' } }))).toBe(
        'auth.wechat_code_invalid',
      );
      const [row] = await test.db.read.query<{ payload: string }[]>(
        "SELECT payload FROM interaction WHERE kind = 'Refused' AND subjectId = 'identity.signInWechat'",
      );
      expect(JSON.parse(row?.payload ?? '')).toEqual({ code: 'auth.wechat_code_invalid' });
    });

    it('makes an account the first time and finds it again', async () => {
      const first = await nobody.identity.signInWechat({ body: { code: 'demo-anna' } });
      expect(first.me).toMatchObject({
        citizen: { name: '', maskedPhone: null },
        consentVersion: null,
        bindings: [{ role: 'self', kind: 'individual', uscc: null }],
      });
      const again = await nobody.identity.signInWechat({ body: { code: 'demo-anna' } });
      expect(again.me.citizen.id).toBe(first.me.citizen.id);
      expect(again.token).not.toBe(first.token);
      expect(await clientOf(again).identity.me()).toEqual(again.me);
    });

    it('makes one account of two first sign-ins at once', async () => {
      const both = await Promise.all([1, 2].map(() => nobody.identity.signInWechat({ body: { code: 'demo-twin' } })));
      expect(new Set(both.map(({ me }) => me.citizen.id)).size).toBe(1);
    });
  });

  describe('by phone', () => {
    it('refuses what is no mobile number', async () => {
      expect(await refusalOf(nobody.identity.sendPhoneCode({ body: { phone: '12345' } }))).toBe('request.invalid');
    });

    it('sends one code a minute', async () => {
      const phone = newPhone();
      expect(await nobody.identity.sendPhoneCode({ body: { phone } })).toEqual({
        resendAfterMs: MINUTE,
        expiresInMs: 5 * MINUTE,
      });
      const tooSoon = nobody.identity.sendPhoneCode({ body: { phone } });
      await expect(tooSoon).rejects.toMatchObject({
        code: 'auth.phone_code_too_soon',
        message: expect.stringContaining('60秒'),
      });
      test.clock.advance(MINUTE);
      await nobody.identity.sendPhoneCode({ body: { phone } });
    });

    it('sends one code for two requests at once', async () => {
      const phone = newPhone();
      const answers = await Promise.all(
        [1, 2, 3].map(() => refusalOf(nobody.identity.sendPhoneCode({ body: { phone } }))),
      );
      expect(answers.filter((code) => code === undefined)).toHaveLength(1);
      expect(answers.filter((code) => code === 'auth.phone_code_too_soon')).toHaveLength(2);
    });

    it('takes the code once, and only for its phone', async () => {
      const phone = newPhone();
      const code = await codeSentTo(test, phone);
      expect(await refusalOf(signIn(newPhone(), code))).toBe('auth.phone_code_expired');
      expect(await refusalOf(signIn(phone, wrongFor(code)))).toBe('auth.phone_code_wrong');
      const session = await signIn(phone, code);
      expect(session.me.citizen.maskedPhone).toBe(`${phone.slice(0, 3)}****${phone.slice(-4)}`);
      expect(await refusalOf(signIn(phone, code))).toBe('auth.phone_code_expired');
    });

    it('opens one session when the same code comes twice at once', async () => {
      const phone = newPhone();
      const code = await codeSentTo(test, phone);
      const answers = await Promise.all([1, 2].map(() => refusalOf(signIn(phone, code))));
      expect(new Set(answers)).toEqual(new Set(['auth.phone_code_expired', undefined]));
    });

    it('refuses a code older than five minutes', async () => {
      const phone = newPhone();
      const code = await codeSentTo(test, phone);
      test.clock.advance(5 * MINUTE);
      expect(await refusalOf(signIn(phone, code))).toBe('auth.phone_code_expired');
    });

    it('refuses the code before the last one', async () => {
      const phone = newPhone();
      const old = await codeSentTo(test, phone);
      test.clock.advance(MINUTE);
      const code = await codeSentTo(test, phone);
      if (old !== code) expect(await refusalOf(signIn(phone, old))).toBe('auth.phone_code_wrong');
      await signIn(phone, code);
    });

    it('locks after five wrong codes, whatever follows, and opens again after fifteen minutes', async () => {
      const phone = newPhone();
      const code = await codeSentTo(test, phone);
      const guesses = await Promise.all(
        Array.from({ length: 12 }, (_, i) => refusalOf(signIn(phone, wrongFor(code, i + 1)))),
      );
      const wrong = guesses.filter((answer) => answer === 'auth.phone_code_wrong').length;
      const locked = guesses.filter((answer) => answer === 'auth.phone_code_locked').length;
      expect(wrong).toBeLessThan(5);
      expect(wrong + locked).toBe(12);
      expect(await refusalOf(signIn(phone, code))).toBe('auth.phone_code_locked');
      test.clock.advance(2 * MINUTE);
      expect(await refusalOf(nobody.identity.sendPhoneCode({ body: { phone } }))).toBe('auth.phone_code_locked');
      test.clock.advance(13 * MINUTE);
      await signIn(phone, await codeSentTo(test, phone));
    });

    it('gives no new tries with a new code', async () => {
      const phone = newPhone();
      const code = await codeSentTo(test, phone);
      for (let i = 1; i <= 4; i++)
        expect(await refusalOf(signIn(phone, wrongFor(code, i)))).toBe('auth.phone_code_wrong');
      test.clock.advance(MINUTE);
      const next = await codeSentTo(test, phone);
      expect(await refusalOf(signIn(phone, wrongFor(next)))).toBe('auth.phone_code_locked');
      expect(await refusalOf(signIn(phone, next))).toBe('auth.phone_code_locked');
    });

    it('lets one try again at once when the message could not be sent', async () => {
      const phone = newPhone();
      const away = new GatewayError('sms', 'unavailable', { providerCode: 'timeout' });
      const send = jest.spyOn(test.app.get(SmsGateway), 'send').mockRejectedValue(away);
      expect(await refusalOf(nobody.identity.sendPhoneCode({ body: { phone } }))).toBe('server.unavailable');
      send.mockRestore();
      await signIn(phone, await codeSentTo(test, phone));
    });

    it('keeps neither code nor phone in clear', async () => {
      const phone = newPhone();
      const code = await codeSentTo(test, phone);
      const rows = await test.db.read.query<object[]>('SELECT * FROM phone_code');
      expect(JSON.stringify(rows)).not.toContain(phone);
      expect(rows.some((row) => Object.values(row).includes(code))).toBe(false);
      await signIn(phone, code);
      const tables = ['citizen', 'taxpayer', 'session', 'interaction', 'interaction_personal', 'outbox'];
      for (const table of tables) {
        const dump = JSON.stringify(await test.db.read.query<object[]>(`SELECT * FROM ${table}`));
        expect(dump).not.toContain(phone);
      }
    });
  });

  describe('and his session', () => {
    it('is kept as a hash and ends with the sign-out', async () => {
      const session = await nobody.identity.signInWechat({ body: { code: 'demo-bert' } });
      const hashes = await test.db.read.query<{ tokenHash: string }[]>('SELECT tokenHash FROM session');
      expect(hashes.map(({ tokenHash }) => tokenHash)).toContain(tokenHashOf(session.token));
      expect(JSON.stringify(hashes)).not.toContain(session.token);
      const other = await nobody.identity.signInWechat({ body: { code: 'demo-bert' } });
      await clientOf(session).identity.signOut();
      expect(await refusalOf(clientOf(session).identity.me())).toBe('auth.required');
      await clientOf(other).identity.me();
    });

    it('ends by itself after its days', async () => {
      const session = await nobody.identity.signInWechat({ body: { code: 'demo-cleo' } });
      expect(session.expiresAt).toBe(test.clock.now() + 30 * 24 * 60 * MINUTE);
      await clientOf(session).identity.me();
      test.clock.advance(session.expiresAt - test.clock.now() - 1);
      await clientOf(session).identity.me();
      test.clock.advance(1);
      expect(await refusalOf(clientOf(session).identity.me())).toBe('auth.required');
    });
  });

  it('R2: stands in the record as the citizen’s own act', async () => {
    const phone = newPhone();
    const session = await signIn(phone, await codeSentTo(test, phone));
    test.clock.advance(MINUTE);
    await nobody.identity.sendPhoneCode({ body: { phone } });
    await signIn(phone, await lastCode(test, phone));
    const { items } = await clientOf(session).records.mine();
    expect(items.map(({ kind, by }) => [kind, by])).toEqual([
      ['CitizenSignedIn', '您'],
      ['CitizenRegistered', '您'],
    ]);
    expect((await test.app.get(RecordVerifier).verify()).faults).toEqual([]);
  });
});
