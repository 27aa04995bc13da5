import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MINUTE_MS, makeReferenceNo, type PublicCaseView } from '@yiyun/shared';
import { LookUpLimits } from '../../src/modules/cases/look-up-limits.js';
import { asCitizen, asOfficer, type TestActor, type TestCitizen } from '../harness/actors.js';
import { firstHall } from '../harness/appointments.js';
import { accept, LONG_MATTER, openWalkIn } from '../harness/cases.js';
import { startApp, type TestApp } from '../harness/start-app.js';

describe('progress by receipt number', () => {
  let test: TestApp;
  let officer: TestActor;
  let citizen: TestCitizen;
  let receiptNo: string;
  let phoneTail: string;

  beforeAll(async () => {
    test = await startApp({ TRUST_PROXY: 'yes' });
    officer = await asOfficer(test, firstHall(test).id);
    citizen = await asCitizen(test);
    phoneTail = citizen.phone.slice(-4);
  });
  afterAll(() => test.close());

  /** A case of its own for each test, so that no test uses up the tries of another. */
  const newReceipt = async () => {
    const opened = await openWalkIn(test, officer, { applicantPhone: citizen.phone, applicantName: '赵敏' });
    return { id: opened.id, receiptNo: (await accept(officer, opened)).receiptNo ?? '' };
  };
  const wrongTail = () => (phoneTail === '0000' ? '1111' : '0000');
  const lookUp = (no: string, tail: string, ip = '10.0.0.1'): Promise<PublicCaseView> =>
    test.client({ 'x-forwarded-for': ip }).cases.lookUp({ body: { receiptNo: no, phoneTail: tail } });

  it('tells nothing that must not be known by everyone, and stands in the record of the owner', async () => {
    const made = await newReceipt();
    receiptNo = made.receiptNo;
    await officer.client.cases.requestCorrection({
      params: { caseId: made.id },
      body: { version: 2, request: '对账单请盖银行章' },
    });
    const view = await lookUp(` ${receiptNo.slice(0, 7)}-${receiptNo.slice(7).toLowerCase()} `, phoneTail);
    expect(view).toEqual({
      receiptNo,
      status: 'correctionRequested',
      matterName: LONG_MATTER,
      hallName: firstHall(test).name,
      hallTelephone: '12366',
      maskedTaxpayerName: '赵*',
      acceptedAt: test.clock.now(),
      dueAt: Date.parse('2026-12-07T17:00:00+08:00'),
      workingDaysLeft: null,
      steps: ['窗口已登记', '已受理', '需要补正材料，办理时限暂停'].map((text) => ({ at: test.clock.now(), text })),
    });
    const { items } = await citizen.client.records.mine();
    expect(items[0]).toMatchObject({ kind: 'CaseLookedUp', by: '未登录访客', text: '凭回执号查询了进度' });
  });

  it('answers an unknown number and a wrong tail alike, and records both', async () => {
    const unknown = makeReferenceNo('S', '2026-11-23', 7);
    const answers = await Promise.all(
      [lookUp(unknown, phoneTail), lookUp(receiptNo, wrongTail())].map((answer) =>
        answer.then(
          () => ({}),
          ({ code, message, status }: Record<string, unknown>) => ({ code, message, status }),
        ),
      ),
    );
    expect(answers[0]).toEqual({
      code: 'case.lookup_failed',
      message: '回执号与手机号后四位不相符，请核对',
      status: 404,
    });
    expect(answers[1]).toEqual(answers[0]);
    const [row] = await test.db.read.query<{ n: string | number }[]>(
      "SELECT COUNT(*) AS n FROM interaction WHERE kind = 'Refused' AND subjectId = 'cases.lookUp'",
    );
    expect(Number(row?.n)).toBe(2);
  });

  it('refuses a number that cannot be one without counting it', async () => {
    await expect(lookUp('S261123000', phoneTail)).rejects.toMatchObject({ code: 'request.invalid' });
  });

  it('gives five wrong tries for a number, then nothing for 15 minutes, even to the right one', async () => {
    const { receiptNo: no } = await newReceipt();
    for (let i = 1; i <= 5; i++) {
      await expect(lookUp(no, wrongTail(), `10.0.1.${i}`)).rejects.toMatchObject({ code: 'case.lookup_failed' });
    }
    await expect(lookUp(no, phoneTail, '10.0.1.6')).rejects.toMatchObject({
      code: 'case.lookup_throttled',
      message: '查询次数过多，请15分钟后再试',
      status: 429,
    });
    test.clock.advance(15 * MINUTE_MS - 1);
    await expect(lookUp(no, phoneTail, '10.0.1.6')).rejects.toMatchObject({ code: 'case.lookup_throttled' });
    test.clock.advance(1);
    expect(await lookUp(no, phoneTail, '10.0.1.6')).toMatchObject({ receiptNo: no });
  });

  it('does not count right tries', async () => {
    const { receiptNo: no } = await newReceipt();
    for (let i = 0; i < 8; i++) expect(await lookUp(no, phoneTail, '10.0.2.1')).toMatchObject({ receiptNo: no });
  });

  it('lets a hundred guesses at once have no more than five between them', async () => {
    const { receiptNo: no } = await newReceipt();
    const guesses = await Promise.allSettled(
      Array.from({ length: 100 }, (_, i) => lookUp(no, wrongTail(), `10.0.3.${i}`)),
    );
    const codes = guesses.map((g) => (g.status === 'rejected' ? (g.reason as { code: string }).code : 'answered'));
    expect(codes.filter((code) => code === 'case.lookup_failed')).toHaveLength(5);
    expect(codes.filter((code) => code === 'case.lookup_throttled')).toHaveLength(95);
  });

  it('gives one address 30 wrong tries an hour, over all numbers', async () => {
    const unknown = (serial: number) => makeReferenceNo('S', '2026-11-23', serial);
    for (let i = 0; i < 30; i++) {
      await expect(lookUp(unknown(1000 + i), '1234', '10.0.4.1')).rejects.toMatchObject({ code: 'case.lookup_failed' });
    }
    const { receiptNo: no } = await newReceipt();
    await expect(lookUp(no, phoneTail, '10.0.4.1')).rejects.toMatchObject({
      code: 'case.lookup_throttled',
      message: '查询次数过多，请60分钟后再试',
    });
    expect(await lookUp(no, phoneTail, '10.0.4.2')).toMatchObject({ receiptNo: no });
    test.clock.advance(60 * MINUTE_MS);
    expect(await lookUp(no, phoneTail, '10.0.4.1')).toMatchObject({ receiptNo: no });
  });

  it('keeps neither addresses nor numbers in its counters, and forgets counters whose time has passed', async () => {
    const counters = () => test.db.read.query<{ id: string }[]>('SELECT id FROM look_up_allowance');
    expect((await counters()).every((row) => /^[0-9a-f]{64}$/.test(row.id))).toBe(true);
    test.clock.advance(61 * MINUTE_MS);
    await test.app.get(LookUpLimits, { strict: false }).prune();
    expect(await counters()).toEqual([]);
  });
});
