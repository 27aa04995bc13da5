import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { makeUscc, sayReferenceNo } from '@yiyun/shared';
import type { Browser } from 'playwright-core';
import { asNobody, asStaff, codeSentTo, type Staff } from '../support/clients';
import {
  acceptCase,
  answerSpoken,
  askCorrection,
  completeCase,
  confirmAppointment,
  publishNotice,
} from '../support/office';
import { startServer, type TestServer } from '../support/server';
import { openBrowser, openPhone, type Phone } from './phone';

const NAME = '体验用户';
const PHONE = '13900001111';
const ENTERPRISE = '宁波青禾贸易有限公司';
const MATTER = '停业登记';
const HALL = /^国家税务总局宁波市鄞州区税务局办税服务厅/;
const NOTE = '需要两份回执';
const REQUEST = '请补交盖章的停业申请表';
const ANSWER = '申请表已盖章，今天下午送到窗口';
const OUTCOME = '准予停业，期限三个月';
const WRITTEN = '停业期间发票怎么处理';
const HEARD = '我们公司下个月要停业，没用完的发票怎么处理';
const ANSWERED = '停业前要把未使用的发票缴销，带上发票和税务登记证件到窗口办理。';
const SPOKEN_MS = 1500;

/** One person's day in a browser, from the first visit to the record of it. */
let server: TestServer;
let browser: Browser;
let phone: Phone;
let officer: Staff;
let manager: Staff;
let referenceNo: string;
let receiptNo: string;

before(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  [officer, manager, phone] = await Promise.all([
    asStaff(server, 'yinzhou'),
    asStaff(server, 'manager'),
    openPhone(browser, server),
  ]);
});
afterEach(() => phone.expectSound());
after(async () => {
  await browser.close();
  await server.stop();
});

test('one signs in with a telephone number and a code, and agrees to the privacy terms', async () => {
  await phone.open();
  await phone.press('link', /登录后/);
  await phone.on('登录');
  await phone.press('button', '登录');
  await phone.see('有 2 处需要修改');
  await phone.type('手机号', '139 0000 1111');
  await phone.press('button', '获取验证码');
  await phone.see(/已发送/);
  await phone.type('短信验证码', await codeSentTo(server, PHONE));
  await phone.press('button', '登录');
  await phone.on('隐私条款');
  await phone.press('button', '我已阅读并同意');
  await phone.on('办税服务首页');
});

test('a name is given and an enterprise bound, as the registry knows it', async () => {
  await phone.tab('我的');
  await phone.press('link', /^还没有填写姓名/);
  await phone.type('您的姓名', NAME);
  await phone.press('button', '保存姓名');
  await phone.see('姓名已保存');
  await phone.press('button', '绑定企业');
  await phone.type('统一社会信用代码', makeUscc('91330212MA2AJ0001').toLowerCase());
  await phone.type('企业名称', ENTERPRISE);
  await phone.press('radio', '办税员');
  await phone.press('button', '核对并绑定');
  await phone.on('账户与企业');
  await phone.see(ENTERPRISE);
  await phone.back();
});

test('a place is booked: matter, hall, day, slot, check, number and QR code', async () => {
  await phone.tab('办事');
  await phone.type('搜索事项名称', '停业');
  await phone.press('link', new RegExp(`^${MATTER}`));
  await phone.on(MATTER);
  await phone.press('button', '预约到厅办理');
  await phone.on('这件事可以网上办');
  await phone.press('radio', '不会网上操作，需要帮助');
  await phone.press('button', '仍要到厅，继续预约');
  await phone.on('为谁办理？');
  await phone.press('radio', new RegExp(ENTERPRISE));
  await phone.press('button', '继续');
  await phone.press('link', HALL);
  await phone.on('什么时候来？');
  await phone.press('radio', /^11月23日 周一，余/);
  await phone.press('radio', /^下午14:00–14:30，余/);
  await phone.press('button', '占号，去核对');
  await phone.on('核对预约');
  await phone.see(/还剩 (10 分钟|9 分 \d+ 秒)/);
  await phone.type(/还有什么要告诉窗口/, NOTE);
  await phone.press('button', '提交预约');
  await phone.on('预约已提交');
  const said = await phone.find('.qr-code__text').innerText();
  assert.ok(await phone.page.getByRole('img', { name: `签到码，到厅出示：${said}` }).isVisible());
  referenceNo = said.replace(/\W/g, '');
});

test('it is found under 我的, confirmed by the officer, and a message tells so', async () => {
  await confirmAppointment(officer.api, referenceNo);
  await phone.open('me');
  await phone.press('link', '我的预约');
  await phone.press('link', new RegExp(sayReferenceNo(referenceNo)));
  await phone.reloadUntil('已确认');
  assert.match(await phone.text(), new RegExp(NOTE));
  await phone.open('messages/list');
  await phone.reloadUntil('预约已确认');
  await phone.press('link', /^预约已确认/);
  await phone.on('预约详情');
});

test('the case is followed under 进度, a correction asked for and answered, the case completed', async () => {
  const accepted = await acceptCase(officer.api, referenceNo);
  receiptNo = accepted.receiptNo ?? '';
  await askCorrection(officer.api, receiptNo, REQUEST);
  await phone.open('progress');
  await phone.press('link', new RegExp(`^${MATTER}`));
  await phone.see(REQUEST);
  await phone.press('button', '去补正');
  await phone.on('您怎样补正？');
  await phone.type('补正说明', ANSWER);
  await phone.press('button', '继续');
  await phone.on('核对补正说明');
  await phone.press('button', '提交补正');
  await phone.on('补正已提交');
  assert.equal(await completeCase(officer.api, receiptNo, OUTCOME), ANSWER);
  await phone.press('button', '查看这个办件');
  await phone.reloadUntil('已办结');
  await phone.see(new RegExp(OUTCOME));
});

test('whoever holds the receipt finds the case without signing in', async () => {
  const other = await openPhone(browser, server);
  await other.open('cases/look-up');
  await other.type('回执号', sayReferenceNo(receiptNo).toLowerCase());
  await other.type('手机号后四位', PHONE.slice(-4));
  await other.press('button', '查进度');
  await other.on('办到了这一步');
  assert.doesNotMatch(await other.text(), /青禾贸易/, 'the name of the taxpayer is masked');
  other.expectSound();
  await other.close();
});

test('a notice is published, delivered when it is shown, read when it is opened', async () => {
  const { id } = await publishNotice(manager.api, '本周五下午系统升级', '本周五十五时起暂停办理，请提前安排。');
  const counts = async () => (await manager.api.notices.managedGet({ params: { noticeId: id } })).counts;
  assert.deepEqual([(await counts()).delivered, (await counts()).read], [0, 0]);
  await phone.open();
  await phone.see('本周五下午系统升级');
  assert.deepEqual([(await counts()).delivered, (await counts()).read], [1, 0]);
  await phone.press('link', /^本周五下午系统升级/);
  await phone.see('本周五十五时起暂停办理，请提前安排。');
  assert.deepEqual([(await counts()).delivered, (await counts()).read], [1, 1]);
});

test('a question is spoken into the microphone, heard again, completed in writing and sent past similar answers', async () => {
  await phone.open('help/ask');
  await phone.press('button', '开始录音');
  await phone.page.getByRole('button', { name: '说完了，停止录音' }).waitFor();
  await phone.page.waitForTimeout(SPOKEN_MS);
  await phone.press('button', '说完了，停止录音');
  await phone.press('button', /^播放您的录音/);
  await phone.page.getByRole('button', { name: '停止播放您的录音' }).waitFor();
  await phone.page.getByRole('button', { name: /^播放您的录音/ }).waitFor();
  await phone.type(/写一句话/, WRITTEN);
  await phone.press('button', '继续');
  await phone.on('先看看这些答案');
  await phone.find('.question-row').first().click();
  await phone.press('button', '发送提问');
  await phone.on('提问已发送');
  await phone.press('button', '查看这个提问');
  await phone.page.getByRole('button', { name: /^播放您的录音，[12] 秒/ }).waitFor();
});

test('the answer is heard, accepted and made public without the name', async () => {
  await answerSpoken(officer, { title: WRITTEN, transcript: HEARD, text: ANSWERED });
  await phone.open('messages/list');
  await phone.reloadUntil('您的提问有了答复');
  await phone.press('link', /^您的提问有了答复/);
  await phone.see(ANSWERED);
  const play = phone.page.getByRole('button', { name: /^播放.*的语音答复/ });
  await play.click();
  await phone.page.getByRole('button', { name: /^停止播放.*的语音答复/ }).waitFor();
  await play.waitFor();
  await phone.press('button', '解决了，采纳这条答复');
  await phone.see('已采纳');
  await phone.press('button', '公开给别人参考');
  await phone.press('button', '公开问答');
  await phone.see(/这个问答已公开/);
  const found = await asNobody(server).help.similar({ query: { q: WRITTEN } });
  const mine = found.find(({ kind, answer }) => kind === 'question' && answer.includes(ANSWERED));
  assert.ok(mine, 'others find it');
  assert.doesNotMatch(JSON.stringify(mine), new RegExp(`${NAME}|${PHONE}`));
});

test('我的服务记录 tells the steps in order', async () => {
  await phone.open('records/list');
  await phone.find('.entry').first().waitFor();
  const told = (await phone.find('.entry__words').allInnerTexts()).join('\n');
  assert.match(
    told,
    /采纳了答复[^]*作出答复[^]*提出问题[^]*阅读了公告[^]*已办结[^]*已提交补正[^]*已受理[^]*预约已确认[^]*把占下的号提交为预约[^]*绑定企业[^]*首次登录/,
  );
});

test('elder mode is one press away, bigger, and remembered', async () => {
  await phone.open();
  const size = () =>
    phone
      .find('.act__word')
      .first()
      .evaluate((word) => Number.parseFloat(getComputedStyle(word).fontSize));
  const normal = await size();
  await phone.press('switch', /^长辈版/);
  assert.ok((await size()) > normal * 1.15, `${await size()} is bigger than ${normal}`);
  await phone.page.reload();
  await phone.on('办税服务首页');
  assert.ok((await size()) > normal * 1.15, 'it is remembered');
});
