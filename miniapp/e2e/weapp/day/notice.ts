import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publishNotice } from '../../support/office';
import { pullUntil } from '../phone';
import type { Day } from './day';

const TITLE = '本周五下午系统升级';
const BODY = '本周五十五时起暂停办理，请提前安排。\n给您带来不便，请谅解。';

/** What the office has to say reaches a person, and the office learns how far it came. */
export function notice(day: () => Day): void {
  test('a notice is published, delivered when it is shown, read when it is opened', async () => {
    const { app, manager } = day();
    const published = await publishNotice(manager.api, TITLE, BODY);
    const counts = async () => (await manager.api.notices.managedGet({ params: { noticeId: published.id } })).counts;
    assert.ok(published.counts.published > 1);
    assert.deepEqual(await counts(), { published: published.counts.published, delivered: 0, read: 0 });

    await app.tapTab('首页');
    await pullUntil(app, `#notice-${published.id}`);
    await app.expectText(`#notice-${published.id}`, /未读/);
    assert.deepEqual(await counts(), { published: published.counts.published, delivered: 1, read: 0 });

    await app.tap(`#notice-${published.id}`);
    await app.expectText('.page__heading', TITLE);
    await app.expectText('.page', /请提前安排/);
    assert.deepEqual(await counts(), { published: published.counts.published, delivered: 1, read: 1 });
    await app.back();
    await app.expectText(`#notice-${published.id}`, /升级(?!.*未读)/);
  });
}
