import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { instantAt, makePhone } from '@yiyun/shared';
import { importArticles, KnowledgeBase } from '../../src/modules/help/index.js';
import { UnitOfWork } from '../../src/modules/records/index.js';
import { asCitizen, asManager, asOfficer, type TestActor, type TestCitizen } from '../harness/actors.js';
import { answer, answered, ask, claim, look, reopen, show } from '../harness/questions.js';
import { currentRow, replayed } from '../harness/replay.js';
import { startApp, type TestApp } from '../harness/start-app.js';
import { play, uploadVoice } from '../harness/voices.js';

const refusal = (code: string) => expect.objectContaining({ code });

describe('answers for everybody', () => {
  let test: TestApp;
  let citizen: TestCitizen;
  let officer: TestActor;

  beforeAll(async () => {
    test = await startApp();
    citizen = await asCitizen(test, { name: '王晓明' });
    officer = await asOfficer(test, 'H'.repeat(26));
  });
  afterAll(() => test.close());

  const visitor = () => test.client().help;
  const ids = (items: { id: string }[]) => items.map(({ id }) => id);
  const similar = async (q: string) => ids(await visitor().similar({ query: { q } }));
  const read = (knowledgeId: string) => visitor().knowledgeGet({ params: { knowledgeId } });
  const searches = () =>
    test.db.read.query<{ text: string; resultCount: number; citizenId: string | null }[]>(
      'SELECT text, resultCount, citizenId FROM search_log ORDER BY id',
    );

  describe('similar questions and search', () => {
    it('find an article by other words, five at most, the likest first', async () => {
      const hits = await visitor().similar({ query: { q: '我们小店要注销了，公司不开了怎么弄' } });
      expect(hits[0]).toMatchObject({ id: 'cancel', kind: 'article' });
      expect(hits.length).toBeLessThanOrEqual(5);
      expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
      await expect(visitor().similar({ query: { q: ' ' } })).rejects.toEqual(refusal('request.invalid'));
    });

    it('keep every search, without a result too, masked, and no look at what is similar', async () => {
      await visitor().search({ query: { q: '食堂几点开门' } });
      const hits = await citizen.client.help.search({ query: { q: `${makePhone(9)}公司注销` } });
      await visitor().similar({ query: { q: '公司注销' } });
      expect(await searches()).toEqual([
        { text: '食堂几点开门', resultCount: 0, citizenId: null },
        { text: expect.not.stringContaining(makePhone(9)), resultCount: hits.length, citizenId: citizen.id },
      ]);
      const [newest] = (await citizen.client.records.mine({ query: { limit: 1 } })).items;
      expect(newest).toMatchObject({ kind: 'KnowledgeSearched', text: `搜索答案，找到${hits.length}条`, by: '您' });
    });

    it('keep searches that come at once', async () => {
      const before = (await searches()).length;
      await Promise.all(Array.from({ length: 60 }, (_, i) => visitor().search({ query: { q: `怎么领票${i}` } })));
      expect(await searches()).toHaveLength(before + 60);
    });
  });

  describe('articles', () => {
    const article = { question: '星火项目怎么申报', answer: '网上申报', asks: [], source: '测试', official: true };
    const load = async (...articles: Parameters<typeof importArticles>[1]) => {
      await importArticles(test.app.get(UnitOfWork), articles);
      await test.app.get(KnowledgeBase, { strict: false }).refresh();
    };

    it('are listed in pages, each once', async () => {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await visitor().knowledge({ query: { limit: 7, cursor } });
        seen.push(...ids(page.items));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen).toEqual(ids((await visitor().knowledge({ query: { limit: 100 } })).items));
      expect((await visitor().knowledge({ query: { q: '汇算', limit: 1 } })).items[0]?.question).toContain('汇算');
      await expect(read('no-such-article')).rejects.toEqual(refusal('request.not_found'));
    });

    it('an expired one is never suggested, from the day after its last', async () => {
      await load({ ...article, id: 'spark', validFrom: '2026-11-20', validUntil: '2026-11-23' });
      const q = '星火项目怎么申报';
      expect((await read('spark')).validUntilOn).toBe('2026-11-23');
      expect(await similar(q)).toContain('spark');
      const before = test.clock.now();
      test.clock.set('2026-11-24', 0);
      expect(await similar(q)).not.toContain('spark');
      expect(ids(await visitor().search({ query: { q } }))).not.toContain('spark');
      expect(ids((await visitor().knowledge({ query: { limit: 100 } })).items)).not.toContain('spark');
      await expect(read('spark')).rejects.toEqual(refusal('request.not_found'));
      test.clock.advance(before - instantAt('2026-11-24', 0));
    });

    it('are imported once; a changed one gets a new version; both add up in its stream (R4)', async () => {
      const same = async (version: number) => {
        const row = await currentRow(test, 'knowledge_item', { id: 'comet' });
        expect(row['version']).toBe(version);
        expect(await replayed(test, 'article:comet')).toEqual({ version, facts: row });
      };
      await load({ ...article, id: 'comet' });
      await load({ ...article, id: 'comet' });
      await same(1);
      await load({ ...article, id: 'comet', answer: '窗口申报', validUntil: '2027-12-31' });
      await same(2);
      expect((await read('comet')).answer).toBe('窗口申报');
    });
  });

  describe('public questions', () => {
    it('appear with their answer when the asker agrees, and go when taken back', async () => {
      const reply = await answered(citizen, officer, `银杏树要交税吗？我是王晓明，${makePhone(3)}`, '不用交。');
      await expect(read(reply.id)).rejects.toEqual(refusal('request.not_found'));
      const shown = await show(citizen, reply, 'public');
      const view = await read(reply.id);
      expect(view).toMatchObject({ kind: 'question', answer: '不用交。', official: true, voice: null });
      expect(view.question).toContain('银杏树要交税吗');
      expect(view.question).not.toMatch(new RegExp(`王晓明|${makePhone(3)}`));
      expect((await similar('银杏树要交税吗'))[0]).toBe(reply.id);
      const hidden = await show(citizen, shown, 'private');
      expect(hidden.visibility).toBe('private');
      expect(await similar('银杏树要交税吗')).not.toContain(reply.id);
      await expect(read(reply.id)).rejects.toEqual(refusal('request.not_found'));
      const [row] = await test.db.read.query<{ question: string; answer: string }[]>(
        'SELECT question, answer FROM knowledge_item WHERE id = ?',
        [reply.id],
      );
      expect(row).toEqual({ question: '', answer: '' });
    });

    it('follow the latest answer, masked again (H3)', async () => {
      const reply = await answered(citizen, officer, '珊瑚礁算不动产吗', '不算');
      const again = await reopen(citizen, await show(citizen, reply, 'public'), '那灯塔呢');
      await answer(officer, await claim(officer, again), `灯塔算，可致电${makePhone(8)}`);
      const view = await read(reply.id);
      expect(view.question).toBe('珊瑚礁算不动产吗\n那灯塔呢');
      expect(view.answer).toMatch(/^灯塔算/);
      expect(view.answer).not.toContain(makePhone(8));
    });

    it('let the voice of the answer be heard, unless its words had to be masked (H3)', async () => {
      const withVoice = async (text: string) => {
        const clip = await uploadVoice(test, officer, 'question.mp3');
        const question = await claim(officer, await ask(citizen, '极光能抵税吗'));
        await show(citizen, await answer(officer, question, text, clip.id), 'public');
        return (await read(question.id)).voice;
      };
      const voice = await withVoice('不能抵税。');
      expect(voice?.transcript).toBeNull();
      expect((await play(test, voice?.url ?? '')).status).toBe(200);
      expect(await withVoice('王晓明您好，不能抵税。')).toBeNull();
    });
  });

  describe('an answer that was enough', () => {
    const deflect = (who: TestActor, helpfulId: string) =>
      who.client.help.deflect({ body: { text: '公司注销', helpfulId } });

    it('is thanked for, by whoever has an account and for an answer that is there', async () => {
      const content = await asCitizen(test);
      await expect(test.client().help.deflect({ body: { text: '公司注销', helpfulId: 'cancel' } })).rejects.toEqual(
        refusal('auth.required'),
      );
      await expect(deflect(content, 'no-such-answer')).rejects.toEqual(refusal('request.not_found'));
      expect(await deflect(content, 'cancel')).toEqual({ thanked: true });
    });
  });

  describe('when a citizen leaves', () => {
    const leave = (who: TestActor) => who.client.identity.deleteMe({ body: { confirmation: '注销账户' } });

    it('words, sound and public copies go; open questions come first', async () => {
      const [leaver, helper] = [await asCitizen(test, { name: '赵一鸣' }), await asOfficer(test, 'K'.repeat(26))];
      const clip = await uploadVoice(test, leaver, 'question.mp3');
      const question = await ask(leaver, '赵一鸣问：驯鹿要交税吗', clip.id);
      const url = (await look(leaver, question)).posts[0]?.voice?.url ?? '';
      await leaver.client.help.search({ query: { q: '驯鹿' } });
      const exported = await leaver.client.identity.exportMe();
      expect(JSON.stringify(exported.sections.find(({ title }) => title === '提问与解答'))).toContain('驯鹿要交税吗');
      await expect(leave(leaver)).rejects.toEqual(refusal('identity.open_business'));
      const reply = await answer(helper, await claim(helper, question), '赵一鸣您好，要交');
      await show(leaver, reply, 'public');
      expect((await leave(leaver)).deleted).toBe(true);
      await test.settle();
      await test.app.get(KnowledgeBase, { strict: false }).refresh();
      await expect(read(question.id)).rejects.toEqual(refusal('request.not_found'));
      expect((await play(test, url)).status).toBe(404);
      const left = await asManager(test).then((manager) =>
        manager.client.help.staffGet({ params: { helpRequestId: question.id } }),
      );
      expect(left).toMatchObject({ title: '语音提问', visibility: 'private', posts: [{ text: '', voice: null }, {}] });
      expect(left.posts[1]?.text).toBe('赵*鸣您好，要交');
      expect((await searches()).filter(({ citizenId }) => citizenId === leaver.id)).toEqual([]);
      const row = await currentRow(test, 'help_request', { id: question.id }, ['id', 'changedAt']);
      expect((await replayed(test, `help:${question.id}`)).facts).toMatchObject(row);
    });
  });
});
