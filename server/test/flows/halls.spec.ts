import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ImportCalendarBody, UpdateHallBody } from '@yiyun/shared';
import { Halls } from '../../src/modules/halls/index.js';
import { asAdmin, asCitizen, asManager, asOfficer, type TestActor } from '../harness/actors.js';
import { currentRow, replayed } from '../harness/replay.js';
import { startApp, type TestApp } from '../harness/start-app.js';

const NINE_THIRTY = 9 * 60 + 30;
const holidays2027 = [
  '2027-01-01 休 元旦',
  '2027-02-05 休 春节',
  '2027-02-06 休 春节',
  '2027-02-20 班 春节调休',
  '2027-05-01 休 劳动节',
  '2027-10-01 休 国庆节',
].join('\n');
const year2027: ImportCalendarBody = { text: holidays2027, coversUntilOn: '2027-12-31', source: '测试用的节假日安排' };

describe('halls', () => {
  let test: TestApp;
  let hallId: string;
  beforeAll(async () => {
    test = await startApp();
    hallId = (await test.client().halls.list())[0]?.id ?? '';
  });
  afterAll(() => test.close());

  const hall = () => test.client().halls.get({ params: { hallId } });

  it('three of them, marked as samples, with their opening hours of today', async () => {
    const halls = await test.client().halls.list();
    expect(halls.map((h) => h.name)).toEqual([
      '国家税务总局宁波市鄞州区税务局办税服务厅',
      '国家税务总局宁波市鄞州区税务局百丈税务所办税服务厅',
      '国家税务总局宁波市鄞州区税务局姜山税务所办税服务厅',
    ]);
    for (const h of halls) expect(h.sampleNote).toContain('虚构');
    expect(halls[0]).toMatchObject({
      today: [
        { fromMinutes: 510, toMinutes: 720 },
        { fromMinutes: 810, toMinutes: 1020 },
      ],
      openNow: true,
      nextOpenAt: null,
    });
  });

  it('an unknown hall is not found', async () => {
    await expect(test.client().halls.get({ params: { hallId: 'nowhere' } })).rejects.toMatchObject({
      code: 'request.not_found',
    });
  });

  it.each([
    ['at lunch', '2026-11-23', 12 * 60 + 10, '2026-11-23T13:30:00+08:00', 2],
    ['on a Saturday', '2026-11-21', 600, '2026-11-23T08:30:00+08:00', 0],
    ['on National Day', '2026-10-01', 600, '2026-10-08T08:30:00+08:00', 0],
  ])('is closed %s and says when it opens', async (_when, date, minutes, opensAt, openings) => {
    test.clock.set(date, minutes);
    const view = await hall();
    expect(view).toMatchObject({ openNow: false, nextOpenAt: Date.parse(opensAt) });
    expect(view.today).toHaveLength(openings);
  });

  it('is open on a make-up Saturday', async () => {
    test.clock.set('2026-10-10', 600);
    expect(await hall()).toMatchObject({ openNow: true });
  });

  it('says nothing, instead of failing, where the loaded years end', async () => {
    test.clock.set('2026-12-31', 18 * 60);
    expect(await hall()).toMatchObject({ openNow: false, nextOpenAt: null });
    test.clock.set('2027-01-04', NINE_THIRTY);
    expect(await hall()).toMatchObject({ openNow: false, nextOpenAt: null, today: [] });
    test.clock.set('2026-11-23', NINE_THIRTY);
  });

  describe('managed', () => {
    let manager: TestActor;
    let body: UpdateHallBody;
    beforeAll(async () => {
      manager = await asManager(test);
      const [first] = await manager.client.halls.managedList();
      body = {
        version: first?.version ?? 0,
        address: '浙江省宁波市鄞州区样例大道200号',
        telephone: '0574-12366',
        guide: '',
      };
    });

    it('shows windows with what is served there', async () => {
      const halls = await manager.client.halls.managedList();
      expect(halls.map((h) => h.windows.length)).toEqual([12, 10, 8]);
      expect(halls[0]?.windows[0]).toMatchObject({
        label: '1号窗口',
        active: true,
        skills: expect.arrayContaining(['发票']),
        servesComplex: false,
        bookablePercent: 80,
        roster: halls[0]?.weekly,
      });
    });

    it('is for managers and administrators only', async () => {
      const officer = await asOfficer(test, hallId);
      const citizen = await asCitizen(test);
      await expect(test.client().halls.managedList()).rejects.toMatchObject({ code: 'auth.required' });
      await expect(citizen.client.halls.managedList()).rejects.toMatchObject({ code: 'auth.forbidden' });
      await expect(officer.client.halls.update({ params: { hallId }, body })).rejects.toMatchObject({
        code: 'auth.forbidden',
      });
    });

    it('refuses what is wrong, in the words of the field', async () => {
      const wrong = { ...body, telephone: '打电话12366', address: '路' };
      await expect(manager.client.halls.update({ params: { hallId }, body: wrong })).rejects.toMatchObject({
        code: 'request.invalid',
        fields: [
          { path: 'address', message: '地址至少4个字' },
          { path: 'telephone', message: '联系电话的格式不对，请核对' },
        ],
      });
    });

    it('names a duty leader: somebody of the hall or a manager, nobody else', async () => {
      const elsewhere = (await test.client().halls.list())[1]?.id ?? '';
      const lead = async (dutyLeaderId: string | undefined) => {
        const { version } = (await manager.client.halls.managedList())[0] as { version: number };
        const given = { ...body, version, ...(dutyLeaderId && { dutyLeaderId }) };
        return manager.client.halls.update({ params: { hallId }, body: given });
      };
      const here = await asOfficer(test, hallId, '陈静');
      expect(await lead(here.id)).toMatchObject({ dutyLeader: { id: here.id, name: '陈静' } });
      expect((await lead(manager.id)).dutyLeader?.id).toBe(manager.id);
      for (const id of [(await asOfficer(test, elsewhere)).id, '0'.repeat(26)])
        await expect(lead(id)).rejects.toMatchObject({ code: 'request.invalid', fields: [{ path: 'dutyLeaderId' }] });
      expect(await lead(undefined)).toMatchObject({ dutyLeader: null });
      body = { ...body, version: test.app.get(Halls, { strict: false }).get(hallId).version };
    });

    it('changes a hall once for one version, and everybody sees it (R1, R4)', async () => {
      const both = await Promise.allSettled(
        [1, 2].map(() => manager.client.halls.update({ params: { hallId }, body })),
      );
      expect(both.map((b) => b.status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(both.find((b) => b.status === 'rejected')).toMatchObject({ reason: { code: 'request.stale' } });

      expect(await hall()).toMatchObject({ address: body.address, guide: '' });
      const { version, facts } = await replayed(test, `hall:${hallId}`);
      expect(version).toBe(body.version + 1);
      expect(facts).toMatchObject(await currentRow(test, 'hall', { id: hallId }));
      const { windows } = test.app.get(Halls, { strict: false }).get(hallId);
      for (const { id, label, skills, roster } of windows)
        expect(facts[`window ${id}`]).toMatchObject({ label, skills, roster });
    });
  });
});

describe('the working calendar', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startApp();
  });
  afterAll(() => test.close());

  // A session ends within the day, so whoever looks at another day signs in anew.
  const calendar = async (year = 2026) => (await asManager(test)).client.halls.calendar({ query: { year } });
  const load = async (body: Partial<ImportCalendarBody> = {}) =>
    (await asManager(test)).client.halls.importCalendar({ body: { ...year2027, ...body } });

  it('shows a year, and warns from 60 days before the end', async () => {
    const view = await calendar();
    expect(view).toMatchObject({ version: '1', coversFromOn: '2024-01-01', coversUntilOn: '2026-12-31', daysLeft: 38 });
    expect(view.days).toContainEqual({ on: '2026-10-01', off: true, name: '国庆节' });
    expect(view.days).toContainEqual({ on: '2026-10-10', off: false, name: '调休上班' });
    expect(view.days.every((day) => day.on.startsWith('2026-'))).toBe(true);
    test.clock.set('2026-11-01', NINE_THIRTY);
    expect(await calendar()).toMatchObject({ daysLeft: 60, warning: true });
    test.clock.set('2026-10-31', NINE_THIRTY);
    expect(await calendar()).toMatchObject({ daysLeft: 61, warning: false });
    test.clock.set('2027-03-01', NINE_THIRTY);
    expect(await calendar()).toMatchObject({ daysLeft: 0, warning: true });
    test.clock.set('2026-11-23', NINE_THIRTY);
  });

  it.each([
    ['2027-01-01 休', 1, '应写成“2027-01-01 休 元旦”'],
    [`${holidays2027}\n2027-02-30 休 春节`, 7, '“2027-02-30”不是有效的日期'],
    [`${holidays2027}\n\n2027-02-07 假 春节`, 8, '日期后面应写“休”或“班”'],
    [`${holidays2027}\n2027-01-01 休 元旦`, 7, '2027-01-01写了两次'],
    [`2026-10-01 休 国庆节\n${holidays2027}`, 1, '2026-10-01已在现有日历内，只能接着2027-01-01往后写'],
    [`${holidays2027}\n2028-01-01 休 元旦`, 7, '2028-01-01晚于安排的最后一天2027-12-31'],
    [`${holidays2027}\n2027-03-01 班 春节调休`, 7, '2027-03-01本来就是工作日，不能写“班”'],
    [holidays2027.replace('2027-10-01 休 国庆节', ''), 5, '到这里还没有2027-10-01（国庆节），安排不完整'],
  ])('refuses the text by its first wrong line and imports nothing', async (text, line, problem) => {
    await expect(load({ text })).rejects.toMatchObject({
      code: 'calendar.import_invalid',
      message: `日历第${line}行有误：${problem}`,
    });
    expect(await calendar(2027)).toMatchObject({ version: '1', coversUntilOn: '2026-12-31', days: [] });
    expect((await replayed(test, 'calendar:china')).version).toBe(1);
  });

  it.each([['2026-06-30'], ['2037-12-31']])('refuses to end on %s', async (coversUntilOn) => {
    await expect(load({ coversUntilOn })).rejects.toMatchObject({
      code: 'request.invalid',
      fields: [{ path: 'coversUntilOn' }],
    });
  });

  it('continues where it ends, once when two import it, and opening hours reach on (R1, R4)', async () => {
    const admin = await asAdmin(test);
    const both = await Promise.allSettled([load(), admin.client.halls.importCalendar({ body: year2027 })]);
    expect(both.map((b) => b.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((b) => b.status === 'fulfilled')).toMatchObject({
      value: { version: '2', coversFromOn: '2024-01-01', coversUntilOn: '2027-12-31', days: { length: 6 } },
    });
    test.clock.set('2026-12-31', 18 * 60);
    const [hall] = await test.client().halls.list();
    expect(hall?.nextOpenAt).toBe(Date.parse('2027-01-04T08:30:00+08:00'));

    const { version, facts } = await replayed(test, 'calendar:china');
    const { days, ...content } = facts;
    expect(content).toEqual(await currentRow(test, 'calendar_version', { version }));
    expect(days).toBe(holidays2027);
  });
});
