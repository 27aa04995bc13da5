import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ManagedNoticeView, makeUscc, type NoticeBody } from '@yiyun/shared';
import { RecordVerifier } from '../../src/modules/records/index.js';
import { insertSql } from '../../src/platform/database/sql.js';
import { newId } from '../../src/platform/ids.js';
import { asAdmin, asCitizen, asManager, asOfficer, type TestActor } from '../harness/actors.js';
import { refusalOf } from '../harness/phone-code.js';
import { currentRow, replayed } from '../harness/replay.js';
import { startApp, type TestApp } from '../harness/start-app.js';

const body: NoticeBody = {
  title: '个税年度汇算预约办税提醒',
  category: '办税提醒',
  body: '2025年度个人所得税综合所得汇算已开始。\n三月下旬前办理请先预约，预约后按时到厅或在手机上办理。',
  audience: 'everyone',
};

describe('notices', () => {
  let test: TestApp;
  let manager: TestActor;
  let accountant: TestActor;
  let person: TestActor;

  beforeAll(async () => {
    test = await startApp();
    manager = await asManager(test);
    const enterprise = {
      uscc: makeUscc('91330212MA2AJ0007'),
      name: '宁波明州纺织有限公司',
      role: 'taxHandler',
    } as const;
    accountant = await asCitizen(test, { name: '李芳', enterprise });
    person = await asCitizen(test, { name: '赵桂英' });
  });
  afterAll(() => test.close());

  const draft = (part: Partial<NoticeBody> = {}) => manager.client.notices.create({ body: { ...body, ...part } });
  const publish = ({ id: noticeId, version }: ManagedNoticeView, by = manager) =>
    by.client.notices.publish({ params: { noticeId }, body: { version } });
  const managed = (noticeId: string) => manager.client.notices.managedGet({ params: { noticeId } });

  it('are written by managers', async () => {
    expect(await refusalOf(test.client().notices.create({ body }))).toBe('auth.required');
    expect(await refusalOf(manager.client.notices.create({ body: { ...body, title: '短' } }))).toBe('request.invalid');
    for (const actor of [person, await asOfficer(test, newId(0)), await asAdmin(test)])
      expect(await refusalOf(actor.client.notices.create({ body }))).toBe('auth.forbidden');
    const notice = await draft();
    expect(notice).toMatchObject({
      ...body,
      status: 'draft',
      version: 1,
      counts: { published: 0, delivered: 0, read: 0 },
      availableActions: ['edit', 'publish'],
    });
  });

  it('are seen by nobody while they are drafts', async () => {
    const { id: noticeId } = await draft();
    expect(await refusalOf(test.client().notices.publicGet({ params: { noticeId } }))).toBe('request.not_found');
    expect(await refusalOf(person.client.notices.read({ params: { noticeId } }))).toBe('request.not_found');
    const { items } = await test.client().notices.publicList();
    expect(items.map(({ id }) => id)).not.toContain(noticeId);
  });

  it('are changed as drafts only, by whoever saw the last version', async () => {
    const notice = await draft();
    const params = { noticeId: notice.id };
    const edited = await manager.client.notices.update({
      params,
      body: { ...body, title: '新的标题四字', version: 1 },
    });
    expect(edited).toMatchObject({ title: '新的标题四字', version: 2, status: 'draft' });
    expect(await refusalOf(manager.client.notices.update({ params, body: { ...body, version: 1 } }))).toBe(
      'request.stale',
    );
    await publish(edited);
    expect(await refusalOf(manager.client.notices.update({ params, body: { ...body, version: 3 } }))).toBe(
      'request.not_available',
    );
  });

  it('N1: are addressed to the audience as it is when they are published', async () => {
    const audiences = { everyone: [accountant, person], enterprise: [accountant], individual: [person] } as const;
    for (const [audience, recipients] of Object.entries(audiences)) {
      const notice = await publish(await draft({ audience: audience as NoticeBody['audience'] }));
      expect(notice.counts.published).toBe(recipients.length);
      const rows = await test.db.read.query<{ citizenId: string }[]>(
        'SELECT citizenId FROM notice_recipient WHERE noticeId = ?',
        [notice.id],
      );
      expect(rows.map(({ citizenId }) => citizenId).sort()).toEqual(recipients.map(({ id }) => id).sort());
    }
  });

  it('say before they are published how many people that is', async () => {
    expect(await refusalOf(test.client().notices.audiences())).toBe('auth.required');
    expect(await refusalOf(person.client.notices.audiences())).toBe('auth.forbidden');
    const told = await manager.client.notices.audiences();
    expect(told).toEqual([
      { audience: 'everyone', count: 2 },
      { audience: 'enterprise', count: 1 },
      { audience: 'individual', count: 1 },
    ]);
    for (const { audience, count } of told)
      expect((await publish(await draft({ audience }))).counts.published).toBe(count);
  });

  it('are not counted for whoever has left', async () => {
    const leaving = await asCitizen(test);
    await leaving.client.identity.deleteMe({ body: { confirmation: '注销账户' } });
    expect((await manager.client.notices.audiences())[0]?.count).toBe(2);
  });

  it('N1: are not addressed to who comes later, who reads them like everybody', async () => {
    const notice = await publish(await draft());
    test.clock.advance(1000);
    const late = await asCitizen(test);
    const [first] = (await late.client.notices.mine()).items;
    expect(first).toMatchObject({ id: notice.id, addressed: false, readAt: null });
    const opened = await late.client.notices.read({ params: { noticeId: notice.id } });
    expect(opened).toMatchObject({ body: body.body, addressed: false, readAt: null });
    const { items } = await late.client.notices.publicList();
    expect(items[0]).toMatchObject({
      id: notice.id,
      addressed: false,
      readAt: null,
      excerpt: expect.not.stringContaining('\n'),
    });
    expect((await managed(notice.id)).counts).toEqual({ published: 2, delivered: 0, read: 0 });
  });

  it('N3: published, delivered and read are three numbers', async () => {
    const { id: noticeId } = await publish(await draft());
    const counts = async () => Object.values((await managed(noticeId)).counts);
    const published = (await managed(noticeId)).counts.published;
    expect(await counts()).toEqual([published, 0, 0]);

    await person.client.notices.mine();
    await person.client.notices.mine();
    expect(await counts()).toEqual([published, 1, 0]);

    await accountant.client.notices.read({ params: { noticeId } });
    expect(await counts()).toEqual([published, 2, 1]);

    const at = test.clock.now();
    const opened = await person.client.notices.read({ params: { noticeId } });
    expect(opened).toMatchObject({ body: body.body, readAt: at });
    test.clock.advance(1000);
    expect((await person.client.notices.read({ params: { noticeId } })).readAt).toBe(at);
    expect(await counts()).toEqual([published, 2, 2]);
    expect((await person.client.notices.mine()).items[0]).toMatchObject({ id: noticeId, addressed: true, readAt: at });
  });

  it('are published once, be it by two managers at once', async () => {
    const notice = await draft();
    const other = await asManager(test);
    const answers = await Promise.all([manager, other, manager, other].map((by) => refusalOf(publish(notice, by))));
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(1);
    for (const answer of answers) expect([undefined, 'request.stale', 'request.not_available']).toContain(answer);
    const rows = await test.db.read.query<unknown[]>('SELECT 1 AS n FROM notice_recipient WHERE noticeId = ?', [
      notice.id,
    ]);
    expect(rows).toHaveLength((await managed(notice.id)).counts.published);
  });

  it('give the same answer to the same request', async () => {
    const notice = await draft();
    const request = { params: { noticeId: notice.id }, body: { version: 1 } };
    const options = { idempotencyKey: 'publish-it-once' };
    const first = await manager.client.notices.publish(request, options);
    expect(await manager.client.notices.publish(request, options)).toEqual(first);
  });

  it('leave no trace when nobody belongs to the audience', async () => {
    const empty = await startApp();
    const lonely = await asManager(empty);
    const notice = await lonely.client.notices.create({ body });
    const params = { noticeId: notice.id };
    expect(await refusalOf(lonely.client.notices.publish({ params, body: { version: 1 } }))).toBe(
      'notice.audience_empty',
    );
    expect(await lonely.client.notices.managedGet({ params })).toEqual(notice);
    await empty.close();
  });

  it('end, and are shown no more', async () => {
    const notice = await publish(await draft());
    const params = { noticeId: notice.id };
    const ended = await manager.client.notices.complete({ params, body: { version: notice.version } });
    expect(ended).toMatchObject({ status: 'completed', availableActions: [] });
    expect(await refusalOf(test.client().notices.publicGet({ params }))).toBe('request.not_found');
    expect((await person.client.notices.mine()).items.map(({ id }) => id)).not.toContain(notice.id);
    expect((await person.client.notices.read({ params })).addressed).toBe(true);
    expect(await refusalOf((await asCitizen(test)).client.notices.read({ params }))).toBe('request.not_found');
    expect(await refusalOf(publish(ended))).toBe('request.not_available');
  });

  it('are listed page by page, and found by their words', async () => {
    const first = await test.client().notices.publicList({ query: { limit: 3 } });
    const second = await test.client().notices.publicList({ query: { limit: 3, cursor: first.nextCursor ?? '' } });
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const all = await manager.client.notices.managedList({ query: { limit: 100 } });
    expect(all.items.length).toBeGreaterThan(8);
    const found = await manager.client.notices.managedList({ query: { q: '新的标题', status: 'published' } });
    expect(found.items.map(({ title }) => title)).toEqual(['新的标题四字']);
    expect((await manager.client.notices.managedList({ query: { q: '100%' } })).items).toEqual([]);
  });

  it('R4: the stream adds up to the notice', async () => {
    const { id } = await publish(await draft());
    const { version, facts } = await replayed(test, `notice:${id}`);
    expect({ ...facts, version }).toMatchObject(await currentRow(test, 'notice', { id }, ['id']));
  });

  it('reach 25,000 people within seconds', async () => {
    const at = test.clock.now();
    const columns = ['id', 'createdAt', 'version'];
    for (let page = 0; page < 25; page++) {
      const values = Array.from({ length: 1000 }, () => [newId(at), at, 1]).flat();
      await test.db.change(insertSql('citizen', columns, 1000), values);
    }
    const notice = await draft();
    const before = performance.now();
    const published = await publish(notice);
    expect(performance.now() - before).toBeLessThan(8_000);
    expect(published.counts.published).toBeGreaterThan(25_000);
    expect((await managed(notice.id)).counts).toEqual(published.counts);
  }, 60_000);

  it('R2: every chain holds', async () => {
    expect((await test.app.get(RecordVerifier).verify()).faults).toEqual([]);
  });
});
