import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { type Citizen, codeSentTo, newcomer } from '../support/clients';
import { startServer, type TestServer } from '../support/server';
import { type Offer, offerOf } from '../support/slots';
import { openBrowser, openPhone, type Phone } from './phone';

const NOTE = '我要带一位同事';
const CODE_AGAIN_AFTER_MS = 61_000;
const SUBMISSIONS = '**/api/appointments/*/submit';

/** No network, a lost answer, an impatient finger, a session that ends: in a browser. */
describe('when things go wrong', () => {
  let server: TestServer;
  let browser: Browser;
  let offer: Offer;
  let person: Citizen;
  let phone: Phone;
  let keys: (string | undefined)[];
  let number: string;
  let count = 0;

  before(async () => {
    [server, browser] = await Promise.all([startServer(), openBrowser()]);
    offer = await offerOf(server, '停业登记', '2026-11-24');
  });
  after(async () => {
    await browser.close();
    await server.stop();
  });

  /** A newcomer who stands before the last button. */
  beforeEach(async () => {
    count += 1;
    number = `1390000400${count}`;
    person = await newcomer(server, `unkind${count}`, number);
    const { matterId, hallId, on, slots } = offer;
    const { id: slotId, startsAt, endsAt } = slots[count] ?? {};
    const draft = { matterId, hallId, on, slotId, startsAt, endsAt };
    phone = await openPhone(browser, server, { token: person.token, draft });
    keys = [];
    phone.page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/submit'))
        keys.push(request.headers()['idempotency-key']);
    });
    await phone.open('booking/check');
    await phone.type(/还有什么要告诉窗口/, NOTE);
  });
  afterEach(() => phone.close());

  const booked = async () =>
    (await person.api.appointments.mine()).items.filter(({ status }) => status !== 'held').map(({ note }) => note);
  const noteThere = async () => assert.equal(await phone.find('textarea').inputValue(), NOTE);

  test('without a network nothing is lost, and once it is back one booking is made', async () => {
    const context = phone.page.context();
    await context.setOffline(true);
    await phone.see(/现在没有网络/);
    await phone.press('button', '提交预约');
    await phone.see(/网络不通，没有提交成功/);
    await noteThere();
    await context.setOffline(false);
    await phone.press('button', '提交预约');
    await phone.on('预约已提交');
    assert.deepEqual(await booked(), [NOTE]);
  });

  test('an answer lost on its way: the phone looks again, says that it was done and leads there; nothing is booked twice', async () => {
    await phone.page.route(SUBMISSIONS, async (route) => {
      await route.fetch();
      await route.abort();
    });
    await phone.press('button', '提交预约');
    await phone.on('这个号已经提交过了');
    await phone.page.unroute(SUBMISSIONS);
    assert.equal(keys.length, 1);
    assert.deepEqual(await booked(), [NOTE]);
    await phone.press('button', '看这个预约');
    await phone.see(NOTE);
  });

  test('a double press on submit is one submission', async () => {
    await phone.page.getByRole('button', { name: '提交预约' }).dblclick();
    await phone.on('预约已提交');
    assert.equal(keys.length, 1);
    assert.deepEqual(await booked(), [NOTE]);
  });

  test('a session that the server ended, and a page that was reloaded: what was written is there', async () => {
    await phone.page.waitForFunction((note) => localStorage.getItem('draft.booking')?.includes(note), NOTE);
    await phone.page.reload();
    await phone.on('核对预约');
    await noteThere();
    await person.api.identity.signOut();
    await phone.press('button', '提交预约');
    await phone.press('button', '去登录');
    await phone.on('登录');
    await server.advance(CODE_AGAIN_AFTER_MS);
    await phone.type('手机号', number);
    await phone.press('button', '获取验证码');
    await phone.see(/已发送/);
    await phone.type('短信验证码', await codeSentTo(server, number));
    await phone.press('button', '登录');
    await phone.on('核对预约');
    await noteThere();
    await phone.press('button', '提交预约');
    await phone.on('预约已提交');
  });
});
