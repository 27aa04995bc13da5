import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sayReferenceNo } from '@yiyun/shared';
import { acceptCase, askCorrection, completeCase, confirmAppointment } from '../../support/office';
import { openApp, pullUntil } from '../phone';
import { type Day, MATTER, PHONE } from './day';

const REQUEST = '请补交盖章的停业申请表';
const ANSWER = '申请表已盖章，今天下午送到窗口';
const OUTCOME = '准予停业，期限三个月';

/** From the officer's confirmation to a case that is done, as the taxpayer follows it. */
export function serviceCase(day: () => Day): void {
  test('the officer confirms: the status says so, and a message leads to the appointment', async () => {
    const { app, officer, referenceNo } = day();
    await confirmAppointment(officer.api, referenceNo);
    await pullUntil(app, 'text=已确认');
    await app.tapTab('我的');
    await pullUntil(app, '#my-messages >> text*=未读');
    await app.tap('#my-messages');
    await pullUntil(app, 'text=预约已确认');
    await app.tap('text=预约已确认');
    await app.expectPage('packages/booking/detail/index');
    await app.expectSeen('.qr-code__image');
  });

  test('a case is accepted at the counter: its receipt number and due date are under 进度', async () => {
    const { app, officer, referenceNo } = day();
    const accepted = await acceptCase(officer.api, referenceNo);
    assert.ok(accepted.receiptNo);
    day().receiptNo = accepted.receiptNo;
    await app.tapTab('进度');
    await pullUntil(app, `text=${MATTER}`);
    await app.tap(`text=${MATTER}`);
    await app.expectPage('packages/cases/detail/index');
    await app.expectText('.status', '已受理');
    await app.expectText('.reference-number__text', sayReferenceNo(accepted.receiptNo));
    await app.expectText('.case-head__due', /前办结|今天应当办结/);
    await app.expectText('.timeline', /登记办件.*已受理/);
  });

  test('a correction is asked for and answered: what was written is looked over before it is sent', async () => {
    const { app, officer, receiptNo } = day();
    await askCorrection(officer.api, receiptNo, REQUEST);
    await pullUntil(app, '#answer-correction');
    await app.expectText('.case-head__request', REQUEST);
    await app.tap('#answer-correction');
    await app.tap('#check-correction');
    await app.expectText('.error-summary', /补正说明/);
    await app.input('#answer >> textarea', ANSWER);
    await app.tap('#check-correction');
    await app.expectText('.summary-list', new RegExp(`${REQUEST}.*${ANSWER}`));
    await app.tap('#send-correction');
    await app.expectText('.page__heading', '补正已提交');
    await app.tap('#see-case');
    await app.expectText('.status', '审核中');
  });

  test('the case is completed, and its whole way is told', async () => {
    const { app, officer, receiptNo } = day();
    assert.equal(await completeCase(officer.api, receiptNo, OUTCOME), ANSWER);
    await pullUntil(app, 'text=已办结');
    await app.expectText('.card', new RegExp(OUTCOME));
    await app.expectText('.timeline', /登记办件.*已受理.*需要补正.*已提交补正.*已审定.*已办结/);
  });

  test('whoever holds the receipt finds it on a phone where nobody is signed in; a wrong number finds nothing', async () => {
    const { server, receiptNo } = day();
    const other = await openApp(server);
    await other.tapTab('进度');
    await other.tap('#look-up');
    await other.input('#receiptNo >> input', sayReferenceNo(receiptNo).toLowerCase());
    await other.input('#phoneTail >> input', '0000');
    await other.tap('#look-up-case');
    await other.expectText('.notice-bar--error', /不相符/);
    await other.input('#phoneTail >> input', PHONE.slice(-4));
    await other.tap('#look-up-case');
    await other.expectText('.page__heading', '办到了这一步');
    await other.expectText('.status', '已办结');
    assert.doesNotMatch(await other.text(), /青禾贸易/, 'the name of the taxpayer is masked');
    assert.deepEqual(await other.problems(), []);
    await other.close();
  });
}
