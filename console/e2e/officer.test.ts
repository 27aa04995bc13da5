import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { AppointmentView, HelpDetailView } from '@yiyun/shared';
import { sayReferenceNo } from '@yiyun/shared';
import type { Browser } from 'playwright-core';
import { asCitizen, askByVoice, book, type Citizen } from './harness/clients';
import { type Desk, openBrowser, openDesk } from './harness/desk';
import { startServer, type TestServer } from './harness/server';

let server: TestServer;
let browser: Browser;
let desk: Desk;
let citizen: Citizen;
let booked: AppointmentView;
let question: HelpDetailView;

before(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  citizen = await asCitizen(server, '13800138001');
  desk = await openDesk(browser, server, { account: 'yinzhou' });
});
after(async () => {
  await browser.close();
  await server.stop();
});

test('an officer starts at the day board, and a booking made elsewhere appears there by itself', async () => {
  const { page } = desk;
  await page.getByRole('heading', { name: '当日看板' }).waitFor();
  await desk.go('/counter/today');
  await page.getByText('实时连接').waitFor();
  booked = await book(citizen, 'officer', { note: '带两份合同' });
  const row = page.locator(`tr[data-row-key="${booked.id}"]`);
  await row.waitFor();
  assert.match((await row.getAttribute('class')) ?? '', /fresh/);
  await desk.shot('officer-1-booking-arrives');
});

test('the officer sees who, what and the materials, and confirms with one key', async () => {
  const { page } = desk;
  await page.locator(`tr[data-row-key="${booked.id}"]`).click();
  await page.getByText(sayReferenceNo(booked.referenceNo)).first().waitFor();
  await page.getByText('带两份合同').waitFor();
  for (const name of booked.matter.supportingDocuments) await page.getByText(name, { exact: true }).first().waitFor();
  await desk.shot('officer-2-appointment');
  await page.keyboard.press('Alt+a');
  await page.getByText('预约已确认').waitFor();
  const seen = await citizen.api.appointments.get({ params: { appointmentId: booked.id } });
  assert.equal(seen.status, 'confirmed');
});

test('an appointment is declined with a reason that the taxpayer reads', async () => {
  const { page } = desk;
  const other = await book(await asCitizen(server, '13800138002'), 'officer');
  await page.locator(`tr[data-row-key="${other.id}"]`).click();
  await page.getByRole('button', { name: '退回预约' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '退回预约' }).click();
  await dialog.getByRole('alert').getByText('请填写原因').waitFor();
  await dialog.getByLabel('为什么退回？').fill('材料不全，请备齐后重新预约');
  await desk.shot('officer-3-decline');
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('原因：材料不全，请备齐后重新预约').waitFor();
});

test('a case is opened from the appointment, refused while a document is missing, and accepted with a receipt', async () => {
  const { page } = desk;
  await page.locator(`tr[data-row-key="${booked.id}"]`).click();
  await page.getByRole('button', { name: '开始办理' }).click();
  await page.getByRole('heading', { name: '收材料' }).waitFor();
  const [first] = booked.matter.supportingDocuments;
  await page.getByRole('checkbox', { name: first, exact: true }).check();
  await page.getByRole('button', { name: '受理', exact: true }).click();
  await page.getByRole('alert').getByText('还缺材料').waitFor();
  assert.ok(await page.getByRole('checkbox', { name: first, exact: true }).isChecked(), 'what was ticked stays');
  await page.keyboard.press('Alt+q');
  await page.keyboard.press('Alt+a');
  await page.getByRole('heading', { name: '受理回执' }).waitFor();
  await page
    .getByText(/还剩 \d+ 个工作日/)
    .first()
    .waitFor();
  await desk.shot('officer-4-accepted');
});

test('the receipt prints alone on its sheet, with a code', async () => {
  const { page } = desk;
  await page.getByRole('button', { name: '打印回执' }).click();
  const receipt = page.getByRole('article');
  await receipt.getByText('受理回执').waitFor();
  await receipt.locator('svg').first().waitFor();
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.getByRole('navigation', { name: '主菜单' }).isVisible(), false);
  assert.ok(await receipt.isVisible());
  await desk.shot('officer-5-receipt-on-paper');
  await page.emulateMedia({ media: 'screen' });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '打印回执' }).waitFor();
});

test('a correction is asked for, answered by the taxpayer, and the case decided and completed', async () => {
  const { page } = desk;
  await page.getByRole('button', { name: '要求补正' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('需要补正什么？').fill('营业执照复印件缺少公章');
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('等待纳税人补正').first().waitFor();

  const [mine] = (await citizen.api.cases.mine()).items;
  assert.ok(mine);
  await citizen.api.cases.answerCorrection({
    params: { caseId: mine.id },
    body: { version: mine.version, answer: '已加盖公章' },
  });
  await page.getByText('已加盖公章').first().waitFor();
  await desk.shot('officer-6-corrected');

  await page.getByRole('button', { name: '审定' }).click();
  await dialog.getByRole('button', { name: '审核通过，准予办理' }).click();
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '办结' }).click();
  await dialog.getByText('办结后不能再改动').waitFor();
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('已办结').first().waitFor();
  const done = await citizen.api.cases.get({ params: { caseId: mine.id } });
  assert.equal(done.status, 'completed');
  await desk.shot('officer-7-completed');
});

test('a walk-in is registered; a form with faults names each one and keeps what was typed', async () => {
  const { page } = desk;
  await desk.go('/counter/cases/new');
  await page.getByLabel('办理人姓名').fill('赵六');
  await page.getByLabel('办理人手机号').fill('1380013');
  await page.getByRole('button', { name: '登记办件' }).click();
  const summary = page.getByRole('alert').filter({ hasText: '请更正以下内容' });
  await summary.getByText('请填写事项').waitFor();
  assert.ok(await summary.evaluate((element) => element === document.activeElement), 'the summary has the focus');
  await desk.shot('officer-8-walk-in-faults');
  await summary.getByRole('button', { name: /手机号/ }).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('138 0013 9999');
  await page.getByLabel('事项').click();
  await page.getByLabel('事项').pressSequentially('发票');
  await page.keyboard.press('Enter');
  assert.equal(await page.getByLabel('办理人姓名').inputValue(), '赵六');
  await desk.shot('officer-8-walk-in');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: '收材料' }).waitFor();
  await page.getByText('138****9999').waitFor();
});

test('a voice question comes in, is claimed, heard, transcribed and answered in writing and by voice', async () => {
  const { page } = desk;
  await desk.go('/counter/questions');
  question = await askByVoice(server, citizen);
  await page.locator(`tr[data-row-key="${question.id}"]`).click();
  await page.getByRole('button', { name: '由我解答' }).click();
  await page.getByLabel('听写文字').fill('完税证明在哪里开');
  await page.getByRole('button', { name: '播放' }).first().click();
  await page.getByRole('button', { name: '暂停' }).first().waitFor();
  await page.getByRole('button', { name: '保存听写' }).click();
  await page.getByText('已保存').waitFor();
  await page.getByRole('heading', { name: '完税证明在哪里开' }).waitFor();

  await page.locator('summary').first().click();
  await page.getByRole('button', { name: /^引用/ }).first().click();
  const answer = page.getByLabel('答复文字');
  assert.ok((await answer.inputValue()).length > 0);
  await answer.fill('可以在电子税务局或窗口开具。');
  await page.getByRole('button', { name: '录一段语音' }).click();
  await page.getByRole('meter').waitFor();
  await page.waitForTimeout(1500);
  await desk.shot('officer-9-recording');
  await page.getByRole('button', { name: '停止录音' }).click();
  await page.getByRole('button', { name: '删除，重新录' }).waitFor();
  await page.getByRole('button', { name: '发出文字和语音答复' }).click();
  await page.getByText('已答复').first().waitFor();
  await desk.shot('officer-10-answered');

  const seen = await citizen.api.help.get({ params: { helpRequestId: question.id } });
  const given = seen.posts.find(({ kind }) => kind === 'answer');
  assert.equal(given?.text, '可以在电子税务局或窗口开具。');
  assert.ok((given?.voice?.durationMs ?? 0) > 1000, 'the taxpayer can hear the answer');
});

test('what somebody else changed meanwhile is not overwritten: the officer reads why and sees what is so now', async () => {
  const { page } = desk;
  const late = await book(await asCitizen(server, '13800138003'), 'officer');
  await desk.go(`/counter/appointments?open=${late.id}`);
  await page.getByRole('button', { name: '退回预约' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('为什么退回？').fill('这个时段临时停办');
  await page.route('**/decline', async (route) => {
    const body = { ...(route.request().postDataJSON() as object), version: 999 };
    await route.continue({ postData: JSON.stringify(body) });
  });
  await page.keyboard.press('Control+Enter');
  await dialog.getByRole('alert').getByText('内容刚刚有变化').waitFor();
  assert.equal(await dialog.getByLabel('为什么退回？').inputValue(), '这个时段临时停办');
  await desk.shot('officer-11-stale');
  await page.unroute('**/decline');
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
});

test('no page of the story reported an error of its own', () => desk.expectSound());
