import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ModuleRef } from '@nestjs/core';
import {
  DAY_MS,
  type HotQuestionEntryView,
  type HotQuestionsQuery,
  type HotQuestionView,
  instantAt,
  makePhone,
} from '@yiyun/shared';
import { Clustering, InsightsModule } from '../../src/modules/insights/index.js';
import { normalise } from '../../src/platform/text/normalise.js';
import { FAQ_ARTICLES } from '../../src/seed/faq-articles.js';
import { generateQuestions } from '../../src/seed/paraphrase.js';
import { asAdmin, asCitizen, asManager, asOfficer, type TestActor, type TestCitizen } from '../harness/actors.js';
import { answered, ask, claim, transcribe } from '../harness/questions.js';
import { startApp, type TestApp } from '../harness/start-app.js';
import { uploadVoice } from '../harness/voices.js';

const refusal = (code: string) => expect.objectContaining({ code });
const NOVEMBER = { fromOn: '2026-11-01', untilOn: '2026-11-30' };

describe('hot questions', () => {
  let test: TestApp;
  let citizen: TestCitizen;
  let officer: TestActor;
  let manager: TestActor;

  beforeAll(async () => {
    test = await startApp();
    test.clock.set('2026-11-02', 600);
    citizen = await asCitizen(test, { name: '王晓明' });
    officer = await asOfficer(test, 'H'.repeat(26));
    manager = await asManager(test);
  });
  afterAll(() => test.close());

  const search = (q: string) => test.client().help.search({ query: { q } });
  const hot = (query: HotQuestionsQuery = NOVEMBER, who = manager) =>
    who.client.insights.hotQuestions({ query: { limit: 100, ...query } });
  const clusterOf = async (text: string): Promise<HotQuestionView> => {
    const [first] = (await hot({ ...NOVEMBER, q: text })).items;
    if (!first) throw new Error(`no cluster for ${text}`);
    return first;
  };
  const entriesOf = async ({ id }: { id: string }, period = NOVEMBER): Promise<HotQuestionEntryView[]> => {
    const entries: HotQuestionEntryView[] = [];
    let cursor: string | undefined;
    do {
      const query = { ...period, limit: 15, cursor };
      const page = await manager.client.insights.hotQuestionEntries({ params: { clusterId: id }, query });
      entries.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return entries;
  };
  /** I3: every count against the entries that it opens. */
  const countsFit = async (period = NOVEMBER) => {
    const { items, total } = await hot(period);
    expect(items.reduce((sum, { count }) => sum + count, 0)).toBe(total);
    for (const item of items) {
      const entries = await entriesOf(item, period);
      expect(new Set(entries.map(({ id }) => id)).size).toBe(item.count);
      expect(entries).toHaveLength(item.count);
      const questions = entries.filter(({ kind }) => kind === 'question');
      expect([item.questions, item.searches]).toEqual([questions.length, entries.length - questions.length]);
      expect(item.answeredQuestions).toBe(questions.filter((one) => one.answered).length);
      expect(item.trend.reduce((sum, { count }) => sum + count, 0)).toBe(item.count);
    }
    return items;
  };

  it('are for managers', async () => {
    await expect(test.client().insights.hotQuestions({ query: NOVEMBER })).rejects.toEqual(refusal('auth.required'));
    for (const who of [citizen, officer, await asAdmin(test)])
      await expect(hot(NOVEMBER, who)).rejects.toEqual(refusal('auth.forbidden'));
    await expect(hot({ fromOn: '2026-11-02', untilOn: '2026-11-01' })).rejects.toMatchObject({
      fields: [{ path: 'untilOn', message: '结束日期不能早于开始日期' }],
    });
    await expect(hot({ fromOn: '2020-01-01', untilOn: '2026-11-01' })).rejects.toMatchObject({
      fields: [{ path: 'untilOn' }],
    });
  });

  it('are none while nothing was asked', async () => {
    expect(await hot()).toMatchObject({ total: 0, items: [], nextCursor: null, computedAt: test.clock.now() });
  });

  it('count a question as soon as it was asked, and lead to it and its record', async () => {
    const reply = await answered(citizen, officer, '你好，公司不开了怎么注销呢？');
    for (const q of ['公司不开了怎么注销', '请问公司不开了怎么注销？']) await search(q);
    await ask(citizen, '银杏果要交税吗');
    const cluster = await clusterOf('注销');
    expect(cluster).toMatchObject({
      name: '公司不开了怎么注销',
      count: 3,
      questions: 1,
      searches: 2,
      answeredQuestions: 1,
    });
    expect(cluster.coveredBy).toEqual({ id: 'cancel', question: expect.any(String) });
    expect((await clusterOf('银杏果')).coveredBy).toBeNull();
    const entries = await entriesOf(cluster);
    const question = entries.find(({ kind }) => kind === 'question');
    expect(question).toMatchObject({ helpRequestId: reply.id, referenceNo: reply.referenceNo, answered: true });
    expect(entries.find(({ kind }) => kind === 'search')?.resultCount).toBeGreaterThan(0);
    const record = await manager.client.records.stream({ query: { streamId: `help:${question?.helpRequestId}` } });
    expect(record.items.map(({ kind }) => kind)).toEqual(['HelpAnswered', 'HelpClaimed', 'HelpAsked']);
  });

  it('show no name or number of who asked', async () => {
    await ask(citizen, `雪橇犬要上税吗？我是王晓明，电话${makePhone(4)}`);
    await search(`${makePhone(5)}雪橇犬`);
    const clusters = (await hot({ ...NOVEMBER, q: '雪橇犬' })).items;
    const shown = JSON.stringify([clusters, await Promise.all(clusters.map((one) => entriesOf(one)))]);
    expect(shown).toContain('雪橇犬要上税吗');
    expect(shown).not.toMatch(new RegExp(`王晓明|${makePhone(4)}|${makePhone(5)}`));
  });

  it('count a voice from the moment its words are known, by the words that were corrected last', async () => {
    const clip = await uploadVoice(test, citizen, 'question.mp3');
    const before = (await hot()).total;
    const question = await citizen.client.help.ask({ body: { voiceClipId: clip.id } });
    expect((await hot()).total).toBe(before);
    const typed = await transcribe(officer, await claim(officer, question), clip.id, '驯鹿养殖免税吗');
    expect((await clusterOf('驯鹿养殖')).count).toBe(1);
    await transcribe(officer, typed, clip.id, '麋鹿养殖免税吗');
    expect((await clusterOf('麋鹿养殖')).count).toBe(1);
    expect((await hot({ ...NOVEMBER, q: '驯鹿养殖' })).items).toEqual([]);
    expect((await hot()).total).toBe(before + 1);
  });

  describe('over a month of questions and searches', () => {
    const asked = generateQuestions(150, 3, { typoRate: 0.2 });

    beforeAll(async () => {
      for (const [i, { text }] of asked.entries()) {
        test.clock.advance(DAY_MS / 6);
        if (i % 5 === 0) await ask(citizen, text);
        else await search(text);
      }
      manager = await asManager(test);
      await test.app.get(Clustering, { strict: false }).catchUp();
    }, 120_000);

    it('I1: equal normalised texts share a cluster', async () => {
      const home = new Map<string, string>();
      for (const item of await countsFit()) {
        for (const { text } of await entriesOf(item)) {
          expect(home.get(normalise(text)) ?? item.id).toBe(item.id);
          home.set(normalise(text), item.id);
        }
      }
      expect(home.size).toBeGreaterThan(60);
    });

    it('I2: ids and names stay, whatever runs again and whatever comes new', async () => {
      const named = async () => new Map((await hot()).items.map(({ id, name }) => [id, name]));
      const before = await named();
      await test.app.get(Clustering, { strict: false }).catchUpFromBeginning();
      expect(await named()).toEqual(before);
      await search('麻烦问下，银杏果要交税吗');
      const after = await named();
      for (const [id, name] of before) expect(after.get(id) ?? name).toBe(name);
    });

    it('I3: totals equal what they open, in any period, and weeks have no gaps', async () => {
      const week = { fromOn: '2026-11-09', untilOn: '2026-11-15' };
      const items = await countsFit(week);
      expect(items[0]?.trend).toEqual([{ week: '2026-W46', count: items[0]?.count }]);
      const [first] = await countsFit({ fromOn: '2026-11-01', untilOn: '2026-11-29' });
      expect(first?.trend.map(({ week }) => week)).toEqual([
        '2026-W44',
        '2026-W45',
        '2026-W46',
        '2026-W47',
        '2026-W48',
      ]);
    });

    it('are given in pages, the most asked first, each once', async () => {
      const whole = (await hot()).items;
      expect(whole.map(({ count }) => count)).toEqual(whole.map(({ count }) => count).sort((a, b) => b - a));
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await hot({ ...NOVEMBER, limit: 4, cursor });
        paged.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(paged).toEqual(whole.map(({ id }) => id));
    });

    it('are few, and mostly covered by the sample articles', async () => {
      const { items, total } = await hot();
      expect(items.length).toBeLessThan(total / 3);
      const covered = items.filter(({ coveredBy }) => FAQ_ARTICLES.some(({ id }) => id === coveredBy?.id));
      const share = covered.reduce((sum, { count }) => sum + count, 0) / total;
      expect(share).toBeGreaterThan(0.8);
    });

    it('end where the data ends', async () => {
      expect(await hot({ fromOn: '2027-06-01', untilOn: '2027-06-30' })).toMatchObject({ total: 0, items: [] });
      const [any] = (await hot()).items;
      expect(await entriesOf(any as HotQuestionView, { fromOn: '2027-06-01', untilOn: '2027-06-30' })).toEqual([]);
      await expect(entriesOf({ id: 'Z'.repeat(26) })).rejects.toEqual(refusal('request.not_found'));
    });

    it('forget the words of a citizen who left, and still add up', async () => {
      const before = (await hot()).total;
      const leaver = await asCitizen(test);
      const own = await ask(leaver, '独角兽企业的股权激励');
      expect((await clusterOf('独角兽')).count).toBe(1);
      await leaver.client.help.close({ params: { helpRequestId: own.id }, body: { version: 1 } });
      test.clock.advance(1);
      await leaver.client.identity.deleteMe({ body: { confirmation: '注销账户' } });
      expect((await hot({ ...NOVEMBER, q: '独角兽' })).items).toEqual([]);
      expect((await hot()).total).toBe(before);
      const left = await test.db.read.query<unknown[]>(
        "SELECT textKey FROM question_cluster_member WHERE wording LIKE '%独角兽%'",
      );
      expect(left).toEqual([]);
    });
  });

  it('find in the nightly run what was written with an earlier instant', async () => {
    const early = instantAt('2026-10-05', 600);
    await test.db.change(
      "INSERT INTO search_log (id, at, text, resultCount, citizenId) VALUES (?, ?, '冰雕展要交税吗', 0, NULL)",
      ['E'.repeat(26), early],
    );
    const october = { fromOn: '2026-10-01', untilOn: '2026-10-31' };
    expect((await hot(october)).items).toEqual([]);
    await test.app.get(Clustering, { strict: false }).catchUpFromBeginning();
    expect((await hot(october)).items).toMatchObject([{ count: 1, searches: 1 }]);
  });

  it('come out the same when two instances work at once', async () => {
    const twin = await test.app.select(InsightsModule).get(ModuleRef, { strict: true }).create(Clustering);
    for (let i = 0; i < 20; i++) await search(`第${i}批树苗怎么交税`);
    await Promise.all([test.app.get(Clustering, { strict: false }).catchUp(), twin.catchUp()]);
    await twin.onModuleDestroy();
    const open = await test.db.read.query<unknown[]>('SELECT id FROM question_entry WHERE clusterId IS NULL');
    expect(open).toEqual([]);
    await countsFit();
  });
});
