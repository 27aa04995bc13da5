import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Day, reopenApp } from './day';

/** The steps of the day as the record has them, newest first: a part of them, in this order. */
const STEPS = [
  '把问答公开（已隐去个人信息）',
  '采纳了答复',
  '工作人员作出答复',
  '工作人员把录音听写成文字',
  '工作人员开始解答',
  /提出问题/,
  /上传录音/,
  '阅读了公告',
  '凭回执号查询了进度',
  '已办结',
  /已审定：/,
  /已提交补正：/,
  /需要补正：/,
  /已受理，回执号/,
  '到窗口办理，工作人员登记办件',
  '预约已确认',
  '把占下的号提交为预约，等待确认',
  '绑定企业，身份为办税员',
  '填写了姓名',
  '验证了手机号',
  /同意隐私条款/,
  '首次登录，建立账户',
];

/** What belongs to the person: the record of every step, and how the app looks. */
export function ownThings(day: () => Day): void {
  test('我的服务记录 lists every step in order, with its exact time and check code', async () => {
    const { app } = day();
    await app.tapTab('我的');
    await app.tap('#my-records');
    await app.expectSeen('.entry');
    while (await app.exists('#records-more')) await app.tap('#records-more');
    await app.expectSeen('.paged__end');
    const told = (await app.query('.entry__words')).map(({ text }) => text);
    let from = 0;
    for (const step of STEPS) {
      const at = told.findIndex((t, i) => i >= from && (typeof step === 'string' ? t.startsWith(step) : step.test(t)));
      assert.ok(at >= 0, `${String(step)} after ${from}:\n${told.map((t, i) => `${i} ${t}`).join('\n')}`);
      from = at + 1;
    }
    await app.tap('.entry__head');
    await app.expectText('.entry__hash', /^[0-9a-f]{64}$/);
    await app.expectText('.summary-list', /准确时间.*2026年11月23日/);
  });

  test('elder mode is one tap away, bigger, and remembered', async () => {
    const { app } = day();
    await app.tapTab('首页');
    await app.tap('#elder-mode');
    await app.expectSeen('.theme--elder');
    await app.expectGone('#search-answers');
    await reopenApp(day());
    await day().app.expectSeen('.theme--elder');
    await day().app.tapTab('办事');
    await day().app.expectSeen('.theme--elder');
    await day().app.tapTab('首页');
    await day().app.tap('#elder-mode');
    await day().app.expectGone('.theme--elder');
  });
}
