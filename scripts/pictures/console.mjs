import { openDesk, settle } from './studio.mjs';

/** The counter, the hall and the managers' pages. */
export async function consolePictures({ browser, studio, save, offer, booked }) {
  const { hallId } = offer;
  const counter = await openDesk(browser, studio, { account: 'yinzhou' });
  for (const [name, address] of [
    ['console-board', '/counter/board'],
    ['console-today', '/counter/today'],
    ['console-desk', '/counter/desk'],
  ]) {
    await counter.open(address);
    await save(counter.page, name);
  }
  await counter.open('/counter/cases');
  await counter.page.locator('tbody tr[data-row-key]').nth(1).click();
  await save(counter.page, 'console-case');
  await counter.close();

  const kiosk = await openDesk(browser, studio, { account: 'yinzhou', width: 900, height: 1200 });
  await kiosk.open(`/kiosk/${hallId}`);
  await save(kiosk.page, 'hall-kiosk');
  await kiosk.close();
  const screen = await openDesk(browser, studio, { width: 1920, height: 1080 });
  await screen.open(`/screen/${hallId}`);
  await save(screen.page, 'hall-screen');
  await screen.close();

  const manager = await openDesk(browser, studio, { account: 'manager' });
  const { page, open } = manager;
  for (const [name, address] of [
    ['console-hot', '/manager/hot-questions'],
    ['console-savings', '/manager/hot-questions/savings'],
    ['console-capacity', '/manager/capacity'],
    ['console-day', '/manager/day'],
  ]) {
    await open(address);
    await save(page, name);
  }
  await open('/manager/notices/new');
  await page.getByLabel('标题').fill('元旦期间办税服务厅放假安排');
  await page.getByLabel('类别').click();
  await page.locator('.ant-select-item-option', { hasText: '办税提醒' }).click();
  await page.getByLabel('正文').fill('一月一日至三日放假，不对外办公。\n\n四日起照常办理。急事请拨打 12366。');
  await save(page, 'console-notice');
  await open('/manager/records');
  await page.locator('#stream').fill(booked.referenceNo);
  await page.getByRole('button', { name: '查看记录' }).click();
  await settle(page);
  await save(page, 'console-record');
  await manager.close();
}
