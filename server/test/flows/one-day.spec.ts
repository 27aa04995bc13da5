import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bindingRoleNames, MINUTE_MS } from '@yiyun/shared';
import { RecordVerifier } from '../../src/modules/records/index.js';
import { demoEnterprises } from '../../src/seed/demo-accounts.js';
import { asManager, asOfficer, type TestActor } from '../harness/actors.js';
import { firstHall, makeSlots, someMatter } from '../harness/appointments.js';
import { codeSentTo } from '../harness/phone-code.js';
import { startApp, type TestApp } from '../harness/start-app.js';
import { uploadVoice } from '../harness/voices.js';

const PHONE = '13812345678';

/** One taxpayer's day, from the phone to the manager's desk; each step builds on the one before. */
describe('one day', () => {
  let test: TestApp;
  let citizen: TestActor;
  let officer: TestActor;
  let manager: TestActor;
  let taxpayerId: string;
  let appointmentId: string;
  let caseId: string;
  let receiptNo: string;
  let helpRequestId: string;

  beforeAll(async () => {
    test = await startApp();
    await makeSlots(test);
    officer = await asOfficer(test, firstHall(test).id);
    manager = await asManager(test);
  });
  afterAll(() => test.close());

  it('1. an accountant signs in with WeChat, consents, verifies the phone and is bound as 办税员', async () => {
    const session = await test.client().identity.signInWechat({ body: { code: 'demo-accountant' } });
    const headers = { authorization: `Bearer ${session.token}`, 'x-terminal': 'weapp' };
    citizen = { id: session.me.citizen.id, headers, client: test.client(headers) };
    expect(session.me.consentVersion).toBeNull();
    const terms = await citizen.client.identity.privacyTerms();
    const consented = await citizen.client.identity.consent({ body: { version: terms.version } });
    expect(consented.consentVersion).toBe(terms.version);

    const code = await codeSentTo(test, PHONE);
    const verified = await citizen.client.identity.verifyPhone({ body: { phone: PHONE, code } });
    expect(verified.citizen.maskedPhone).toBe('138****5678');

    await citizen.client.identity.updateMe({ body: { name: '体验用户' } });
    const [enterprise] = demoEnterprises;
    const body = { uscc: enterprise?.uscc ?? '', name: enterprise?.name ?? '', role: 'taxHandler' as const };
    const binding = await citizen.client.identity.bindEnterprise({ body });
    expect(bindingRoleNames[binding.role]).toBe('办税员');
    taxpayerId = binding.taxpayerId;
  });

  it('2. picks a matter, a hall, a day and a slot, submits and finds it again', async () => {
    const { items } = await citizen.client.matters.list({ query: { limit: 100 } });
    expect(items).toHaveLength(41);
    const matter = someMatter(test, 'officer');
    const hallId = firstHall(test).id;
    const { days } = await citizen.client.appointments.slotDays({ params: { hallId }, query: { matterId: matter.id } });
    const on = days.find((d) => d.on > '2026-11-23' && d.remaining > 0)?.on ?? '';
    const [slot] = await citizen.client.appointments.slots({ params: { hallId }, query: { matterId: matter.id, on } });
    const made = await citizen.client.appointments.book({
      body: { slotId: slot?.id ?? '', matterId: matter.id, taxpayerId },
    });
    expect(made).toMatchObject({ status: 'pending', qrText: `YIYUN:${made.referenceNo}` });
    appointmentId = made.id;
    const mine = await citizen.client.appointments.mine({ query: {} });
    expect(mine.items[0]?.referenceNo).toBe(made.referenceNo);
  });

  it('3. the officer sees it and confirms it; the taxpayer has a message', async () => {
    const list = await officer.client.appointments.hallList({
      params: { hallId: firstHall(test).id },
      query: { status: 'pending' },
    });
    const [seen] = list.items;
    expect(seen).toMatchObject({ id: appointmentId, citizen: { maskedPhone: '138****5678' } });
    await officer.client.appointments.confirm({ params: { appointmentId }, body: { version: seen?.version ?? 0 } });
    await test.settle();
    const inbox = await citizen.client.messaging.inbox({ query: {} });
    expect(inbox.items.map((m) => m.title)).toContain('预约已确认');
    expect((await citizen.client.appointments.get({ params: { appointmentId } })).status).toBe('confirmed');
  });

  it('4. a case is opened, accepted, corrected and completed; the taxpayer and anyone with the receipt follow it', async () => {
    const hallId = firstHall(test).id;
    const opened = await officer.client.cases.open({ body: { hallId, appointmentId } });
    caseId = opened.id;
    const accepted = await officer.client.cases.accept({
      params: { caseId },
      body: { version: opened.version, receivedDocuments: opened.documents.map((d) => d.name) },
    });
    receiptNo = accepted.receiptNo ?? '';
    expect(accepted.dueAt).toBeGreaterThan(test.clock.now());
    const asked = await officer.client.cases.requestCorrection({
      params: { caseId },
      body: { version: accepted.version, request: '请补充加盖公章的申请表' },
    });
    expect(asked.paused).toBe(true);
    await test.settle();
    const mine = await citizen.client.cases.get({ params: { caseId } });
    expect(mine.correction?.request).toContain('公章');
    const answered = await citizen.client.cases.answerCorrection({
      params: { caseId },
      body: { version: mine.version, answer: '已补盖公章并重新上交' },
    });
    const decided = await officer.client.cases.decide({
      params: { caseId },
      body: { version: answered.version, outcome: '准予办理' },
    });
    const completed = await officer.client.cases.complete({ params: { caseId }, body: { version: decided.version } });
    expect(completed.status).toBe('completed');
    const seen = await test.client().cases.lookUp({ body: { receiptNo, phoneTail: '5678' } });
    expect(seen.status).toBe('completed');
    const wrong = test.client().cases.lookUp({ body: { receiptNo, phoneTail: '0000' } });
    await expect(wrong).rejects.toMatchObject({ code: 'case.lookup_failed' });
  });

  it('5. the manager publishes a notice; published, delivered and read are three numbers', async () => {
    const draft = await manager.client.notices.create({
      body: {
        title: '十二月征期提醒',
        category: '办税提醒',
        body: '十二月申报期截止到12月15日，请合理安排时间。',
        audience: 'everyone',
      },
    });
    const params = { noticeId: draft.id };
    await manager.client.notices.publish({ params, body: { version: draft.version } });
    const counts = async () => (await manager.client.notices.managedGet({ params })).counts;
    expect(await counts()).toEqual({ published: 1, delivered: 0, read: 0 });
    await citizen.client.notices.mine({ query: {} });
    expect(await counts()).toEqual({ published: 1, delivered: 1, read: 0 });
    await citizen.client.notices.read({ params });
    expect(await counts()).toEqual({ published: 1, delivered: 1, read: 1 });
  });

  it('6. asks by voice, is answered, accepts the answer and makes it public', async () => {
    const clip = await uploadVoice(test, citizen, 'question.mp3');
    expect(clip.durationMs).toBeGreaterThan(1_000);
    const asked = await citizen.client.help.ask({
      body: { voiceClipId: clip.id, text: '小规模纳税人季度免税额度是多少，我电话13812345678' },
    });
    helpRequestId = asked.id;
    const params = { helpRequestId };
    const claimed = await officer.client.help.claim({ params, body: { version: asked.version } });
    const written = await officer.client.help.transcribe({
      params,
      body: { version: claimed.version, voiceClipId: clip.id, text: '我想问小规模免税额度' },
    });
    await officer.client.help.answer({
      params,
      body: { version: written.version, text: '按季申报不超过30万元免征增值税。' },
    });
    await test.settle();
    const seen = await citizen.client.help.get({ params });
    const answer = seen.posts.find((p) => p.kind === 'answer');
    expect(answer).toMatchObject({ official: true });
    const accepted = await citizen.client.help.acceptAnswer({
      params,
      body: { version: seen.version, postId: answer?.id ?? '' },
    });
    await citizen.client.help.setVisibility({ params, body: { version: accepted.version, visibility: 'public' } });
    await test.settle();
    const [found] = await test.client().help.search({ query: { q: '小规模季度免税额度' } });
    expect(found?.question).toContain('小规模');
    const publicTexts = JSON.stringify(await test.client().help.knowledge({ query: { q: '免税额度' } }));
    expect(publicTexts).not.toContain('13812345678');
  });

  it('7. the manager finds the question among the hot ones and opens its record', async () => {
    const query = { fromOn: '2026-11-01', untilOn: '2026-11-30' };
    const hot = await manager.client.insights.hotQuestions({ query });
    expect(hot.total).toBeGreaterThanOrEqual(2);
    const entriesOf = (clusterId: string) =>
      manager.client.insights.hotQuestionEntries({ params: { clusterId }, query });
    const opened = await Promise.all(
      hot.items.map(async (cluster) => ({ cluster, entries: (await entriesOf(cluster.id)).items })),
    );
    for (const { cluster, entries } of opened) expect(entries).toHaveLength(cluster.count);
    const asked = opened.flatMap(({ entries }) => entries).find((entry) => entry.helpRequestId === helpRequestId);
    expect(asked).toMatchObject({ kind: 'question', answered: true });
    const record = await manager.client.records.stream({ query: { streamId: `help:${helpRequestId}` } });
    expect(record.items.length).toBeGreaterThanOrEqual(5);
  });

  it('8. the service record holds every step, the own look-ups included, in order, and its chains verify', async () => {
    const { items } = await citizen.client.records.mine({ query: { limit: 100 } });
    const kinds = items.map((i) => i.kind).reverse();
    const steps = [
      'AppointmentBooked',
      'AppointmentConfirmed',
      'AppointmentViewed',
      'CaseOpened',
      'CaseAccepted',
      'CaseCorrectionRequested',
      'CaseViewed',
      'CaseCorrectionAnswered',
      'CaseCompleted',
    ];
    let from = 0;
    for (const step of steps) {
      const at = kinds.indexOf(step, from);
      expect([step, at >= from]).toEqual([step, true]);
      from = at;
    }
    expect(items.filter((i) => i.text === i.kind)).toEqual([]);
    expect((await test.app.get(RecordVerifier).verify()).faults).toEqual([]);
  });

  it('throttles whoever guesses at a receipt', async () => {
    const guess = (n: number) => test.client().cases.lookUp({ body: { receiptNo, phoneTail: String(1000 + n) } });
    const outcomes = [];
    for (let n = 0; n < 8; n++) outcomes.push(await guess(n).catch((e: { code: string }) => e.code));
    expect(outcomes.at(-1)).toBe('case.lookup_throttled');
    test.clock.advance(60 * MINUTE_MS);
    expect(await test.client().cases.lookUp({ body: { receiptNo, phoneTail: '5678' } })).toMatchObject({ receiptNo });
  });
});
