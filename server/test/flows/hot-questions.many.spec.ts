import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, DAY_MS, localDateOf } from '@yiyun/shared';
import { Clustering } from '../../src/modules/insights/index.js';
import { insertSql } from '../../src/platform/database/sql.js';
import { newId } from '../../src/platform/ids.js';
import { generateQuestions } from '../../src/seed/paraphrase.js';
import { asManager, type TestActor } from '../harness/actors.js';
import { startApp, type TestApp } from '../harness/start-app.js';

const TEXTS = 5_000;
const COLUMNS = ['id', 'at', 'text', 'resultCount', 'citizenId'];

describe('hot questions of thousands of texts in a year', () => {
  let test: TestApp;
  let manager: TestActor;
  let untilOn: string;

  beforeAll(async () => {
    test = await startApp();
    const now = test.clock.now();
    untilOn = localDateOf(now);
    const rows = generateQuestions(TEXTS, 8).map(({ text }, i) => {
      const at = now - Math.floor(((TEXTS - i) * 364 * DAY_MS) / TEXTS);
      return [newId(at), at, text, 1, null];
    });
    await test.db.transaction(async (tx) => {
      for (let from = 0; from < rows.length; from += 500) {
        const page = rows.slice(from, from + 500);
        await tx.query(insertSql('search_log', COLUMNS, page.length), page.flat());
      }
    });
    await test.app.get(Clustering, { strict: false }).catchUp();
    manager = await asManager(test);
  }, 300_000);
  afterAll(() => test.close());

  it('count every text, and come by pages', async () => {
    const query = { fromOn: addDays(untilOn, -365), untilOn, limit: 20 };
    const { total, items } = await manager.client.insights.hotQuestions({ query });
    expect([total, items.length]).toEqual([TEXTS, 20]);
    const counts = items.map(({ count }) => count);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
  });
});
