import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AppointmentView, defaultBookingRules, instantAt, type StandingView } from '@yiyun/shared';
import { Appointments } from '../../src/modules/appointments/index.js';
import { UnitOfWork } from '../../src/modules/records/index.js';
import { systemContext } from '../../src/platform/http/context.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import { asCitizen, asManager, asOfficer, type TestActor, type TestCitizen } from '../harness/actors.js';
import { firstHall, makeSlots, secondHall, slotFaults, slotsOn, someMatter } from '../harness/appointments.js';
import { currentRow, replayed } from '../harness/replay.js';
import { startApp, type TestApp } from '../harness/start-app.js';

const ENTERPRISE = { uscc: '91330212MA2AAAAA1F', name: '宁波示例商贸有限公司', role: 'taxHandler' as const };

describe('who does not come', () => {
  let test: TestApp;
  let citizen: TestCitizen;
  let hallId: string;
  let matterId: string;

  beforeAll(async () => {
    test = await startApp();
    hallId = firstHall(test).id;
    matterId = someMatter(test, 'automatic', 'simple').id;
    const manager = await asManager(test);
    const { id: bookingPolicyId, version } = await manager.client.policies.create({
      body: {
        ...defaultBookingRules,
        title: '测试规则',
        source: '测试',
        effectiveFromOn: '2026-11-23',
        noShowCount: 2,
        noShowWindow: 'ever',
        noShowBlock: 'days',
        noShowBlockDays: 30,
        cancelCount: 3,
        cancelWindow: 'month',
        cancelBlock: 'restOfMonth',
      },
    });
    await manager.client.policies.publish({ params: { bookingPolicyId }, body: { version } });
    await makeSlots(test);
    citizen = await asCitizen(test, { enterprise: ENTERPRISE });
  });
  afterAll(() => test.close());

  const book = async (
    who: TestCitizen,
    on: string,
    over: { nth?: number; taxpayerId?: string; matter?: string } = {},
  ) => {
    const { nth = 0, taxpayerId = who.taxpayerId, matter = matterId } = over;
    const slotId = (await slotsOn(test, hallId, matter, on))[nth]?.id ?? '';
    return who.client.appointments.book({ body: { slotId, matterId: matter, taxpayerId } });
  };
  const cancel = (who: TestCitizen, { id, version }: AppointmentView) =>
    who.client.appointments.cancel({ params: { appointmentId: id }, body: { version } });
  const get = (who: TestCitizen, { id }: AppointmentView) =>
    who.client.appointments.get({ params: { appointmentId: id } });
  const jobs = () => test.app.get(Jobs).runDue();
  const missOn = async (who: TestCitizen, on: string, taxpayerId?: string) => {
    const made = await book(who, on, { ...(taxpayerId && { taxpayerId }) });
    test.clock.set(on, 9 * 60 + 31);
    await jobs();
    return made;
  };
  const standing = (who: TestCitizen): Promise<StandingView> => who.client.appointments.standing();
  const appeal = (who: TestCitizen, { id }: AppointmentView, statement = '当天在医院，有就诊记录') =>
    who.client.appointments.appeal({ params: { appointmentId: id }, body: { statement } });
  const decide = (by: TestActor, appointmentId: string, version: number, upheld: boolean) =>
    by.client.appointments.decideAppeal({
      params: { appointmentId },
      body: { version, upheld, reply: upheld ? '情况属实' : '没有证明材料' },
    });

  it('is marked once the check-in is over, with a strike of that instant, whenever the job runs', async () => {
    const made = await book(citizen, '2026-11-24');
    test.clock.set('2026-11-24', 9 * 60 + 30);
    await jobs();
    expect(await get(citizen, made)).toMatchObject({ status: 'confirmed' });
    test.clock.set('2026-11-24', 11 * 60);
    await jobs();
    expect(await get(citizen, made)).toMatchObject({ status: 'noShow', version: 2, availableActions: [] });
    await jobs();
    const { strikes, blocks, rules } = await standing(citizen);
    expect(strikes).toMatchObject([
      {
        appointmentId: made.id,
        kind: 'noShow',
        at: instantAt('2026-11-24', 9 * 60 + 30),
        counts: true,
        canAppeal: true,
      },
    ]);
    expect(blocks).toEqual([]);
    expect(rules).toContain('累计爽约2次的，之后30天不能预约');
    await test.settle();
    const inbox = await citizen.client.messaging.inbox({ query: {} });
    expect(inbox.items[0]).toMatchObject({ title: '预约未到场', subjectId: made.id });
    expect(await slotFaults(test)).toEqual([]);
  });

  it('is nobody who checked in, and nobody whom the hall did not confirm or closed its hours for (A3)', async () => {
    const came = await book(citizen, '2026-11-25');
    const officerMatter = someMatter(test, 'officer').id;
    const other = await asCitizen(test);
    const waiting = await book(other, '2026-11-25', { matter: officerMatter });
    const third = await asCitizen(test);
    const shut = await book(third, '2026-11-25', { nth: 1 });
    const late = await asCitizen(test);
    const closed = await book(late, '2026-11-25', { nth: 1 });
    await test.db.change('UPDATE slot SET closedReason = ? WHERE onDay = ? AND startsAt = ?', [
      '停电',
      '2026-11-25',
      shut.startsAt,
    ]);
    await cancel(late, closed);
    test.clock.set('2026-11-25', 8 * 60 + 20);
    await test.app.get(UnitOfWork).run(systemContext, 'test', async (command) => {
      await test.app.get(Appointments, { strict: false }).checkIn(command, { hallId, code: came.qrText });
    });
    test.clock.set('2026-11-25', 12 * 60);
    await jobs();
    expect(await get(citizen, came)).toMatchObject({ status: 'checkedIn' });
    expect(await get(other, waiting)).toMatchObject({ status: 'cancelled', cancelledBy: 'hall' });
    expect(await get(third, shut)).toMatchObject({ status: 'cancelled', cancelledBy: 'hall', reason: '停电' });
    expect(await get(late, closed)).toMatchObject({ status: 'cancelled', cancelledBy: 'citizen' });
    for (const one of [other, third, late]) expect((await standing(one)).strikes).toEqual([]);
    expect(await slotFaults(test)).toEqual([]);
  });

  it('is told where and when else the check-in would be', async () => {
    const made = await book(citizen, '2026-11-26');
    const checkIn = (code: string, at = hallId) =>
      test.app.get(UnitOfWork).run(systemContext, 'test', async (command) => {
        await test.app.get(Appointments, { strict: false }).checkIn(command, { hallId: at, code });
      });
    await expect(checkIn('YIYUN:nothing')).rejects.toMatchObject({ code: 'queue.code_unknown' });
    await expect(checkIn(made.qrText, secondHall(test).id)).rejects.toMatchObject({
      code: 'queue.appointment_other_hall',
      message: expect.stringContaining(firstHall(test).name) as unknown as string,
    });
    await expect(checkIn(made.qrText)).rejects.toMatchObject({
      code: 'queue.appointment_not_today',
      message: '这个预约不是今天的，预约时间是明天 08:30',
    });
    test.clock.set('2026-11-26', 7 * 60 + 59);
    await expect(checkIn(made.qrText)).rejects.toMatchObject({
      code: 'queue.too_early',
      message: '还没到签到时间，今天 08:00起可以签到',
    });
    test.clock.set('2026-11-26', 9 * 60 + 31);
    await expect(checkIn(made.referenceNo)).rejects.toMatchObject({ code: 'queue.too_late' });
    test.clock.set('2026-11-26', 9 * 60 + 30);
    await checkIn(made.referenceNo);
    await expect(checkIn(made.referenceNo)).rejects.toMatchObject({ code: 'request.not_available' });
  });

  it('is blocked by the second time, and told why and until when; the firm is not', async () => {
    const missed = await missOn(citizen, '2026-11-27');
    const { blocks } = await standing(citizen);
    expect(blocks).toMatchObject([
      { taxpayer: { id: citizen.taxpayerId }, until: instantAt('2026-12-28', 0), reason: '累计爽约2次' },
    ]);
    await expect(book(citizen, '2026-11-30')).rejects.toMatchObject({
      code: 'appointment.blocked',
      message: '按预约规则，您在12月28日 周一前暂时不能预约：累计爽约2次',
    });
    expect(await book(citizen, '2026-11-30', { taxpayerId: citizen.enterpriseId ?? '' })).toMatchObject({
      status: 'confirmed',
    });
    await expect(appeal(await asCitizen(test), missed)).rejects.toMatchObject({ code: 'request.not_found' });
  });

  it('appeals once; an upheld appeal restores at once, and is answered in the inbox', async () => {
    const manager = await asManager(test);
    const [missed] = (await standing(citizen)).strikes;
    const appointment = { id: missed?.appointmentId ?? '' } as AppointmentView;
    await expect(appeal(citizen, appointment, '忘了')).rejects.toMatchObject({ code: 'request.invalid' });
    const both = await Promise.allSettled([appeal(citizen, appointment), appeal(citizen, appointment)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { status: 409 } });
    await expect(appeal(citizen, appointment)).rejects.toMatchObject({ code: 'request.not_available' });
    await expect(book(citizen, '2026-11-30')).rejects.toMatchObject({ code: 'appointment.blocked' });

    const officer = await asOfficer(test, hallId);
    await expect(officer.client.appointments.appealList({ query: {} })).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
    const { items } = await manager.client.appointments.appealList({ query: { status: 'pending' } });
    expect(items).toMatchObject([
      {
        appointmentId: appointment.id,
        hall: { id: hallId },
        appeal: { statement: '当天在医院，有就诊记录' },
        version: 2,
      },
    ]);
    await expect(decide(manager, appointment.id, 1, true)).rejects.toMatchObject({ code: 'request.stale' });
    const decisions = await Promise.allSettled([
      decide(manager, appointment.id, 2, true),
      decide(manager, appointment.id, 2, false),
    ]);
    expect(decisions.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [decided] = (await manager.client.appointments.appealList({ query: {} })).items;
    expect(decided?.appeal?.decidedAt).toBe(test.clock.now());
    await expect(decide(manager, appointment.id, 3, true)).rejects.toMatchObject({ code: 'request.not_available' });
    if (decided?.appeal?.status === 'upheld') {
      expect((await standing(citizen)).blocks).toEqual([]);
      expect(await book(citizen, '2026-11-30')).toMatchObject({ status: 'confirmed' });
      expect((await standing(citizen)).strikes[0]).toMatchObject({ counts: false, canAppeal: false });
    }
    await test.settle();
    const inbox = await citizen.client.messaging.inbox({ query: {} });
    expect(inbox.items.some(({ title }) => title.startsWith('申诉'))).toBe(true);
    const row = await currentRow(test, 'strike', { id: appointment.id });
    const { version, facts } = await replayed(test, `strike:${appointment.id}`);
    expect({ ...row, ...facts }).toEqual(row);
    expect(version).toBe(row.version);
  });

  it('an upheld appeal lets book at once, a rejected one does not', async () => {
    const [kept, lost] = [await asCitizen(test), await asCitizen(test)];
    for (const on of ['2026-12-01', '2026-12-02']) {
      await book(kept, on);
      await missOn(lost, on);
    }
    for (const [who, upheld] of [[kept, true] as const, [lost, false] as const]) {
      await expect(book(who, '2026-12-03')).rejects.toMatchObject({ code: 'appointment.blocked' });
      const [last] = (await standing(who)).strikes;
      const missed = { id: last?.appointmentId ?? '' } as AppointmentView;
      await appeal(who, missed);
      await decide(await asManager(test), missed.id, 2, upheld);
    }
    expect(await book(kept, '2026-12-03')).toMatchObject({ status: 'confirmed' });
    await expect(book(lost, '2026-12-03')).rejects.toMatchObject({ code: 'appointment.blocked' });
  });

  it('counts cancellations of a month, and none that the hall makes (A3)', async () => {
    const who = await asCitizen(test);
    test.clock.set('2026-12-02', 18 * 60);
    for (const on of ['2026-12-03', '2026-12-04', '2026-12-07']) {
      const made = await book(who, on);
      expect((await standing(who)).blocks).toEqual([]);
      if (on === '2026-12-04') {
        await test.app.get(UnitOfWork).run(systemContext, 'test', async (command) => {
          await test.app.get(Appointments, { strict: false }).closeOut(command, made.id, '系统升级');
        });
        await cancel(who, await book(who, on, { nth: 2 }));
      } else await cancel(who, made);
    }
    const { strikes, blocks } = await standing(who);
    expect(strikes.map(({ kind }) => kind)).toEqual(['cancel', 'cancel', 'cancel']);
    expect(blocks).toMatchObject([{ until: instantAt('2027-01-01', 0), reason: '同一个月内取消3次' }]);
    await expect(book(who, '2026-12-08')).rejects.toMatchObject({ code: 'appointment.blocked' });
  });

  it('stands in the copy of one’s data, and can be forgotten', async () => {
    const exported = await citizen.client.identity.exportMe();
    const section = exported.sections.find(({ title }) => title === '预约');
    expect(JSON.stringify(section?.rows)).toContain('当天在医院');
  });
});
