import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { asCitizen, askByVoice, asStaff, book } from './harness/clients';
import { openBrowser, openDesk, violations } from './harness/desk';
import { startServer, type TestServer, TODAY } from './harness/server';

const CLOSED_ON = '2026-12-01';

let server: TestServer;
let browser: Browser;
/** Addresses of every page, by the account that sees it. */
let pages: Record<string, [name: string, address: string][]>;

before(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  const [first, second] = [await asCitizen(server, '13800138001'), await asCitizen(server, '13800138002')];
  const officer = await asStaff(server, 'yinzhou');
  const manager = await asStaff(server, 'manager');
  const waiting = await book(first, 'officer', { note: '带两份合同' });
  const served = await book(second, 'officer');
  const opened = await officer.cases.open({ body: { hallId: served.hall.id, appointmentId: served.id } });
  const walkIn = await officer.cases.open({
    body: {
      hallId: served.hall.id,
      matterId: served.matter.id,
      applicantName: '赵六',
      applicantPhone: '13800139999',
    },
  });
  const accepted = await officer.cases.accept({
    params: { caseId: walkIn.id },
    body: { version: walkIn.version, receivedDocuments: walkIn.documents.map(({ name }) => name) },
  });
  const ticket = await officer.queue.draw({
    params: { hallId: served.hall.id },
    body: { matterIds: [served.matter.id], source: 'walkIn', priorityReason: 'elderly', name: '赵六' },
  });
  const { closureId, callId } = await closure();
  const asked = await askByVoice(server, first);
  const claimed = await officer.help.claim({ params: { helpRequestId: asked.id }, body: { version: asked.version } });
  const text = { category: '办税提醒', body: '本月申报期限为十六日，请尽早办理。', audience: 'everyone' } as const;
  const draft = await manager.notices.create({ body: { ...text, title: '征期提醒草稿' } });
  const made = await manager.notices.create({ body: { ...text, title: '征期提醒' } });
  const published = await manager.notices.publish({ params: { noticeId: made.id }, body: { version: made.version } });
  const { items: asking } = await manager.insights.hotQuestions({ query: { fromOn: '2026-09-01', untilOn: TODAY } });
  const hot = asking.find(({ questions }) => questions > 0);
  const [somebody] = (await manager.identity.staffList({ query: { q: 'jiangshan' } })).items;
  pages = {
    yinzhou: [
      ['board', '/counter/board'],
      ['desk', '/counter/desk'],
      ['desk-book', '/counter/desk/book'],
      ['desk-paper', '/counter/desk/paper'],
      ['tickets', `/counter/tickets?open=${ticket.id}`],
      ['calls', '/counter/calls'],
      ['call', `/counter/calls?open=${callId}`],
      ['today', '/counter/today'],
      ['appointments', '/counter/appointments'],
      ['appointment', `/counter/appointments?open=${waiting.id}`],
      ['cases', '/counter/cases'],
      ['case-new', '/counter/cases/new'],
      ['case-opened', `/counter/cases/${opened.id}`],
      ['case-accepted', `/counter/cases/${accepted.id}`],
      ['receipt', `/counter/cases/${accepted.id}/receipt`],
      ['receipt-roll', `/counter/cases/${accepted.id}/receipt?paper=roll`],
      ['questions', '/counter/questions?scope=all'],
      ['question', `/counter/questions/${claimed.id}`],
      ['password', '/account/password'],
      ['nowhere', '/counter/nowhere'],
    ],
    manager: [
      ['day', '/manager/day'],
      ['disruptions', '/manager/disruptions'],
      ['disruption', `/manager/disruptions/${closureId}`],
      ['disruption-new', '/manager/disruptions/new'],
      ['capacity', '/manager/capacity'],
      ['booking-policies', '/manager/booking-policies'],
      ['booking-policy-new', '/manager/booking-policies/new'],
      ['queue-policy', '/manager/queue-policy'],
      ['appeals', '/manager/appeals'],
      ['hot-questions', '/manager/hot-questions'],
      ['hot-question', `/manager/hot-questions/${hot?.id}`],
      ['savings', '/manager/hot-questions/savings?outcome=askedAnyway'],
      ['notices', '/manager/notices'],
      ['notice-new', '/manager/notices/new'],
      ['notice-draft', `/manager/notices/${draft.id}`],
      ['notice-published', `/manager/notices/${published.id}`],
      ['records', `/manager/records?stream=help:${claimed.id}`],
      ['halls', '/manager/halls'],
      ['hall', `/manager/halls/${served.hall.id}`],
      ['calendar', '/manager/calendar'],
      ['calendar-import', '/manager/calendar?import=yes'],
      ['staff', `/manager/staff?open=${somebody?.id}`],
    ],
  };
});
after(async () => {
  await browser.close();
  await server.stop();
});

/** A hall is closed on a day to come, and the one who is affected wants to be called. */
async function closure(): Promise<{ closureId: string; callId: string }> {
  const citizen = await asCitizen(server, '13800138003');
  const { hall } = await book(citizen, 'automatic', { on: CLOSED_ON });
  const manager = await asStaff(server, 'manager');
  const { id: closureId } = await manager.disruptions.create({
    body: {
      hallId: hall.id,
      scope: 'hall',
      from: `${CLOSED_ON} 08:00`,
      until: `${CLOSED_ON} 18:00`,
      reason: '供电线路检修',
    },
  });
  for (let tries = 0; tries < 50; tries += 1) {
    const [offer] = await citizen.api.disruptions.offers();
    if (offer?.status === 'offered') {
      const { id: callId, version } = offer;
      await citizen.api.disruptions.choose({ params: { affectedPartyId: callId }, body: { version } });
      return { closureId, callId };
    }
    await setTimeout(200);
  }
  throw new Error('nobody was offered anything');
}

for (const textSize of ['standard', 'large'] as const) {
  test(`axe finds nothing serious at sign-in (${textSize})`, async () => {
    const desk = await openDesk(browser, server, { textSize });
    await desk.page.getByText('演示账号').first().waitFor();
    await desk.expectAccessible('sign-in');
    await desk.shot('page-sign-in');
    await desk.page.context().close();
  });

  for (const account of ['yinzhou', 'manager'] as const) {
    test(`axe finds nothing serious on any page of ${account} (${textSize}), and nothing is wider than the screen`, async () => {
      const desk = await openDesk(browser, server, { account, textSize });
      for (const [name, address] of pages[account] ?? []) {
        await desk.go(address);
        await desk.page.locator('.ant-skeleton').first().waitFor({ state: 'detached' });
        await desk.expectAccessible(name);
        const overflow = await desk.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(overflow <= 0, `${name} is ${overflow} px too wide (${textSize})`);
        await desk.shot(`page-${name}`);
      }
      desk.expectSound();
      await desk.page.context().close();
    });
  }
}

test('the checker itself: a picture without words and pale text are found', async () => {
  const desk = await openDesk(browser, server);
  await desk.page.evaluate(() => {
    document
      .querySelector('main')
      ?.insertAdjacentHTML('beforeend', '<img src="data:,"><p style="color:#ccc">看不清的字</p>');
  });
  const rules = (await violations(desk.page)).map((found) => found.split(':')[0]);
  assert.deepEqual(new Set(rules), new Set(['color-contrast', 'image-alt']));
});
