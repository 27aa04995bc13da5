import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { asNobody, asStaff, type Citizen, newcomer, type Staff } from '../support/clients';
import { drawTicket, openCounter, printedOn } from '../support/counter';
import { startServer, type TestServer } from '../support/server';
import { type Offer, offerOf } from '../support/slots';
import { openBrowser, openPhone, type Phone, type PhoneOptions } from './phone';

const MATTER = '停业登记';
const FURTHER = '复业登记';
const TOMORROW = '2026-11-24';
const MOST_TAPS = 4;
const HELD_MS = 10 * 60_000;

/** What one does with appointments and tickets in a browser, each by a newcomer of his own. */
describe('visits', () => {
  let server: TestServer;
  let browser: Browser;
  let officer: Staff;
  let offer: Offer;
  let phone: Phone;
  let count = 0;

  before(async () => {
    [server, browser] = await Promise.all([startServer(), openBrowser()]);
    [officer, offer] = await Promise.all([asStaff(server, 'yinzhou'), offerOf(server, MATTER, TOMORROW)]);
  });
  afterEach(async () => {
    phone.expectSound();
    await phone.close();
  });
  after(async () => {
    await browser.close();
    await server.stop();
  });

  const comer = (): Promise<Citizen> => {
    count += 1;
    return newcomer(server, `guest${count}`, `1390000600${count}`);
  };
  const openFor = async ({ token }: Citizen, options: PhoneOptions = {}) => {
    phone = await openPhone(browser, server, { token, ...options });
  };
  const book = ({ api, me }: Citizen, { slots, matterId }: Offer, at = 0) =>
    api.appointments.book({
      body: { slotId: slots[at]?.id ?? '', matterId, taxpayerId: me.bindings[0]?.taxpayerId ?? '' },
    });
  const mine = async ({ api }: Citizen) => (await api.appointments.mine()).items;

  test(`elder mode: a matter that one came for before is booked in at most ${MOST_TAPS} taps`, async () => {
    const person = await comer();
    const before = await book(person, offer);
    await person.api.appointments.cancel({ params: { appointmentId: before.id }, body: { version: before.version } });
    await openFor(person, { elder: true });
    await phone.open();
    await phone.page.evaluate(() => {
      document.addEventListener('click', () => {
        document.body.dataset.taps = String(Number(document.body.dataset.taps ?? 0) + 1);
      });
    });
    await phone.press('link', new RegExp(`^再约${MATTER}`));
    await phone.on('什么时候来？');
    await phone.find('#slot-1400').click();
    await phone.on('核对预约');
    await phone.press('button', '提交预约');
    await phone.on('预约已提交');
    const taps = Number(await phone.page.evaluate(() => document.body.dataset.taps));
    assert.ok(taps > 0 && taps <= MOST_TAPS, `${taps} taps`);
    assert.equal((await mine(person))[0]?.status, 'pending');
  });

  test('a held place whose time is over: a page that says so, and the place is held again', async () => {
    const person = await comer();
    await openFor(person);
    const { matterId, hallId } = offer;
    await phone.open('booking/time', { matterId, hallId });
    await phone.press('radio', /^11月24日/);
    await phone.press('radio', /^下午15:00–15:30，余/);
    await phone.press('button', '占号，去核对');
    await phone.see(/还剩 (10 分钟|9 分 \d+ 秒)/);
    await phone.expectAccessible('a held place');
    await phone.type(/还有什么要告诉窗口/, '带两份');
    await server.advance(HELD_MS);
    await phone.press('button', '提交预约');
    await phone.on('保留时间到了');
    await phone.expectAccessible('a hold that is over');
    await phone.press('button', '再占这个号');
    await phone.on('核对预约');
    assert.equal(await phone.find('textarea').inputValue(), '带两份');
    await phone.press('button', '提交预约');
    await phone.on('预约已提交');
    assert.deepEqual(
      (await mine(person)).map(({ note }) => note),
      ['带两份'],
    );
  });

  test('several matters in one visit, then another time for both, and the file for the calendar', async () => {
    const person = await comer();
    await openFor(person);
    const { matterId } = offer;
    await phone.open('booking/hall', { matterId });
    await phone.press('link', /^这次还要办别的事/);
    await phone.type('搜索事项名称', FURTHER);
    await phone.press('link', new RegExp(`^${FURTHER}`));
    await phone.press('button', '一共2件，选好了');
    await phone.press('link', /^国家税务总局宁波市鄞州区税务局办税服务厅/);
    await phone.press('radio', /^11月25日/);
    await phone.press('radio', /^下午14:00–15:00，余/);
    await phone.press('button', '占号，去核对');
    await phone.see(`${MATTER}、${FURTHER}`);
    await phone.press('button', '提交预约');
    await phone.on('预约已提交');
    await phone.press('button', '查看这个预约');
    const [download] = await Promise.all([phone.page.waitForEvent('download'), phone.press('button', '加到手机日历')]);
    assert.match(download.suggestedFilename(), /\.ics$/);
    await phone.press('button', '改时间');
    await phone.on('改到什么时候？');
    await phone.press('radio', /^11月26日/);
    await phone.press('radio', /^上午09:00–10:00，余/);
    await phone.on('核对改约');
    await phone.see('后天 14:00–15:00');
    await phone.expectAccessible('a change of time');
    await phone.press('button', '改到这个时间');
    await phone.on('预约已提交');
    const [now] = await mine(person);
    assert.equal(now?.furtherMatters.length, 1);
    assert.ok(now.rescheduledFromId);
  });

  test('a paper ticket is open to whoever has it, kept by who signs in, and followed to the end', async () => {
    const counter = await openCounter(officer.api);
    const ticket = await drawTicket(officer.api, offer.matterId);
    const nobody = await openPhone(browser, server);
    await nobody.page.goto(printedOn(server, ticket));
    await nobody.see(ticket.number);
    await nobody.see(/下一位就是您|前面还有 \d+ 位/);
    await nobody.expectAccessible('a ticket without an account');
    nobody.expectSound();
    await nobody.close();

    await openFor(await comer());
    await phone.page.goto(printedOn(server, ticket));
    await phone.press('button', '这是我的号，放进我的账户');
    await phone.press('checkbox', /^前面还有3位时提醒我/);
    await phone.see('前面还有3位时提醒您');
    await phone.shot('h5-ticket-waiting');
    const called = await counter.callUntil(ticket.number);
    await phone.see(`请到${counter.label}`);
    await phone.shot('h5-ticket-called');
    await phone.expectAccessible('a ticket that is called');
    await phone.open();
    await phone.press('link', new RegExp(ticket.number));
    const started = await counter.start(called);
    await phone.see(/^正在/);
    await counter.finish(started);
    await phone.see('已办完');
    const seen = await asNobody(server).queue.publicTicket({ params: { publicToken: ticket.publicToken } });
    assert.equal(seen.status, 'done');
  });
});
