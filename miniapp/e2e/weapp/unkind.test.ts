import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { SlotView } from '@yiyun/shared';
import { type Citizen, newcomer } from '../support/clients';
import { type LossyLine, openLossyLine } from '../support/lossy-line';
import { startServer, type TestServer } from '../support/server';
import { fillSlot, type Offer, offerOf } from '../support/slots';
import type { Weapp } from '../weapp-host';
import { openApp } from './phone';

const TOMORROW = '2026-11-24';
const NOTE = '我要带一位同事';
const HELD_MS = 10 * 60_000;
/** The slot that others fill: in the afternoon, where nobody else of this story books. */
const FILLED = 10;
const UTC_TO_NINGBO_MS = 8 * 3_600_000;

const timeOf = ({ startsAt }: SlotView): string => new Date(startsAt + UTC_TO_NINGBO_MS).toISOString().slice(11, 16);

/** What happens to people with telephones: no network, a place that is gone, an impatient finger, a session that ends. */
describe('when things go wrong', () => {
  let server: TestServer;
  let line: LossyLine;
  let offer: Offer;
  let person: Citizen;
  let app: Weapp;
  let count = 0;
  let slot: SlotView;
  let storage: Record<string, unknown>;
  /** Where the held place is submitted. */
  let submitting: string;

  before(async () => {
    server = await startServer();
    line = await openLossyLine(server.url);
    offer = await offerOf(server, '停业登记', TOMORROW);
  });
  after(async () => {
    await line.close();
    await server.stop();
  });

  /** A newcomer who has chosen a slot and written a note. */
  beforeEach(async () => {
    count += 1;
    slot = offer.slots[count] as SlotView;
    person = await newcomer(server, `unkind${count}`, `1390000200${count}`);
    storage = { 'session.token': person.token, 'session.owner': person.me.citizen.id };
    app = await openApp(
      { ...server, url: line.url },
      {
        storage,
        entry: { path: 'packages/booking/hall/index', query: { matterId: offer.matterId } },
      },
    );
    await app.tap(`#hall-${offer.hallId}`);
    await app.tap('.day-picker >> text=24');
    await app.tap(`.slot >> nth=${count}`);
    await app.tap('#time-next');
    await app.input('#note >> textarea', NOTE);
    const [held] = await appointments();
    submitting = `/api/appointments/${held?.id}/submit`;
  });
  const done = async () => {
    assert.deepEqual(await app.problems(), []);
    await app.close();
  };
  const appointments = async () => (await person.api.appointments.mine({ query: {} })).items;
  const booked = async () => (await appointments()).filter(({ status }) => status !== 'held');
  const noteThere = async () => assert.equal((await app.query('#note >> textarea'))[0]?.value, NOTE);

  test('without a network nothing is lost, and once it is back one booking is made', async () => {
    await app.network('none');
    await app.expectSeen('.offline-banner');
    await app.tap('#submit-booking');
    await app.expectText('.notice-bar--error', /网络不通，没有提交成功/);
    await noteThere();
    await app.network('4g');
    await app.expectGone('.offline-banner');
    await app.tap('#submit-booking');
    await app.expectPage('packages/booking/done/index');
    assert.deepEqual(
      (await booked()).map(({ note }) => note),
      [NOTE],
    );
    await done();
  });

  test('an answer lost on its way: the phone looks again, says that it was done and leads there; nothing is booked twice', async () => {
    line.loseAnswer('POST', submitting);
    await app.tap('#submit-booking');
    await app.expectText('.page__heading', '这个号已经提交过了');
    assert.deepEqual(
      (await booked()).map(({ note }) => note),
      [NOTE],
    );
    await app.tap('text=看这个预约');
    await app.expectPage('packages/booking/detail/index');
    await done();
  });

  test('two taps on submit are one submission', async () => {
    const before = line.keysSentTo(submitting).length;
    await app.network('4g', 300);
    await Promise.all([app.tap('#submit-booking'), app.tap('#submit-booking')]);
    await app.expectPage('packages/booking/done/index');
    assert.equal(line.keysSentTo(submitting).length - before, 1);
    assert.equal((await booked()).length, 1);
    await done();
  });

  test('the time that it was held is over: said on a page with ways on, and the note is kept for another try', async () => {
    const [held] = await appointments();
    assert.equal(held?.status, 'held');
    await server.advance(HELD_MS);
    await app.tap('#submit-booking');
    await app.expectText('.page__heading', '保留时间到了');
    assert.deepEqual(await booked(), []);
    await app.tap('#hold-again');
    await app.expectSeen('.hold-clock');
    await noteThere();
    assert.notEqual((await appointments())[0]?.id, held.id, 'another place is held now');
    await done();
  });

  test('others take the last places while one looks: other days, waiting and other halls, and the note is kept', async () => {
    const others = await Promise.all(
      Array.from({ length: 6 }, (_, i) => newcomer(server, `other${i}`, `1390000210${i}`)),
    );
    await app.back();
    await app.expectPage('packages/booking/time/index');
    await fillSlot(others, offer, offer.slots[FILLED] as SlotView);
    await app.tap(`.slot >> nth=${FILLED}`);
    await app.tap('#time-next');
    await app.expectText('.page__heading', '这个时段刚刚约满了');
    await app.expectSeen('#join-waitlist');
    await app.expectSeen('.hall-cell__load');
    await app.tap('#day-2026-11-25');
    await app.expectPage('packages/booking/time/index');
    await app.tap('.slot >> nth=2');
    await app.tap('#time-next');
    await app.expectSeen('.hold-clock');
    await noteThere();
    await app.tap('#submit-booking');
    await app.expectPage('packages/booking/done/index');
    await done();
  });

  test('a session that the server ended: one signs in again and goes on where one was', async () => {
    await person.api.identity.signOut();
    await app.tap('#submit-booking');
    await app.tap('text=去登录');
    await app.answer('login', { code: `demo-unkind${count}` });
    await app.tap('#sign-in-wechat');
    await app.expectPage('packages/booking/check/index');
    await app.expectText('.summary-list', new RegExp(`明天 ${timeOf(slot)}`));
    await noteThere();
    await app.tap('#submit-booking');
    await app.expectPage('packages/booking/done/index');
    await done();
  });

  test('WeChat is closed in the middle: the answers are there when it is opened again', async () => {
    await app.background();
    await app.close();
    app = await openApp({ ...server, url: line.url }, { storage, entry: { path: 'packages/booking/check/index' } });
    await app.expectText('.summary-list', new RegExp(`停业登记.*明天 ${timeOf(slot)}`));
    await noteThere();
    await done();
  });

  test('the network goes in the middle of a change of time: the old place stays, and the change is made once', async () => {
    await app.tap('#submit-booking');
    await app.expectPage('packages/booking/done/index');
    const [old] = await booked();
    await app.reopen({ path: 'packages/booking/reschedule/index', query: { appointmentId: old?.id ?? '' } });
    await app.tap('.day-picker >> text=25');
    await app.tap('.slot >> text=10:00–10:30');
    await app.expectText('.summary-list', /改到.*后天 10:00/);
    await app.network('none');
    await app.tap('#submit-reschedule');
    await app.expectText('.notice-bar--error', /网络不通.*再点一次不会重复改约/);
    assert.deepEqual(
      (await booked()).map(({ id, startsAt }) => [id, startsAt]),
      [[old?.id, slot.startsAt]],
    );
    await app.network('4g');
    line.loseAnswer('POST', `/api/appointments/${old?.id}/reschedule`);
    await app.tap('#submit-reschedule');
    await app.expectText('.page__heading', '时间已经改好了');
    await app.tap('#see-changed');
    await app.expectPage('packages/booking/detail/index');
    const now = await booked();
    assert.deepEqual(
      now.map(({ rescheduledFromId }) => rescheduledFromId),
      [old?.id],
    );
    await done();
  });

  test('a microphone that is not allowed: said in words, and writing is still possible', async () => {
    await app.reopen({ path: 'packages/help/ask/index' });
    await app.grant('scope.record', false);
    await app.tap('[aria-label=开始录音]');
    await app.expectText('.notice-bar--attention', /没有麦克风权限/);
    await app.input('#text >> textarea', '停业要带什么');
    await app.tap('#ask-next');
    await app.expectPage('packages/help/similar/index');
    await done();
  });
});
