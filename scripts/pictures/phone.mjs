import { openPhone, settle } from './studio.mjs';

/** Home, booking from beginning to end, the queue and the rules, as the accountant of the demonstration sees them. */
export async function phonePictures({ browser, studio, save, citizen, officer, offer }) {
  const { token } = citizen;
  const { matterId, hallId } = offer;
  const phone = await openPhone(browser, studio, { token });
  const { page, open } = phone;
  await open('home');
  await save(page, 'phone-home');
  await open('queue/halls');
  await save(page, 'phone-halls');
  await open('queue/ticket', { token: await queueUp(officer, offer) });
  await page.locator('#keep-ticket').click();
  await page.locator('#notify-near').waitFor();
  await save(page, 'phone-ticket');
  await open('booking/online', { matterId });
  await save(page, 'phone-online');
  await open('booking/time', { matterId, hallId });
  await page.getByRole('radio', { name: /^11月25日/ }).click();
  await settle(page);
  await page
    .getByRole('radio', { name: /^下午\d\d:\d\d–\d\d:\d\d，余/ })
    .nth(1)
    .click();
  await save(page, 'phone-time');
  await page.locator('#time-next').click();
  await page.getByRole('radio', { name: /青禾/ }).click();
  await page.locator('#whom-next').click();
  await page.locator('.hold-clock').waitFor();
  await save(page, 'phone-hold');
  await page.locator('#submit-booking').click();
  await page.locator('#see-appointment').waitFor();
  await save(page, 'phone-done');
  await open('booking/standing');
  await save(page, 'phone-standing');
  await open('account/proxy');
  await page.locator('#add-proxy').click();
  await save(page, 'phone-proxy');
  await phone.close();

  const elder = await openPhone(browser, studio, { token, elder: true });
  await elder.open('home');
  await save(elder.page, 'phone-elder');
  await elder.open('booking/time', { matterId, hallId });
  await save(elder.page, 'phone-elder-time');
  await elder.close();
}

/** A window opens and some numbers are given out; the code on the last paper. */
async function queueUp(officer, { hallId, matterId }) {
  const { windows } = await officer.queue.board({ params: { hallId } });
  const window = windows.findLast(({ servesComplex, state }) => servesComplex && state === 'closed');
  if (window) await officer.queue.setWindowState({ params: { windowId: window.id }, body: { state: 'open' } });
  let ticket;
  for (let number = 0; number < 5; number++)
    ticket = await officer.queue.draw({ params: { hallId }, body: { matterIds: [matterId], source: 'walkIn' } });
  if (window) await officer.queue.callNext({ params: { windowId: window.id } });
  return ticket.publicToken;
}
