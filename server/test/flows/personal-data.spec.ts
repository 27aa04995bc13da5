import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makePhone, makeUscc, type NoticeBody } from '@yiyun/shared';
import { type PersonalDataSource, PersonalDataSources, Taxpayers } from '../../src/modules/identity/index.js';
import { InboxTexts } from '../../src/modules/messaging/index.js';
import { RecordVerifier, UnitOfWork } from '../../src/modules/records/index.js';
import { systemContext } from '../../src/platform/http/context.js';
import { asCitizen, asManager } from '../harness/actors.js';
import { firstHall, makeSlots, slotsOn, someMatter } from '../harness/appointments.js';
import { codeSentTo, refusalOf } from '../harness/phone-code.js';
import { currentRow, replayed } from '../harness/replay.js';
import { startApp, type TestApp } from '../harness/start-app.js';

const NAME = '慕容雪晴';
const enterprise = { uscc: makeUscc('91330212MA2AJ0042'), name: '宁波四明软件有限公司', role: 'taxHandler' } as const;
const confirmation = '注销账户';

describe('a citizen’s data', () => {
  let test: TestApp;
  let open = 0;

  beforeAll(async () => {
    test = await startApp();
    const errands: PersonalDataSource = {
      title: '差事',
      export: async (citizenId) => [{ of: citizenId }],
      erase: async () => undefined,
      openCount: async () => open,
    };
    test.app.get(PersonalDataSources).register(errands);
    test.app.get(InboxTexts).register('LampLit', () => ({
      title: '灯亮了',
      body: `${NAME}，灯亮了`,
      subjectKind: 'account',
      subjectId: null,
    }));
  });
  afterAll(() => test.close());

  /** Signed in with WeChat and phone, named, bound, with a message and a notice: something in every table of ours. */
  async function livedIn(phone: string) {
    const citizen = await asCitizen(test, { name: NAME, phone, enterprise });
    await citizen.client.identity.updateMe({ body: { name: NAME } });
    await test.app.get(UnitOfWork).run(systemContext, 'lamps.light', async (command) => {
      command.emit({ type: 'LampLit', hallId: null, subjectKind: 'lamp', subjectId: 'x', citizenId: citizen.id });
    });
    await test.settle();
    await citizen.client.messaging.inbox();
    const manager = await asManager(test);
    const body: NoticeBody = {
      title: '节前办税提醒',
      category: '通知公告',
      body: '节前人多，请先预约再到厅。',
      audience: 'everyone',
    };
    const { id: noticeId } = await manager.client.notices.create({ body });
    await manager.client.notices.publish({ params: { noticeId }, body: { version: 1 } });
    await citizen.client.notices.read({ params: { noticeId } });
    return citizen;
  }

  /** Everything in the database, with what is sealed opened by nobody. */
  async function everything(): Promise<string> {
    const tables = test.db.writeSource.entityMetadatas.map(({ tableName }) => tableName);
    const dumps = [];
    for (const table of tables) dumps.push(await test.db.read.query<unknown[]>(`SELECT * FROM ${table}`));
    return JSON.stringify(dumps);
  }

  it('can be taken home by the person alone', async () => {
    const phone = makePhone(900);
    const citizen = await livedIn(phone);
    expect(await refusalOf(test.client().identity.exportMe())).toBe('auth.required');
    const data = await citizen.client.identity.exportMe();
    expect(data.me).toMatchObject({ phone, citizen: { id: citizen.id, name: NAME } });
    expect(data.me.bindings).toHaveLength(2);
    const rowsOf = (title: string) => data.sections.find((section) => section.title === title)?.rows;
    expect(rowsOf('差事')).toEqual([{ of: citizen.id }]);
    expect(rowsOf('消息')).toMatchObject([{ title: '灯亮了' }]);
    expect(rowsOf('公告')).toMatchObject([{ title: '节前办税提醒', readAt: test.clock.now() }]);
    const { items } = await citizen.client.records.mine();
    expect(items[0]).toMatchObject({ kind: 'DataExported', text: '导出了本人数据', by: '您' });
  });

  it('stays while business is open, or when the words are not typed', async () => {
    const citizen = await asCitizen(test);
    open = 2;
    const refused = citizen.client.identity.deleteMe({ body: { confirmation } });
    await expect(refused).rejects.toMatchObject({
      code: 'identity.open_business',
      message: expect.stringContaining('2项'),
    });
    open = 0;
    expect(await refusalOf(citizen.client.identity.deleteMe({ body: { confirmation: '好' } }))).toBe('request.invalid');
    expect((await citizen.client.identity.me()).citizen.maskedPhone).not.toBeNull();
  });

  it('stays while an appointment lies ahead; its note goes with the account', async () => {
    await makeSlots(test);
    const { client, id, taxpayerId } = await asCitizen(test);
    const matter = someMatter(test);
    const [slot] = await slotsOn(test, firstHall(test).id, matter.id, '2026-11-24');
    const note = '需要轮椅通道';
    const body = { slotId: slot?.id ?? '', matterId: matter.id, taxpayerId, note };
    const { id: appointmentId, version } = await client.appointments.book({ body });
    const { sections } = await client.identity.exportMe();
    expect(sections.find(({ title }) => title === '预约')?.rows).toMatchObject([{ id: appointmentId }]);
    expect(await refusalOf(client.identity.deleteMe({ body: { confirmation } }))).toBe('identity.open_business');
    await client.appointments.cancel({ params: { appointmentId }, body: { version, reason: '改天再来' } });
    await client.identity.deleteMe({ body: { confirmation } });
    const row = await currentRow(test, 'appointment', { id: appointmentId });
    expect(row).toMatchObject({ citizenId: id, noteSealed: null, reasonSealed: null, status: 'cancelled' });
  });

  it('goes with the account: no name, phone or text is left, and the record’s chain holds', async () => {
    const phone = makePhone(901);
    const citizen = await livedIn(phone);
    const personalParts = async () =>
      (
        await test.db.read.query<unknown[]>(
          'SELECT p.interactionId FROM interaction_personal p JOIN interaction i ON i.id = p.interactionId WHERE i.partyId = ?',
          [citizen.id],
        )
      ).length;
    expect(await personalParts()).toBeGreaterThan(2);
    const { erasedParts } = await test.app.get(RecordVerifier).verify();

    expect(await citizen.client.identity.deleteMe({ body: { confirmation } })).toEqual({ deleted: true });

    expect(await refusalOf(citizen.client.identity.me())).toBe('auth.required');
    expect(await personalParts()).toBe(0);
    const row = await currentRow(test, 'citizen', { id: citizen.id });
    expect(row).toMatchObject({ openid: null, phone: null, phoneHash: null, name: null, deletedAt: test.clock.now() });
    const messages = await test.db.read.query<unknown[]>('SELECT id FROM message WHERE citizenId = ?', [citizen.id]);
    expect(messages).toEqual([]);
    const taxpayers = test.app.get(Taxpayers);
    expect(await taxpayers.bindingsOf(citizen.id)).toEqual([]);
    expect(await taxpayers.taxpayerOf(citizen.taxpayerId)).toMatchObject({ name: '' });
    expect((await taxpayers.taxpayerOf(citizen.enterpriseId ?? '')).name).toBe(enterprise.name);
    const dump = await everything();
    for (const trace of [NAME, phone]) expect(dump).not.toContain(trace);

    const report = await test.app.get(RecordVerifier).verify();
    expect(report.faults).toEqual([]);
    expect(report.erasedParts).toBeGreaterThan(erasedParts);
    const { version, facts } = await replayed(test, `citizen-account:${citizen.id}`);
    expect({ version, deletedAt: facts['deletedAt'] }).toEqual({
      version: row['version'],
      deletedAt: row['deletedAt'],
    });
  });

  it('is new again when the person comes back', async () => {
    const phone = makePhone(902);
    const before = await asCitizen(test, { name: NAME, phone });
    await before.client.identity.deleteMe({ body: { confirmation } });
    const code = await codeSentTo(test, phone);
    const { me } = await test.client().identity.signInPhone({ body: { phone, code } });
    expect(me.citizen).toMatchObject({ name: '' });
    expect(me.citizen.id).not.toBe(before.id);
  });

  it('leaves the numbers of a notice as they were', async () => {
    const citizen = await livedIn(makePhone(903));
    const manager = await asManager(test);
    const [notice] = (await manager.client.notices.managedList()).items;
    expect(notice?.counts.read).toBe(1);
    await citizen.client.identity.deleteMe({ body: { confirmation } });
    const [after] = (await manager.client.notices.managedList()).items;
    expect(after?.counts).toEqual(notice?.counts);
  });
});
