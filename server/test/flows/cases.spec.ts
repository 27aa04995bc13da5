import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { instantAt, isReferenceNo, makeUscc, sayReferenceNo } from '@yiyun/shared';
import { personalColumns } from '../../src/modules/cases/storage/case.entity.js';
import { RecordVerifier } from '../../src/modules/records/index.js';
import { asCitizen, asManager, asOfficer, type TestActor, type TestCitizen } from '../harness/actors.js';
import { firstHall, makeSlots, secondHall, slotsOn } from '../harness/appointments.js';
import { accept, FREE_MATTER, LONG_MATTER, matterNamed, newPhone, openWalkIn } from '../harness/cases.js';
import { currentRow, replayed } from '../harness/replay.js';
import { startApp, type TestApp } from '../harness/start-app.js';

const ENTERPRISE = { uscc: makeUscc('91330212MA2AAAAA1'), name: '宁波示例商贸有限公司', role: 'taxHandler' as const };
const nine = 9 * 60;

/** R4: the record of a case gives its row again, but for what is personal. */
async function expectReplay(test: TestApp, caseId: string): Promise<void> {
  const { version, facts } = await replayed(test, `case:${caseId}`);
  expect({ ...facts, version }).toEqual(await currentRow(test, 'service_case', { id: caseId }, personalColumns));
}

describe('a case from an appointment to its end', () => {
  let test: TestApp;
  let citizen: TestCitizen;
  let officer: TestActor;
  let colleague: TestActor;
  let hallId: string;
  let appointmentId: string;
  let caseId: string;

  beforeAll(async () => {
    test = await startApp();
    await makeSlots(test);
    hallId = firstHall(test).id;
    citizen = await asCitizen(test, { name: '王晓明', enterprise: ENTERPRISE });
    officer = await asOfficer(test, hallId);
    colleague = await asOfficer(test, hallId, '孙丽');
    const matterId = matterNamed(test, LONG_MATTER).id;
    const [slot] = await slotsOn(test, hallId, matterId, '2026-11-23');
    const body = { slotId: slot?.id ?? '', matterId, taxpayerId: citizen.enterpriseId ?? '' };
    appointmentId = (await citizen.client.appointments.book({ body })).id;
  });
  afterAll(() => test.close());

  it('is opened by an officer of the hall, once, and takes everything from the appointment', async () => {
    const body = { hallId, appointmentId };
    const elsewhere = await asOfficer(test, secondHall(test).id);
    await expect(test.client().cases.open({ body })).rejects.toMatchObject({ code: 'auth.required' });
    await expect(citizen.client.cases.open({ body })).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(elsewhere.client.cases.open({ body })).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(elsewhere.client.cases.open({ body: { ...body, hallId: secondHall(test).id } })).rejects.toMatchObject(
      { code: 'request.not_found' },
    );
    await expect(officer.client.cases.open({ body: { ...body, applicantName: '别人' } })).rejects.toMatchObject({
      code: 'request.invalid',
      fields: [{ path: 'applicantName' }],
    });

    const tries = await Promise.allSettled([officer, colleague].map((who) => who.client.cases.open({ body })));
    expect(tries.map((t) => t.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(tries.find((t) => t.status === 'rejected')).toMatchObject({ reason: { status: 409 } });
    await expect(officer.client.cases.open({ body })).rejects.toMatchObject({ code: 'case.appointment_not_ready' });
    const opened = tries.flatMap((t) => (t.status === 'fulfilled' ? [t.value] : []))[0];
    caseId = opened?.id ?? '';
    expect(opened).toMatchObject({
      status: 'opened',
      version: 1,
      receiptNo: null,
      taxpayerName: ENTERPRISE.name,
      uscc: ENTERPRISE.uscc,
      applicant: { name: '王晓明', maskedPhone: `${citizen.phone.slice(0, 3)}****${citizen.phone.slice(7)}` },
      appointmentId,
      promisedWorkingDays: 10,
      availableActions: ['accept', 'decline'],
    });
    expect(opened?.documents.map((d) => d.required)).toEqual([true, true, true, false]);
    expect(opened?.timeline).toMatchObject([{ kind: 'CaseOpened', by: '我' }]);
    expect(await citizen.client.appointments.get({ params: { appointmentId } })).toMatchObject({
      status: 'serving',
      caseId,
    });
  });

  it('is not accepted while required documents are missing; they are named', async () => {
    const receivedDocuments = ['身份证件'];
    await expect(
      officer.client.cases.accept({ params: { caseId }, body: { version: 1, receivedDocuments } }),
    ).rejects.toMatchObject({
      code: 'case.documents_missing',
      message: '还缺材料：A13005《税务行政许可申请表》、所有银行存款账户的对账单',
    });
  });

  it('is accepted with a receipt number and a due date in working days; the appointment is done', async () => {
    const opened = await officer.client.cases.hallGet({ params: { caseId } });
    const body = {
      version: opened.version,
      receivedDocuments: opened.documents.filter((d) => d.required).map((d) => d.name),
    };
    const accepted = await officer.client.cases.accept({ params: { caseId }, body });
    expect(accepted).toMatchObject({
      status: 'accepted',
      version: 2,
      dueAt: instantAt('2026-12-07', 17 * 60),
      workingDaysLeft: 10,
      paused: false,
    });
    expect(isReferenceNo(accepted.receiptNo ?? '')).toBe(true);
    expect(accepted.documents.map((d) => d.received)).toEqual([true, true, true, false]);
    expect(accepted.timeline.at(-1)?.text).toBe(`已受理，回执号 ${sayReferenceNo(accepted.receiptNo ?? '')}`);
    expect(await citizen.client.appointments.get({ params: { appointmentId } })).toMatchObject({ status: 'completed' });
    await test.settle();
    expect((await citizen.client.messaging.inbox()).items[0]).toMatchObject({
      kind: 'CaseAccepted',
      subjectKind: 'case',
      subjectId: caseId,
      body: expect.stringContaining(sayReferenceNo(accepted.receiptNo ?? '')),
    });
  });

  it('stands still while the taxpayer must act, and the due date moves by the working time of the wait (C3)', async () => {
    test.clock.set('2026-11-24', 10 * 60);
    officer = await asOfficer(test, hallId);
    const asked = await officer.client.cases.requestCorrection({
      params: { caseId },
      body: { version: 2, request: '对账单请盖银行章' },
    });
    expect(asked).toMatchObject({ status: 'correctionRequested', paused: true, workingDaysLeft: null });
    expect(asked.correction).toMatchObject({ request: '对账单请盖银行章', answer: null });

    test.clock.set('2026-11-26', 10 * 60);
    const mine = await citizen.client.cases.get({ params: { caseId } });
    expect(mine).toMatchObject({ paused: true, availableActions: ['answerCorrection', 'withdraw'] });
    expect(mine.dueAt).toBe(instantAt('2026-12-09', 17 * 60));
    const answered = await citizen.client.cases.answerCorrection({
      params: { caseId },
      body: { version: mine.version, answer: '已重新打印并盖章' },
    });
    expect(answered).toMatchObject({
      status: 'reviewing',
      dueAt: instantAt('2026-12-09', 17 * 60),
      workingDaysLeft: 9,
      correction: { answer: '已重新打印并盖章', answeredAt: instantAt('2026-11-26', 600) },
    });
  });

  it('is decided and completed, and every step stands in order for the citizen', async () => {
    officer = await asOfficer(test, hallId);
    const decided = await officer.client.cases.decide({
      params: { caseId },
      body: { version: 4, outcome: '准予延期至2027年2月28日' },
    });
    const done = await officer.client.cases.complete({ params: { caseId }, body: { version: decided.version } });
    expect(done).toMatchObject({ status: 'completed', workingDaysLeft: null, availableActions: [], version: 6 });
    const mine = await citizen.client.cases.get({ params: { caseId } });
    expect(mine).toMatchObject({ outcome: '准予延期至2027年2月28日', hallTelephone: '12366' });
    expect(mine.timeline.map(({ text }) => text)).toEqual([
      '到窗口办理，工作人员登记办件',
      `已受理，回执号 ${sayReferenceNo(mine.receiptNo ?? '')}`,
      '需要补正：对账单请盖银行章',
      '已提交补正：已重新打印并盖章',
      '已审定：准予延期至2027年2月28日',
      '已办结',
    ]);
    expect(mine.timeline.map(({ by }) => by)).toEqual([
      expect.stringMatching(/^工作人员.\*$/),
      '工作人员陈*',
      '工作人员陈*',
      '您',
      '工作人员陈*',
      '工作人员陈*',
    ]);
    await expect(
      officer.client.cases.decline({ params: { caseId }, body: { version: 6, reason: '重复' } }),
    ).rejects.toMatchObject({ code: 'request.not_available' });
  });

  it('R4: its record gives the row again; C5: one owner at every step, whoever acted', async () => {
    await expectReplay(test, caseId);
    const entries = await test.db.read.query<{ payload: string }[]>(
      'SELECT payload FROM interaction WHERE streamId = ? ORDER BY streamVersion',
      [`case:${caseId}`],
    );
    let owner: unknown;
    const owners = entries.map((entry) => {
      owner = (JSON.parse(entry.payload) as { ownerId?: string }).ownerId ?? owner;
      return owner;
    });
    expect(new Set(owners).size).toBe(1);
    expect(owners[0]).toEqual(expect.stringMatching(/^.{26}$/));
  });

  it('keeps names, phones and words out of facts and events, and R2: every chain holds', async () => {
    const kept = await test.db.read.query<{ payload: string }[]>(
      "SELECT payload FROM interaction WHERE subjectKind = 'case' UNION ALL SELECT payload FROM outbox",
    );
    const text = kept.map((row) => row.payload).join('\n');
    for (const secret of ['王晓明', citizen.phone, '盖银行章', '重新打印', '准予延期'])
      expect(text).not.toContain(secret);
    expect((await test.app.get(RecordVerifier).verify()).faults).toEqual([]);
  });
});

describe('a case of somebody without an appointment', () => {
  let test: TestApp;
  let officer: TestActor;
  let hallId: string;
  beforeAll(async () => {
    test = await startApp();
    hallId = firstHall(test).id;
    officer = await asOfficer(test, hallId);
  });
  afterAll(() => test.close());

  it('asks for what an appointment would have told', async () => {
    await expect(officer.client.cases.open({ body: { hallId } })).rejects.toMatchObject({
      code: 'request.invalid',
      fields: [
        { path: 'matterId', message: '请选择事项' },
        { path: 'applicantName', message: '请填写办理人姓名' },
        { path: 'applicantPhone', message: '请填写办理人手机号' },
      ],
    });
    await expect(openWalkIn(test, officer, { matter: '电话咨询' })).rejects.toMatchObject({
      code: 'request.invalid',
      fields: [{ path: 'matterId', message: '这个事项不在窗口办理，请另选' }],
    });
  });

  it('is seen by the citizen whose phone was left, and by nobody else', async () => {
    const citizen = await asCitizen(test);
    const other = await asCitizen(test);
    const { id: caseId } = await openWalkIn(test, officer, { applicantPhone: citizen.phone });
    expect((await citizen.client.cases.mine()).items.map((c) => c.id)).toEqual([caseId]);
    expect((await other.client.cases.mine()).items).toEqual([]);
    await expect(other.client.cases.get({ params: { caseId } })).rejects.toMatchObject({ code: 'request.not_found' });
  });

  it('is seen by whoever verifies that phone later, and becomes theirs with the next step', async () => {
    const phone = newPhone();
    const opened = await openWalkIn(test, officer, { applicantPhone: phone });
    const citizen = await asCitizen(test, { phone });
    const [seen] = (await citizen.client.cases.mine({ query: { scope: 'open' } })).items;
    expect(seen).toMatchObject({ id: opened.id, taxpayerName: '赵敏' });
    expect(await citizen.client.cases.get({ params: { caseId: opened.id } })).toMatchObject({ status: 'opened' });
    await accept(officer, opened);
    await test.settle();
    expect((await citizen.client.messaging.inbox()).items[0]).toMatchObject({ subjectId: opened.id });
    await expectReplay(test, opened.id);
  });

  it('shows staff a person by a masked name, an enterprise by its own', async () => {
    const person = await openWalkIn(test, officer, { applicantName: '欧阳明月' });
    expect(person).toMatchObject({ taxpayerName: '欧阳*月', applicant: { name: '欧阳明月' }, uscc: null });
    const enterprise = await openWalkIn(test, officer, { uscc: ENTERPRISE.uscc, taxpayerName: ENTERPRISE.name });
    expect(enterprise).toMatchObject({ taxpayerName: ENTERPRISE.name, uscc: ENTERPRISE.uscc });
    const found = await officer.client.cases.hallList({ params: { hallId }, query: { q: '示例商贸' } });
    expect(found.items.map((c) => c.id)).toEqual([enterprise.id]);
    const byNumber = await accept(officer, enterprise);
    const q = (byNumber.receiptNo ?? '').toLowerCase();
    expect((await officer.client.cases.hallList({ params: { hallId }, query: { q } })).items).toHaveLength(1);
  });

  it('is declined with a reason that only its parties read', async () => {
    const citizen = await asCitizen(test);
    const opened = await openWalkIn(test, officer, { applicantPhone: citizen.phone });
    const body = { version: 1, reason: '不属于本厅管辖' };
    const declined = await officer.client.cases.decline({ params: { caseId: opened.id }, body });
    expect(declined).toMatchObject({ status: 'declined', outcome: '不属于本厅管辖', closedAt: test.clock.now() });
    expect((await citizen.client.cases.mine({ query: { scope: 'open' } })).items).toEqual([]);
    expect((await citizen.client.cases.mine({ query: { scope: 'closed' } })).items).toHaveLength(1);
    await expectReplay(test, opened.id);
  });

  it('is withdrawn by the citizen alone, while it is open', async () => {
    const citizen = await asCitizen(test);
    const opened = await openWalkIn(test, officer, { applicantPhone: citizen.phone, matter: FREE_MATTER });
    const accepted = await accept(officer, opened);
    expect(accepted).toMatchObject({ dueAt: null, workingDaysLeft: null });
    const params = { caseId: opened.id };
    await expect(officer.client.cases.withdraw({ params, body: { version: 2 } })).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
    await expect(citizen.client.cases.withdraw({ params, body: { version: 1 } })).rejects.toMatchObject({
      code: 'request.stale',
    });
    expect(await citizen.client.cases.withdraw({ params, body: { version: 2 } })).toMatchObject({
      status: 'withdrawn',
      availableActions: [],
    });
    await expect(citizen.client.cases.withdraw({ params, body: { version: 3 } })).rejects.toMatchObject({
      code: 'request.not_available',
    });
    await expectReplay(test, opened.id);
  });

  it('is read, not changed, by a manager; officers of another hall see nothing of it', async () => {
    const opened = await openWalkIn(test, officer);
    const params = { caseId: opened.id };
    const manager = await asManager(test);
    const elsewhere = await asOfficer(test, secondHall(test).id);
    expect(await manager.client.cases.hallGet({ params })).toMatchObject({ id: opened.id, availableActions: [] });
    await expect(manager.client.cases.review({ params, body: { version: 1 } })).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
    await expect(elsewhere.client.cases.hallGet({ params })).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(elsewhere.client.cases.review({ params, body: { version: 1 } })).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
    const views = await test.db.read.query<{ actorId: string }[]>(
      "SELECT actorId FROM interaction WHERE kind = 'CaseViewed' AND subjectId = ?",
      [opened.id],
    );
    expect(views.map((view) => view.actorId)).toEqual([manager.id]);
  });

  it('gives the same answer to the same request, and pages newest first', async () => {
    const key = 'open-a-case-once';
    const matterId = matterNamed(test, FREE_MATTER).id;
    const body = { hallId, matterId, applicantName: '赵敏', applicantPhone: newPhone() };
    const first = await officer.client.cases.open({ body }, { idempotencyKey: key });
    expect(await officer.client.cases.open({ body }, { idempotencyKey: key })).toEqual(first);

    const all: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: 3, mine: true, ...(cursor && { cursor }) };
      const page = await officer.client.cases.hallList({ params: { hallId }, query });
      all.push(...page.items.map((c) => c.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toContain(first.id);
    const open = await officer.client.cases.hallList({ params: { hallId }, query: { scope: 'open', limit: 100 } });
    expect(open.items.every((c) => c.closedAt === null)).toBe(true);
    const declined = await officer.client.cases.hallList({ params: { hallId }, query: { status: 'declined' } });
    expect(declined.items.map((c) => c.status)).toEqual(['declined']);
  });

  it('C4: of 100 decisions at once one wins and 99 get 409', async () => {
    const accepted = await accept(officer, await openWalkIn(test, officer));
    const tries = await Promise.allSettled(
      Array.from({ length: 100 }, (_, i) =>
        officer.client.cases.decide({
          params: { caseId: accepted.id },
          body: { version: accepted.version, outcome: `第${i}次审定` },
        }),
      ),
    );
    const won = tries.flatMap((t) => (t.status === 'fulfilled' ? [t.value] : []));
    const lost = tries.flatMap((t) => (t.status === 'rejected' ? [t.reason as { status: number }] : []));
    expect(won).toHaveLength(1);
    expect(lost.map((refusal) => refusal.status)).toEqual(Array(99).fill(409));
    const now = await officer.client.cases.hallGet({ params: { caseId: accepted.id } });
    expect(now).toMatchObject({ status: 'decided', version: 3, outcome: won[0]?.outcome });
    await expectReplay(test, accepted.id);
  });

  it('where the calendar ends: accepting names its last day, completing still works', async () => {
    const running = await accept(officer, await openWalkIn(test, officer));
    test.clock.set('2026-12-28', nine);
    officer = await asOfficer(test, hallId);
    const late = await openWalkIn(test, officer);
    await expect(accept(officer, late)).rejects.toMatchObject({
      code: 'calendar.beyond',
      message: '工作日历只到2026-12-31，之后的日期还不能办理',
    });
    expect(await officer.client.cases.hallGet({ params: { caseId: late.id } })).toMatchObject({ receiptNo: null });
    test.clock.set('2027-01-04', nine);
    officer = await asOfficer(test, hallId);
    const params = { caseId: running.id };
    const decided = await officer.client.cases.decide({ params, body: { version: 2, outcome: '准予' } });
    const done = await officer.client.cases.complete({ params, body: { version: decided.version } });
    expect(done).toMatchObject({ status: 'completed', dueAt: running.dueAt });
    await expectReplay(test, running.id);
  });
});
