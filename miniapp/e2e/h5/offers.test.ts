import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { asStaff, type Citizen, newcomer, type Staff } from '../support/clients';
import { closeHall } from '../support/office';
import { startServer, type TestServer } from '../support/server';
import { fillByTelephone, type Offer, offerOf } from '../support/slots';
import { openBrowser, openPhone, type Phone } from './phone';

const MATTER = '停业登记';
const TOMORROW = '2026-11-24';
const NEXT_DAY = '2026-11-25';
const LEAST = 3;

/** What the hall offers of itself, in a browser and in elder mode: a place waited for, other times for a closed day. */
describe('offers', () => {
  let server: TestServer;
  let browser: Browser;
  let officer: Staff;
  let phone: Phone;

  before(async () => {
    [server, browser] = await Promise.all([startServer(), openBrowser()]);
    officer = await asStaff(server, 'yinzhou');
  });
  afterEach(async () => {
    phone.expectSound();
    await phone.close();
  });
  after(async () => {
    await browser.close();
    await server.stop();
  });

  const bookFirst = ({ api, me }: Citizen, { slots, matterId }: Offer) =>
    api.appointments.book({
      body: { slotId: slots[0]?.id ?? '', matterId, taxpayerId: me.bindings[0]?.taxpayerId ?? '' },
    });
  const upcoming = async ({ api }: Citizen) => (await api.appointments.mine()).items;

  test('a time that is full is waited for; once somebody cancels, one press books it', async () => {
    const [leaving, person] = await Promise.all([
      newcomer(server, 'leaving', '13900009101'),
      newcomer(server, 'staying', '13900009102'),
    ]);
    const taken = await bookFirst(leaving, await offerOf(server, MATTER, TOMORROW));
    const offer = await offerOf(server, MATTER, TOMORROW);
    await fillByTelephone(officer.api, offer, offer.slots.slice(0, 1));
    phone = await openPhone(browser, server, { token: person.token });
    await phone.open('booking/time', { matterId: offer.matterId, hallId: offer.hallId });
    await phone.press('radio', /^11月24日/);
    await phone.press('button', /08:30–09:00，约满·候补$/);
    await phone.on(/约满了$/);
    await phone.expectAccessible('a time that is full');
    await phone.shot('h5-full');
    await phone.press('button', '加入候补');
    await phone.see('有人退号就轮到您');
    await leaving.api.appointments.cancel({ params: { appointmentId: taken.id }, body: { version: taken.version } });
    await phone.open('messages/list');
    await phone.reloadUntil('候补到号了');
    await phone.page.getByText('候补到号了').first().click();
    await phone.see('明天 08:30–09:00');
    await phone.see('已为您留号');
    await phone.expectAccessible('a place that was waited for');
    await phone.shot('h5-waitlist');
    await phone.press('button', '要这个号');
    await phone.on('预约已提交');
    assert.deepEqual(
      (await upcoming(person)).map(({ startsAt, status }) => [startsAt, status]),
      [[taken.startsAt, 'pending']],
    );
  });

  test('elder mode: the hall is closed, three places are kept, and one press has one of them', async () => {
    const person = await newcomer(server, 'elder', '13900009103');
    const offer = await offerOf(server, MATTER, NEXT_DAY);
    await bookFirst(person, offer);
    const manager = await asStaff(server, 'manager');
    await closeHall(manager.api, { hallId: offer.hallId, on: NEXT_DAY, reason: '配电房检修' });
    phone = await openPhone(browser, server, { token: person.token, elder: true });
    await phone.open('messages/list');
    await phone.reloadUntil('预约遇停办，请选择新的时间');
    await phone.shot('h5-elder-messages');
    await phone.page.getByText('预约遇停办，请选择新的时间').first().click();
    await phone.on('预约办不了，请改时间');
    await phone.see(/停办：配电房检修/);
    const [kept] = await person.api.disruptions.offers();
    assert.ok((kept?.alternatives.length ?? 0) >= LEAST);
    await phone.expectAccessible('places kept after a closure');
    await phone.shot('h5-elder-closure');
    await phone.press('button', /^改到这个时间/);
    await phone.see(/^已改约/);
    const [now] = await upcoming(person);
    assert.equal(now?.id, kept?.alternatives[0]?.appointmentId);
    assert.equal(now?.startsAt, kept?.alternatives[0]?.startsAt);
  });
});
