import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { asStaff, type Citizen, codeSentTo, newcomer, type Staff } from '../support/clients';
import { confirmAppointment, publishPreset, upholdAppeal } from '../support/office';
import { startServer, type TestServer } from '../support/server';
import { offerOf } from '../support/slots';
import type { Weapp } from '../weapp-host';
import { openApp, pullUntil } from './phone';

const MATTER = '停业登记';
const TODAY = '2026-11-23';
const TOMORROW = '2026-11-24';
const MINUTE_MS = 60_000;
const PARENT = '王桂兰';
const PARENT_PHONE = '13900009001';

/** Who may book, and for whom. */
describe('who may book', () => {
  let server: TestServer;
  let officer: Staff;
  let manager: Staff;
  let app: Weapp;

  before(async () => {
    server = await startServer();
    [officer, manager] = await Promise.all([asStaff(server, 'yinzhou'), asStaff(server, 'manager')]);
  });
  afterEach(async () => {
    assert.deepEqual(await app.problems(), []);
    await app.close();
  });
  after(() => server.stop());

  const openAt = async ({ token, me }: Citizen, path: string, query: Record<string, string> = {}) => {
    const storage = { 'session.token': token, 'session.owner': me.citizen.id };
    app = await openApp(server, { storage, entry: { path, query } });
  };

  test('for a parent, who reads out the code from his own phone: booked in his name, until he or I take it back', async () => {
    const person = await newcomer(server, 'daughter', '13900009000');
    const { matterId, hallId } = await offerOf(server, MATTER, TOMORROW);
    await openAt(person, 'packages/account/proxy/index');
    await app.tap('#add-proxy');
    await app.input('#name >> input', PARENT);
    await app.input('#phone >> input', PARENT_PHONE);
    await app.tap('#send-code');
    await app.expectText('#send-code', /^已发送/);
    await app.input('#code >> input', await codeSentTo(server, PARENT_PHONE));
    await app.tap('#submit-proxy');
    await app.expectText('.page', new RegExp(`我在替他们办.*${PARENT}`));
    await app.navigate('navigateTo', {
      url: `/packages/booking/time/index?matterId=${matterId}&hallId=${hallId}`,
    });
    await app.tap('.day-picker >> text=24');
    await app.tap('.slot >> nth=3');
    await app.tap('#time-next');
    await app.tap(`#taxpayerId >> text*=${PARENT}`);
    await app.tap('#whom-next');
    await app.expectText('.summary-list', new RegExp(`为谁办理.*${PARENT}`));
    await app.tap('#submit-booking');
    await app.expectPage('packages/booking/done/index');
    const [booked] = (await person.api.appointments.mine()).items;
    assert.equal(booked?.taxpayer.name, PARENT);
    await app.reopen({ path: 'packages/account/proxy/index' });
    await app.tap(`text=${PARENT}`);
    await app.expectText('.dialog', /以后您不能再替他预约；已约好的不受影响/);
    await app.tap('.dialog >> text=不再代办');
    await app.expectText('.page', /还没有人/);
    const { bindings } = await person.api.identity.me();
    assert.deepEqual(
      bindings.filter(({ name }) => name === PARENT),
      [],
    );
  });

  test('blocked after two visits missed: why, until when, an appeal; upheld, one can book again at once', async () => {
    await publishPreset(manager.api, 'renqiu', TODAY);
    const person = await newcomer(server, 'absent', '13900009002');
    const taxpayerId = person.me.bindings[0]?.taxpayerId ?? '';
    const { matterId, hallId, slots } = await offerOf(server, MATTER, TODAY);
    const missed = [slots[0], slots.at(-1)].map(async (slot) => {
      const one = await person.api.appointments.book({ body: { slotId: slot?.id ?? '', matterId, taxpayerId } });
      await confirmAppointment(officer.api, one.referenceNo);
      return one;
    });
    const [first, last] = await Promise.all(missed);
    await server.advance((last?.checkInUntil ?? 0) + MINUTE_MS - (Date.now() + server.offsetMs));
    await openAt(person, 'packages/booking/time/index', { matterId, hallId });
    await app.waitFor(
      async () => (await person.api.appointments.standing()).blocks.length === 1,
      'the second visit missed to block',
      60_000,
    );
    await app.tap('.day-picker >> text=25');
    await app.tap('.slot >> nth=2');
    await app.tap('#time-next');
    await app.expectText('.page__heading', '现在暂时不能预约');
    await app.expectText('.notice-bar--attention', /您在2027年2月22日.*累计爽约2次/);
    await app.tap(`#appeal-${first?.referenceNo}`);
    await app.input('#statement >> textarea', '当天住院，有出院小结');
    await app.tap('#send-appeal');
    await app.expectText('.page__heading', '申诉已提交');
    await upholdAppeal((await asStaff(server, 'manager')).api, first?.id ?? '', '已核对出院小结');
    await app.tap('#see-standing');
    await pullUntil(app, 'text=现在可以正常预约。');
    await app.expectText('.page', /申诉成立，已不计.*答复：已核对出院小结/);
    await app.reopen({ path: 'packages/booking/time/index', query: { matterId, hallId } });
    await app.tap('.day-picker >> text=25');
    await app.tap('.slot >> nth=2');
    await app.tap('#time-next');
    await app.expectSeen('.hold-clock');
  });
});
