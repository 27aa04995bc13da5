import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type AppointmentView, type BookingPolicyRules, localDateOf } from '@yiyun/shared';
import type { Browser, Page } from 'playwright-core';
import { asCitizen, asStaff, book, type Citizen } from './harness/clients';
import { type Desk, openBrowser, openDesk } from './harness/desk';
import { startServer, type TestServer, TODAY } from './harness/server';

let server: TestServer;
let browser: Browser;
let officer: Desk;
let manager: Desk;
let citizen: Citizen;
let booked: AppointmentView;

before(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  citizen = await asCitizen(server, '13800138001');
  booked = await book(citizen, 'automatic', { on: '2026-11-30' });
  officer = await openDesk(browser, server, { account: 'yinzhou' });
  manager = await openDesk(browser, server, { account: 'manager' });
});
after(async () => {
  await browser.close();
  await server.stop();
});

const read = ({ id: appointmentId }: { id: string }) => citizen.api.appointments.get({ params: { appointmentId } });
const freeTime = (page: Page) =>
  page.getByRole('dialog').getByRole('radiogroup', { name: '时段' }).locator('label:not(:has(:disabled))');

/** Books what can also be done online, where an officer looks at it first. */
async function bookOnlineMatter(on: string): Promise<AppointmentView> {
  const { items } = await citizen.api.matters.list({ query: { limit: 100 } });
  for (const { id: matterId } of items.filter(({ counterAvailable }) => counterAvailable)) {
    const { onlineHint, confirmation } = await citizen.api.matters.get({ params: { matterId } });
    if (onlineHint === null || confirmation !== 'officer') continue;
    const params = { hallId: booked.hall.id };
    const slots = await citizen.api.appointments.slots({ params, query: { matterId, on } });
    const free = slots.find(({ remaining, closedReason }) => remaining > 0 && closedReason === null);
    if (!free) continue;
    return citizen.api.appointments.book({ body: { slotId: free.id, matterId, taxpayerId: citizen.taxpayerId } });
  }
  throw new Error('nothing can be done online');
}

test('an officer changes the time: without a time it is refused, the old place stays until the new one is there', async () => {
  const { page } = officer;
  await officer.go(`/counter/appointments?open=${booked.id}`);
  await page.getByRole('button', { name: /^改约/ }).click();
  const dialog = page.getByRole('dialog');
  await freeTime(page).first().waitFor();
  await page.keyboard.press('Control+Enter');
  await dialog.getByRole('alert').filter({ hasText: '请更正以下内容' }).waitFor();
  assert.equal((await read(booked)).status, 'confirmed');
  await officer.expectAccessible('reschedule');
  await officer.shot('changes-1-no-time');
  await freeTime(page).last().click();
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: '新的预约' }).waitFor();
  await officer.shot('changes-2-moved');
  const moved = await read(booked);
  assert.equal(moved.status, 'rescheduled');
  booked = await read({ id: moved.rescheduledToId ?? '' });
  assert.equal(booked.status, 'confirmed');
});

test('what its owner cancelled meanwhile is not moved; the page says so and keeps the chosen time', async () => {
  const { page } = officer;
  await officer.go(`/counter/appointments?open=${booked.id}`);
  await page.getByRole('button', { name: /^改约/ }).click();
  await freeTime(page).first().click();
  const { version } = booked;
  await citizen.api.appointments.cancel({ params: { appointmentId: booked.id }, body: { version } });
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('alert').getByText('内容刚刚被别人改过').waitFor();
  await page.keyboard.press('Control+Enter');
  await dialog.getByRole('button', { name: '再试一次：改到这个时间' }).waitFor();
  assert.ok(await freeTime(page).first().locator('input').isChecked());
  await officer.shot('changes-3-overtaken');
  await page.keyboard.press('Escape');
  assert.equal((await read(booked)).status, 'cancelled');
});

test('what can be done online is steered there with words the person reads; too few are refused and stay', async () => {
  const { page } = officer;
  const online = await bookOnlineMatter('2026-12-01');
  await officer.go(`/counter/appointments?open=${online.id}`);
  await page.getByRole('region', { name: '可以网上办理' }).waitFor();
  await page.keyboard.press('Alt+o');
  const dialog = page.getByRole('dialog');
  const words = dialog.getByLabel('怎么告诉纳税人？');
  assert.match(await words.inputValue(), /可以网上办理/);
  await words.fill('网');
  await page.keyboard.press('Control+Enter');
  await dialog.getByRole('alert').waitFor();
  assert.equal(await words.inputValue(), '网');
  await officer.shot('changes-4-steer-refused');
  await words.fill('这个事项在电子税务局就能办，不用跑一趟。');
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  const steered = await read(online);
  assert.deepEqual([steered.status, steered.reason], ['rejected', '这个事项在电子税务局就能办，不用跑一趟。']);
});

test('an online matter is confirmed all the same when the person needs the hall', async () => {
  const { page } = officer;
  const online = await bookOnlineMatter('2026-12-02');
  await officer.go(`/counter/appointments?open=${online.id}`);
  await page.getByRole('button', { name: '仍然确认到厅' }).click();
  await page.getByRole('region', { name: '可以网上办理' }).waitFor({ state: 'detached' });
  assert.equal((await read(online)).status, 'confirmed');
  await officer.shot('changes-5-confirmed-all-the-same');
});

/** Lets each cancellation count from today on, and cancels two bookings that appeal. */
async function appealTwice(): Promise<void> {
  const staff = await asStaff(server, 'manager');
  const current = (await staff.policies.list()).find(({ inForce }) => inForce);
  const rules = {
    ...current?.rules,
    cancelCount: 2,
    cancelWindow: 'month',
    cancelBlock: 'restOfMonth',
  } as BookingPolicyRules;
  const body = { ...rules, title: '取消也计次', source: '测试', effectiveFromOn: TODAY };
  const { id: bookingPolicyId, version } = await staff.policies.create({ body });
  await staff.policies.publish({ params: { bookingPolicyId }, body: { version } });
  for (const [on, statement] of [
    ['2026-12-03', '孩子突发高烧，只能取消'],
    ['2026-12-04', '公司临时停工，来不了'],
  ] as const) {
    const made = await book(citizen, 'automatic', { on });
    assert.equal(localDateOf(made.startsAt), on);
    const params = { appointmentId: made.id };
    await citizen.api.appointments.cancel({ params, body: { version: made.version } });
    await citizen.api.appointments.appeal({ params, body: { statement } });
  }
}

test('an appeal is upheld with an answer: too short a one is refused, the block is gone at once', async () => {
  const { page } = manager;
  await appealTwice();
  assert.equal((await citizen.api.appointments.standing()).blocks.length, 1);
  await manager.go('/manager/appeals');
  await page.getByRole('row', { name: /孩子突发高烧/ }).click();
  await page.getByRole('button', { name: /^成立/ }).click();
  const dialog = page.getByRole('dialog');
  const reply = dialog.getByLabel('怎么答复？');
  await reply.fill('好');
  await page.keyboard.press('Control+Enter');
  await dialog.getByRole('alert').waitFor();
  assert.equal(await reply.inputValue(), '好');
  await manager.expectAccessible('appeal');
  await manager.shot('changes-6-appeal-refused');
  await reply.fill('经核实有就诊记录，不计入');
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  const { blocks, strikes } = await citizen.api.appointments.standing();
  assert.equal(blocks.length, 0);
  assert.ok(strikes.some(({ appeal }) => appeal?.reply === '经核实有就诊记录，不计入'));
});

test('an appeal that somebody else answers meanwhile is not answered twice, and the words stay', async () => {
  const { page } = manager;
  await manager.go('/manager/appeals');
  await page.getByRole('button', { name: '全部', exact: true }).click();
  await page.getByRole('row', { name: /公司临时停工/ }).click();
  await page.getByRole('button', { name: /^不成立/ }).click();
  const reply = page.getByRole('dialog').getByLabel('怎么答复？');
  await reply.fill('没有查到停工情况');
  const other = await asStaff(server, 'manager');
  const [open] = (await other.appointments.appealList({ query: { status: 'pending' } })).items;
  const body = { version: open?.version ?? 0, upheld: true, reply: '情况属实' };
  await other.appointments.decideAppeal({ params: { appointmentId: open?.appointmentId ?? '' }, body });
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').getByRole('alert').getByText('没能认定不成立').waitFor();
  assert.equal(await reply.inputValue(), '没有查到停工情况');
  await manager.shot('changes-7-answered-meanwhile');
  await page.getByRole('dialog').getByRole('button', { name: '返回' }).click();
  await page.getByText('情况属实').waitFor();
});

test('no page of the story reported an error of its own', () => {
  officer.expectSound();
  manager.expectSound();
});
