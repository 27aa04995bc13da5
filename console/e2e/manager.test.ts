import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sayReferenceNo } from '@yiyun/shared';
import type { Browser } from 'playwright-core';
import { asCitizen, asStaff } from './harness/clients';
import { type Desk, openBrowser, openDesk, signIn } from './harness/desk';
import { startServer, type TestServer } from './harness/server';

const year2027 = [
  '2027-01-01 休 元旦',
  '2027-02-06 休 春节',
  '2027-02-20 班 春节调休',
  '2027-05-01 休 劳动节',
  '2027-10-01 休 国庆节',
].join('\n');

let server: TestServer;
let browser: Browser;
let desk: Desk;

before(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  desk = await openDesk(browser, server, { account: 'manager' });
});
after(async () => {
  await browser.close();
  await server.stop();
});

test('a manager reads the business of every hall and acts at none', async () => {
  const { page } = desk;
  await page.getByRole('heading', { name: '当日看板' }).waitFor();
  await desk.go('/counter/today');
  await page.getByRole('combobox', { name: '办税服务厅' }).click();
  await page.locator('.ant-select-item-option', { hasText: '姜山' }).click();
  await page.getByText(/姜山.*新的预约和提问会自动出现/).waitFor();
  assert.equal(await page.getByRole('button', { name: '登记未预约的办件' }).count(), 0);
});

test('a notice is written beside its preview, survives a reload, and is saved as a draft', async () => {
  const { page } = desk;
  await desk.go('/manager/notices/new');
  await page.getByLabel('标题').fill('十一月征期提醒');
  await page.getByLabel('类别').click();
  await page.getByRole('option', { name: '办税提醒' }).waitFor({ state: 'attached' });
  await page.locator('.ant-select-item-option', { hasText: '办税提醒' }).click();
  await page.getByLabel('正文').fill('本月申报期限为11月16日。\n\n请尽早申报，避免最后一天拥堵。');
  await page.getByRole('region', { name: '手机上的样子' }).getByRole('heading', { name: '十一月征期提醒' }).waitFor();
  await page.reload();
  assert.equal(await page.getByLabel('标题').inputValue(), '十一月征期提醒');
  await desk.shot('manager-1-notice');
  await page.getByRole('button', { name: '保存草稿' }).click();
  await page.getByRole('button', { name: '发布' }).waitFor();
});

test('publishing says to whom, and published, delivered and read are three numbers', async () => {
  const { page } = desk;
  await page.getByRole('button', { name: '发布' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('将发给全部用户，现在共 5 人').waitFor();
  await desk.shot('manager-2-publish');
  await dialog.getByRole('button', { name: '发布' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: '发布情况' }).waitFor();

  const { api } = await asCitizen(server, '13800138001');
  const [notice] = (await api.notices.mine()).items;
  assert.equal(notice?.title, '十一月征期提醒');
  await api.notices.read({ params: { noticeId: notice?.id ?? '' } });
  await desk.go('/manager/notices');
  const row = page.locator(`tr[data-row-key="${notice?.id}"]`);
  const cells = await row.locator('td').allInnerTexts();
  assert.deepEqual(cells.slice(4, 7), ['5', '1', '1']);
  await desk.shot('manager-3-notices');
});

test('a notice is ended only after a word about what that means', async () => {
  const { page } = desk;
  await page.getByText('十一月征期提醒').first().click();
  await page.getByRole('button', { name: '结束展示' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('结束后不能恢复').waitFor();
  await dialog.getByRole('button', { name: '返回' }).click();
  await page.getByText('已发布').first().waitFor();
  await page.getByRole('button', { name: '结束展示' }).click();
  await dialog.getByText('结束后不能恢复').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText('已结束').first().waitFor();
});

test('a manager makes an officer’s account, may not grant management, and the officer must choose a new password', async () => {
  const { page } = desk;
  await desk.go('/manager/staff');
  await page.getByRole('button', { name: '新增工作人员' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('账号', { exact: true }).fill('yinzhou');
  await dialog.getByLabel('姓名').fill('钱七');
  assert.equal(await dialog.getByRole('checkbox', { name: /系统管理员|^管理人员/ }).count(), 0);
  await dialog
    .getByRole('checkbox', { name: /鄞州区税务局办税服务厅/ })
    .first()
    .check();
  await dialog.getByRole('button', { name: '新增' }).click();
  await dialog.getByRole('alert').getByText('这个账号已存在').waitFor();
  await desk.shot('manager-4-account-taken');
  await dialog.getByLabel('账号', { exact: true }).fill('qianqi');
  const password = await dialog.getByLabel('初始密码').inputValue();
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: '钱七（qianqi）' }).waitFor();
  await desk.shot('manager-5-staff');

  const newcomer = await openDesk(browser, server);
  await newcomer.page.getByLabel('账号', { exact: true }).fill('qianqi');
  await newcomer.page.getByLabel('密码', { exact: true }).fill(password);
  await newcomer.page.getByRole('button', { name: '登录' }).click();
  await newcomer.page.getByRole('heading', { name: '请先修改初始密码' }).waitFor();
  await newcomer.expectAccessible('first password');
  await newcomer.page.getByLabel('原密码').fill(password);
  await newcomer.page.getByLabel('新密码', { exact: true }).fill('alleletters');
  await newcomer.page.getByLabel('再输一次新密码').fill('alleletters');
  await newcomer.page.getByRole('button', { name: '修改密码' }).click();
  await newcomer.page.getByText('同时有字母和数字').first().waitFor();
  await newcomer.shot('manager-6-first-password');
  await newcomer.page.getByLabel('新密码', { exact: true }).fill('mine-2026-own');
  await newcomer.page.getByLabel('再输一次新密码').fill('mine-2026-own');
  await newcomer.page.getByRole('button', { name: '修改密码' }).click();
  await newcomer.page.getByRole('heading', { name: '当日看板' }).waitFor();
  newcomer.expectSound();
  await newcomer.page.context().close();
});

test('an account that is switched off ends the officer’s work at once', async () => {
  const { page } = desk;
  const officer = await openDesk(browser, server);
  await signIn(officer.page, 'qianqi', 'mine-2026-own');
  await desk.go('/manager/staff?q=qianqi');
  await page.locator('tbody tr').first().click();
  await page.getByRole('switch').click();
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('已保存').waitFor();
  await page.getByText('已停用').first().waitFor();
  await officer.page.getByRole('link', { name: '办件', exact: true }).click();
  await officer.page.getByRole('dialog').getByText('请重新登录').waitFor();
  await officer.page.context().close();
});

test('halls: contact and places change, a fault is named, and the taxpayer sees the new address', async () => {
  const { page } = desk;
  await desk.go('/manager/halls');
  await page.locator('tbody tr').first().click();
  const telephone = page.getByLabel('联系电话');
  await telephone.fill('打电话来');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('alert').filter({ hasText: '请更正以下内容' }).waitFor();
  await telephone.fill('0574-87654321');
  await page.keyboard.press('Control+Enter');
  await page.getByText('纳税人端现在看到的就是新的内容').waitFor();
  await desk.shot('manager-7-hall');
  const { api } = await asCitizen(server, '13800138004');
  assert.ok((await api.halls.list()).some((hall) => hall.telephone === '0574-87654321'));
});

test('two managers at one hall: what the second one typed stays, and nobody’s change is overwritten unseen', async () => {
  const { page } = desk;
  const address = page.getByLabel('地址');
  await address.fill('宁波市鄞州区惠风东路 7 号');
  const other = await asStaff(server, 'manager');
  const [hall] = await other.halls.managedList();
  assert.ok(hall);
  const { version, telephone, guide } = hall;
  const body = { version, telephone, guide, address: '宁波市鄞州区惠风东路 9 号' };
  await other.halls.update({ params: { hallId: hall.id }, body });
  await page.getByRole('alert').getByText('内容刚刚被别人改过').waitFor();
  assert.equal(await address.inputValue(), '宁波市鄞州区惠风东路 7 号');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: '再试一次：保存' }).waitFor();
  await desk.shot('manager-7-two-managers');
  const [kept] = await other.halls.managedList();
  assert.equal(kept?.address, body.address);
  await page.getByRole('button', { name: '放弃我的改动，载入最新内容' }).click();
  assert.equal(await address.inputValue(), '宁波市鄞州区惠风东路 9 号');
});

test('hot questions: what was asked in other words stands together, counted, and leads down to one record', async () => {
  const { page } = desk;
  const [first, second] = [await asCitizen(server, '13800138001'), await asCitizen(server, '13800138002')];
  await first.api.help.ask({ body: { text: '完税证明怎么开' } });
  await second.api.help.ask({ body: { text: '怎么开完税证明' } });
  await second.api.help.search({ query: { q: '完税证明怎么开' } });
  await desk.go('/manager/hot-questions');
  await page.getByRole('heading', { name: '这段时间大家问得最多的是什么？' }).waitFor();
  const row = page.locator('tbody tr').filter({ hasText: '完税证明' }).first();
  assert.match(await row.innerText(), /3\s+2 \/ 1/);
  await desk.shot('manager-10-hot-questions');
  await page.getByRole('button', { name: '查看数据表' }).click();
  await page.getByRole('button', { name: /完税证明.*查看记录/ }).press('Enter');
  const entries = page.getByRole('region', { name: '每一次提问和搜索' }).locator('tbody tr[data-row-key]');
  await entries.first().waitFor();
  assert.equal(await entries.count(), 3);
  await desk.shot('manager-11-hot-question');
  await entries.filter({ hasText: '怎么开完税证明' }).press('Enter');
  await page.getByRole('heading', { name: '服务记录' }).waitFor();
  await page.getByText('提出问题').waitFor();
  await desk.shot('manager-12-record');
  await page.getByRole('link', { name: '打开这个问题' }).click();
  await page.getByRole('heading', { name: '怎么开完税证明' }).waitFor();
});

test('a record is found by the number that the taxpayer has', async () => {
  const { page } = desk;
  const { api } = await asCitizen(server, '13800138004');
  const { id, referenceNo } = await api.help.ask({ body: { text: '残疾人保障金怎么算' } });
  await desk.go('/manager/records');
  const field = page.getByLabel('编号');
  await field.fill('W261122-7KQ2M0');
  await field.press('Enter');
  await page.getByRole('alert').getByText('编号不对').waitFor();
  await field.fill(sayReferenceNo(referenceNo).toLowerCase());
  await page.getByRole('button', { name: '查看记录' }).click();
  await page.getByText(`help:${id}`).waitFor();
  await page.getByText('提出问题').waitFor();
  await desk.shot('manager-15-record-by-number');
});

test('what similar answers saved is a number that opens what it counts, down to one record', async () => {
  const { page } = desk;
  const person = await asCitizen(server, '13800138003');
  const [known] = await person.api.help.similar({ query: { q: '税务注销当场能办吗' } });
  assert.ok(known);
  await person.api.help.deflect({ body: { text: '注销当场能办吗', helpfulId: known.id } });
  await person.api.help.ask({ body: { text: '注销要带公章吗', shownIds: [known.id] } });
  await desk.go('/manager/hot-questions');
  const panel = page.getByRole('region', { name: '提问前看到的相似答案，省下了多少提问？' });
  await panel.getByText(/次看到相似答案/).waitFor();
  await desk.shot('manager-13-savings');
  await panel
    .locator('div', { hasText: /^看过仍提问/ })
    .getByRole('link')
    .click();
  const opened = page.getByRole('region', { name: /看过相似答案/ }).locator('tbody tr[data-row-key]');
  await opened.filter({ hasText: '注销要带公章吗' }).waitFor();
  await page.getByRole('button', { name: '7天内又提问' }).click();
  const row = opened.filter({ hasText: '注销当场能办吗' });
  await row.waitFor();
  await desk.shot('manager-14-savings-opened');
  await row.press('Enter');
  await page.getByRole('link', { name: '打开这个问题' }).click();
  await page.getByRole('heading', { name: '注销要带公章吗' }).waitFor();
});

test('39 days before its end the calendar warns on every page; an import names a wrong line, then continues it', async () => {
  const { page } = desk;
  for (const address of ['/manager/hot-questions', '/manager/notices', '/manager/staff']) {
    await desk.go(address);
    await page.getByRole('region', { name: '工作日历提醒' }).getByText('还有 38 天').waitFor();
  }
  await page.getByRole('link', { name: '导入放假安排' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('节假日安排').fill('2027-01-01 休 元旦\n2027-02-30 休 春节');
  await dialog.getByLabel('安排的最后一天').fill('2027-12-31');
  await dialog.getByLabel('来源文件').fill('国务院办公厅关于2027年部分节假日安排的通知');
  await page.keyboard.press('Control+Enter');
  await dialog.getByRole('alert').getByText(/第2行/).waitFor();
  await desk.shot('manager-8-import-fault');
  await dialog.getByLabel('节假日安排').fill(year2027);
  await page.keyboard.press('Control+Enter');
  await dialog.getByText('2027年12月31日').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('region', { name: '工作日历提醒' }).waitFor({ state: 'detached' });
  await desk.go('/manager/calendar?year=2027');
  await page.getByText('春节调休').waitFor();
  await desk.shot('manager-9-calendar');
});

test('an administrator sees accounts, halls and the calendar, and reads why not the rest', async () => {
  const admin = await openDesk(browser, server, { account: 'admin' });
  const menu = admin.page.getByRole('navigation', { name: '主菜单' }).getByRole('link');
  assert.deepEqual(
    (await menu.allInnerTexts()).map((text) => text.replace(/Alt.*/s, '').trim()),
    ['号源日历', '办税服务厅', '工作日历', '工作人员'],
  );
  await admin.go('/manager/notices');
  await admin.page.getByRole('heading', { name: '您没有查看这一页的权限' }).waitFor();
  admin.expectSound();
  await admin.page.context().close();
});

test('no page of the story reported an error of its own', () => desk.expectSound());
