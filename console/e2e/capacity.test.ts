import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { AppointmentView } from '@yiyun/shared';
import type { Browser, Locator, Page } from 'playwright-core';
import { asCitizen, asStaff, book } from './harness/clients';
import { type Desk, openBrowser, openDesk } from './harness/desk';
import { startServer, type TestServer } from './harness/server';

const TUESDAY = '2026-11-24';
let server: TestServer;
let browser: Browser;
let desk: Desk;
let other: Awaited<ReturnType<typeof asStaff>>;
let booked: AppointmentView;

before(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  other = await asStaff(server, 'manager');
  booked = await book(await asCitizen(server, '13800138001'), 'officer', { on: TUESDAY });
  desk = await openDesk(browser, server, { account: 'manager' });
  await desk.go(`/manager/capacity?hall=${booked.hall.id}`);
  await grid(desk.page).waitFor();
});
after(async () => {
  await browser.close();
  await server.stop();
});

const grid = (page: Page) => page.getByRole('table', { name: /的值班和号源/ });
/** Window 1 on Tuesday. */
const cell = (page: Page) => page.locator('[data-place="1,1"]');
const effect = (dialog: Locator) => dialog.getByRole('region', { name: '改动的影响' });
const tuesday = async () => {
  const query = { fromOn: TUESDAY, untilOn: TUESDAY };
  const { days, hall } = await other.capacity.view({ params: { hallId: booked.hall.id }, query });
  assert.ok(days[0]);
  return { day: days[0], hall };
};
const said = (hours: readonly { fromMinutes: number; toMinutes: number }[] | undefined) =>
  hours?.map(({ fromMinutes, toMinutes }) => `${fromMinutes}-${toMinutes}`).join(' ');

test('the end of a window’s day is dragged; nothing is saved before its effect was seen', async () => {
  const { page } = desk;
  const grip = cell(page).locator('i[data-grip="to"]').last();
  const [edge, box] = [await grip.boundingBox(), await cell(page).boundingBox()];
  assert.ok(edge && box);
  const y = edge.y + edge.height / 2;
  await page.mouse.move(edge.x + edge.width / 2, y);
  await page.mouse.down();
  await page.mouse.move(edge.x - box.width / 8, y, { steps: 6 });
  await desk.shot('capacity-1-dragging');
  await page.mouse.up();
  const dialog = page.getByRole('dialog');
  await effect(dialog)
    .getByText(/共减少 \d+ 个名额/)
    .waitFor();
  const hours = await dialog.getByLabel('值班时间').inputValue();
  const before = await tuesday();
  await desk.shot('capacity-2-effect');
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /明天.*（当天调整过）/ }).waitFor();
  const { day } = await tuesday();
  const of = ({ windows }: typeof day) => windows.find(({ isException }) => isException);
  assert.equal(of(before.day), undefined);
  assert.match(hours, /^08:30-12:00 13:30-1[0-6]:[03]0$/);
  assert.ok(of(day), 'the change of one day was not kept');
});

test('hours that can’t be read are refused and stay; the day goes back to what it always is', async () => {
  const { page } = desk;
  await cell(page).press('Enter');
  const dialog = page.getByRole('dialog');
  const hours = dialog.getByLabel('值班时间');
  await hours.fill('上午');
  await page.keyboard.press('Control+Enter');
  await dialog
    .getByRole('alert')
    .getByText(/时间应写成/)
    .waitFor();
  assert.equal(await hours.inputValue(), '上午');
  await desk.shot('capacity-3-refused');
  await dialog.getByRole('button', { name: '恢复平常安排' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /（当天调整过）/ }).waitFor({ state: 'detached' });
});

test('closing a day names the bookings for which there would be no place, before it is saved', async () => {
  const { page } = desk;
  await grid(page).getByRole('button', { name: /明天/ }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('原因').fill('全员培训');
  await effect(dialog)
    .getByText(/[1-9]\d* 个预约放不下/)
    .last()
    .waitFor();
  await effect(dialog).getByRole('table', { name: '放不下的预约' }).getByText(booked.taxpayer.name).waitFor();
  await desk.expectAccessible('special day');
  await desk.shot('capacity-4-touched');
});

test('what another manager changed meanwhile is not overwritten, and what one typed stays', async () => {
  const { page } = desk;
  const dialog = page.getByRole('dialog');
  const { hall } = await tuesday();
  const body = {
    version: hall.version,
    on: '2026-11-26',
    kind: 'shortened',
    hours: '08:30-12:00',
    reason: '系统升级',
  } as const;
  await other.capacity.setSpecialDay({ params: { hallId: hall.id }, body });
  await dialog.getByRole('alert').getByText('内容刚刚被别人改过').waitFor();
  assert.equal(await dialog.getByLabel('原因').inputValue(), '全员培训');
  await desk.shot('capacity-5-overtaken');
  await dialog.getByRole('button', { name: '放弃我的改动，载入最新内容' }).click();
  await dialog.getByLabel('原因').fill('全员培训');
  await effect(dialog)
    .getByText(/[1-9]\d* 个预约放不下/)
    .last()
    .waitFor();
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await grid(page).getByText('全员培训').waitFor();
  await grid(page).getByText('系统升级').waitFor();
  await desk.shot('capacity-6-saved');
  assert.equal(said((await tuesday()).day.hours), '');
  const { status } = await (await asCitizen(server, '13800138001')).api.appointments.get({
    params: { appointmentId: booked.id },
  });
  assert.equal(status, 'pending', 'a change of hours cancels nobody');
});

test('no page of the story reported an error of its own', () => desk.expectSound());
