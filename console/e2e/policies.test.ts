import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { asCitizen, asStaff } from './harness/clients';
import { type Desk, openBrowser, openDesk } from './harness/desk';
import { startServer, type TestServer } from './harness/server';

let server: TestServer;
let browser: Browser;
let desk: Desk;
let other: Awaited<ReturnType<typeof asStaff>>;

before(async () => {
  [server, browser] = await Promise.all([startServer(20), openBrowser()]);
  other = await asStaff(server, 'manager');
  desk = await openDesk(browser, server, { account: 'manager' });
});
after(async () => {
  await browser.close();
  await server.stop();
});

const summary = (page: Page) => page.getByRole('alert').filter({ hasText: '请更正以下内容' });
const overtaken = (page: Page) => page.getByRole('alert').filter({ hasText: '内容刚刚被别人改过' });
const idOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? '';

test('a draft begins from what is in force; rules that can’t hold together are named and what was typed stays', async () => {
  const { page } = desk;
  await desk.go('/manager/booking-policies');
  await page.getByRole('heading', { name: '现在的规则' }).waitFor();
  await page.getByRole('button', { name: '起草新规则' }).click();
  await page.getByLabel('名称', { exact: true }).fill('冬季预约规则');
  await page.getByLabel('依据', { exact: true }).fill('局务会2026年第11次会议');
  await page.getByLabel('最早', { exact: true }).fill('9');
  await page.getByLabel('最晚', { exact: true }).fill('3');
  await page.keyboard.press('Control+Enter');
  await summary(page).waitFor();
  assert.equal(await page.getByLabel('名称', { exact: true }).inputValue(), '冬季预约规则');
  assert.equal(await page.getByLabel('最早', { exact: true }).inputValue(), '9');
  await desk.shot('policies-1-refused');
  await page.getByLabel('最早', { exact: true }).fill('0');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: '冬季预约规则', level: 1 }).waitFor();
});

test('the draft says what it would have done to last month, and publishes only what is saved', async () => {
  const { page } = desk;
  const preview = page.getByRole('region', { name: '如果上个月就按它办，会怎样？' });
  await preview.getByRole('row', { name: /^预约/ }).waitFor();
  const publish = page.getByRole('button', { name: '发布' });
  assert.ok(await publish.isEnabled());
  await page.getByLabel('每户', { exact: true }).fill('2');
  assert.ok(await publish.isDisabled());
  await page.keyboard.press('Control+Enter');
  await page.getByText('草稿已保存').waitFor();
  await preview.getByRole('row', { name: /^预约/ }).waitFor();
  assert.ok(await publish.isEnabled());
  await desk.expectAccessible('policy draft');
  await desk.shot('policies-2-draft');
});

test('what another manager saved meanwhile is not overwritten, and what one typed stays until one gives it up', async () => {
  const { page } = desk;
  const params = { bookingPolicyId: idOf(page) };
  const hold = page.getByLabel('占号保留（分钟）');
  await hold.fill('12');
  const draft = (await other.policies.list()).find(({ id }) => id === params.bookingPolicyId);
  assert.ok(draft);
  const { title, source, effectiveFromOn, version, rules } = draft;
  await other.policies.update({ params, body: { ...rules, title, source, effectiveFromOn, version, holdMinutes: 20 } });
  await page.keyboard.press('Control+Enter');
  await overtaken(page).waitFor();
  assert.equal(await hold.inputValue(), '12');
  await desk.shot('policies-3-overtaken');
  await page.getByRole('button', { name: '放弃我的改动，载入最新内容' }).click();
  assert.equal(await hold.inputValue(), '20');
});

test('publishing says from when for whom; the version waits for its day and can’t be edited', async () => {
  const { page } = desk;
  await page.getByRole('button', { name: '发布' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/所有办税服务厅的新预约都按这份规则/).waitFor();
  await desk.shot('policies-4-publish');
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('已发布，未到生效日').waitFor();
  assert.equal(await page.getByRole('button', { name: '保存草稿' }).count(), 0);
  await page.getByRole('link', { name: '所有规则' }).click();
  await page.getByRole('row', { name: /冬季预约规则.*已发布，未到生效日/ }).waitFor();
  const { rules } = await (await asCitizen(server, '13800138001')).api.appointments.standing();
  assert.ok(!rules.some((sentence) => sentence.includes('20')), 'it holds before its day');
  await desk.shot('policies-5-published');
});

test('a draft that somebody else publishes can’t be published twice: the question goes away, the page says what it is now', async () => {
  const { page } = desk;
  await page.getByText('各地公布的规则').waitFor();
  await page.locator('summary').first().click();
  await page.getByRole('link', { name: '用这一份起草' }).first().click();
  await page.getByRole('heading', { name: '起草预约规则' }).waitFor();
  await page.getByLabel('名称', { exact: true }).fill('照外地起草的规则');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: '照外地起草的规则', level: 1 }).waitFor();
  await page.getByRole('button', { name: '发布' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/发布后不能修改/).waitFor();
  const params = { bookingPolicyId: idOf(page) };
  const draft = (await other.policies.list()).find(({ id }) => id === params.bookingPolicyId);
  await other.policies.publish({ params, body: { version: draft?.version ?? 0 } });
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('已发布，未到生效日').waitFor();
  await desk.shot('policies-6-published-meanwhile');
});

test('queue rules: a bound below its target is named, what is saved is said in plain words at once', async () => {
  const { page } = desk;
  await desk.go('/manager/queue-policy');
  const [target, bound] = [page.getByLabel('绿色通道目标'), page.getByLabel('绿色通道上限')];
  const kept = await bound.inputValue();
  await target.fill('60');
  await bound.fill('5');
  await page.keyboard.press('Control+Enter');
  await summary(page).getByText('绿色通道的等候上限不能小于目标等候').waitFor();
  assert.equal(await bound.inputValue(), '5');
  await desk.shot('policies-7-queue-refused');
  await target.fill('0');
  await bound.fill(kept);
  await page.getByLabel('等候超过几人算拥挤').fill('15');
  await page.keyboard.press('Control+Enter');
  await page.getByText('之后取的号按新规则排').waitFor();
  await page.getByRole('region', { name: '用大白话说' }).getByText(/15/).waitFor();
  await desk.shot('policies-8-queue-saved');
});

test('queue rules that another manager changed are not overwritten unseen', async () => {
  const { page } = desk;
  const hallId = (await other.halls.managedList())[0]?.id ?? '';
  const params = { hallId };
  const crowded = page.getByLabel('等候超过几人算拥挤');
  await crowded.fill('18');
  const { rules, version } = await other.queue.policy({ params });
  assert.equal(rules.crowdedAbove, 15, 'another hall is shown');
  await other.queue.updatePolicy({ params, body: { ...rules, version, crowdedAbove: 30 } });
  await overtaken(page).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: '再试一次：保存' }).waitFor();
  assert.equal(await crowded.inputValue(), '18');
  assert.equal((await other.queue.policy({ params })).rules.crowdedAbove, 30);
  await page.getByRole('button', { name: '放弃我的改动，载入最新内容' }).click();
  assert.equal(await crowded.inputValue(), '30');
});

test('no page of the story reported an error of its own', () => desk.expectSound());
