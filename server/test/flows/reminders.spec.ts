import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type AppointmentView, instantAt } from '@yiyun/shared';
import { EscalationJob } from '../../src/modules/appointments/reminders/escalation.job.js';
import { RemindersJob } from '../../src/modules/appointments/reminders/reminders.job.js';
import { RecordVerifier } from '../../src/modules/records/index.js';
import { asCitizen, asOfficer, type TestCitizen } from '../harness/actors.js';
import { firstHall, makeSlots, slotsOn, someMatter } from '../harness/appointments.js';
import { startApp, type TestApp } from '../harness/start-app.js';

const TUESDAY = '2026-11-24';
const [SEVEN_PM, NINE] = [19 * 60, 9 * 60];

/** How often each reminder of these appointments went out as an event. */
async function sent(test: TestApp, ...appointments: { id: string }[]): Promise<Map<string, number>> {
  const rows = await test.db.read.query<{ payload: string }[]>(
    "SELECT payload FROM outbox WHERE type = 'AppointmentReminder'",
  );
  const counts = new Map<string, number>();
  for (const { payload } of rows) {
    const { subjectId, data } = JSON.parse(payload) as { subjectId: string; data: { kind: string } };
    if (appointments.every(({ id }) => id !== subjectId)) continue;
    const key = `${subjectId} ${data.kind}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

describe('reminders', () => {
  let test: TestApp;
  let citizen: TestCitizen;
  const remind = () => test.app.get(RemindersJob, { strict: false }).run();

  beforeAll(async () => {
    test = await startApp();
  });
  beforeEach(async () => {
    test.clock.set('2026-11-23', 9 * 60 + 30);
    await makeSlots(test);
    citizen = await asCitizen(test);
  });
  afterAll(() => test.close());

  const book = async (minutes: number, who = citizen, confirmation: 'automatic' | 'officer' = 'automatic') => {
    const matter = someMatter(test, confirmation);
    const slots = await slotsOn(test, firstHall(test).id, matter.id, TUESDAY);
    const slot = slots.find(({ startsAt }) => startsAt === instantAt(TUESDAY, minutes));
    const body = { slotId: slot?.id ?? '', matterId: matter.id, taxpayerId: who.taxpayerId };
    return who.client.appointments.book({ body });
  };
  const titles = async (who = citizen) => {
    await test.settle();
    const { items } = await who.client.messaging.inbox({ query: {} });
    return items.filter(({ kind }) => kind === 'AppointmentReminder').map(({ title }) => title);
  };

  it('come the evening before and two hours ahead, once each, and lead to the appointment', async () => {
    const { id } = await book(NINE);
    test.clock.set('2026-11-23', SEVEN_PM - 1);
    await remind();
    expect(await titles()).toEqual([]);
    test.clock.set('2026-11-23', SEVEN_PM);
    await remind();
    expect(await titles()).toEqual(['明天的办税预约']);
    for (const minutes of [SEVEN_PM + 1, 23 * 60]) {
      test.clock.set('2026-11-23', minutes);
      await remind();
    }
    expect(await titles()).toEqual(['明天的办税预约']);
    test.clock.set(TUESDAY, NINE - 120);
    await remind();
    await remind();
    expect(await titles()).toEqual(['两小时后的办税预约', '明天的办税预约']);
    const [message] = (await citizen.client.messaging.inbox({ query: {} })).items;
    expect(message).toMatchObject({ subjectKind: 'appointment', subjectId: id });
    expect(message?.body).toMatch(/^今天.*09:00.*请带齐材料。来不了的话，点开可以改约或取消。$/);
    const { items } = await citizen.client.records.mine({ query: {} });
    expect(items.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['发送前一天晚上的预约提醒', '发送提前两小时的预约提醒']),
    );
    expect((await test.app.get(RecordVerifier).verify()).faults).toEqual([]);
  });

  it('say of one that waits for an officer that it does', async () => {
    await book(NINE, citizen, 'officer');
    test.clock.set('2026-11-23', SEVEN_PM);
    await remind();
    await test.settle();
    const [message] = (await citizen.client.messaging.inbox({ query: {} })).items;
    expect(message?.body).toContain('还在等工作人员确认');
  });

  it('skip what is past when one books late', async () => {
    test.clock.set('2026-11-23', SEVEN_PM + 30);
    const first = await book(NINE);
    await remind();
    expect(await titles()).toEqual([]);
    test.clock.set(TUESDAY, NINE - 30);
    const other = await asCitizen(test);
    const late = await book(NINE + 60, other);
    await remind();
    expect([...(await sent(test, first, late)).keys()]).toEqual([`${first.id} soon`]);
    test.clock.set(TUESDAY, NINE + 59);
    await remind();
    expect(await sent(test, late)).toEqual(new Map());
    expect(await titles(other)).toEqual([]);
  });

  it('are not sent of what was cancelled, also when it is cancelled in the moment between', async () => {
    const [gone, between] = [await book(NINE), await book(14 * 60)];
    const cancel = ({ id, version }: AppointmentView) =>
      citizen.client.appointments.cancel({ params: { appointmentId: id }, body: { version } });
    await cancel(gone);
    test.clock.set('2026-11-23', SEVEN_PM);
    await remind();
    await cancel(between);
    expect(await titles()).toEqual([]);
    expect([...(await sent(test, gone, between)).keys()]).toEqual([`${between.id} evening`]);
  });

  it('of an evening on which the server stood still come later, as long as they help', async () => {
    await book(NINE);
    test.clock.set(TUESDAY, 6 * 60);
    await remind();
    expect(await titles()).toEqual(['明天的办税预约']);
  });

  it('neither get lost nor doubled when the process dies between any two steps (as ZMS loses them)', async () => {
    const booked = await book(NINE);
    const { id } = booked;
    test.clock.set('2026-11-23', SEVEN_PM);
    const key = `${id} evening`;
    // Dies after the reminder was kept and before its event was: neither is there.
    await test.db.change('ALTER TABLE outbox RENAME TO outbox_away');
    await expect(remind()).rejects.toThrow();
    await test.db.change('ALTER TABLE outbox_away RENAME TO outbox');
    expect(await test.db.read.query('SELECT * FROM reminder WHERE appointmentId = ?', [id])).toEqual([]);
    expect(await sent(test, booked)).toEqual(new Map());
    // Dies after the commit and before delivery: another run adds nothing, and it is delivered once.
    await remind();
    await remind();
    expect(await sent(test, booked)).toEqual(new Map([[key, 1]]));
    expect(await titles()).toEqual(['明天的办税预约']);
    // Two instances at once.
    test.clock.set(TUESDAY, NINE - 120);
    await Promise.all([remind(), remind()]);
    expect(await sent(test, booked)).toEqual(
      new Map([
        [key, 1],
        [`${id} soon`, 1],
      ]),
    );
  });

  it('would be doubled, and the check would see it, if nothing were kept (negative control)', async () => {
    const booked = await book(NINE);
    test.clock.set('2026-11-23', SEVEN_PM);
    await remind();
    await test.db.change('DELETE FROM reminder');
    await remind();
    expect(await sent(test, booked)).toEqual(new Map([[`${booked.id} evening`, 2]]));
  });
});

describe('an appointment that nobody confirms', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startApp();
    await makeSlots(test);
  });
  afterAll(() => test.close());

  it('goes to the duty leader once, when it is nearly too late, and stands in the record', async () => {
    const hallId = firstHall(test).id;
    const matter = someMatter(test, 'officer');
    const [first, second] = await slotsOn(test, hallId, matter.id, TUESDAY);
    const citizens = [await asCitizen(test), await asCitizen(test)];
    const booked = [];
    for (const [nth, slot] of [first, second].entries()) {
      const who = citizens[nth] as TestCitizen;
      const body = { slotId: slot?.id ?? '', matterId: matter.id, taxpayerId: who.taxpayerId };
      booked.push(await who.client.appointments.book({ body }));
    }
    let officer = await asOfficer(test, hallId);
    const [waits, confirmed] = booked as [AppointmentView, AppointmentView];
    await officer.client.appointments.confirm({ params: { appointmentId: confirmed.id }, body: { version: 1 } });

    const escalate = () => test.app.get(EscalationJob, { strict: false }).run();
    const escalatedAt = async (id: string) =>
      (await officer.client.appointments.hallGet({ params: { appointmentId: id } })).escalatedAt;
    test.clock.set(TUESDAY, 510 - 121);
    officer = await asOfficer(test, hallId);
    await escalate();
    expect(await escalatedAt(waits.id)).toBeNull();
    test.clock.set(TUESDAY, 510 - 120);
    const at = test.clock.now();
    await escalate();
    test.clock.advance(60_000);
    await escalate();
    expect([await escalatedAt(waits.id), await escalatedAt(confirmed.id)]).toEqual([at, null]);
    const { timeline } = await officer.client.appointments.hallGet({ params: { appointmentId: waits.id } });
    expect(timeline.filter(({ kind }) => kind === 'AppointmentEscalated')).toMatchObject([
      { text: '临近办理时间仍未确认，已提醒值班领导', by: '系统' },
    ]);
    const events = await test.db.read.query<{ payload: string }[]>(
      "SELECT payload FROM outbox WHERE type = 'AppointmentEscalated'",
    );
    expect(events.map(({ payload }) => JSON.parse(payload) as object)).toMatchObject([
      { hallId, subjectKind: 'appointment', subjectId: waits.id },
    ]);
  });
});
