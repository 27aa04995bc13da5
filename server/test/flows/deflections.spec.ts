import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  DAY_MS,
  type DeflectionEntryView,
  type DeflectionOutcome,
  deflectionOutcomes,
  type HelpDetailView,
  makePhone,
} from '@yiyun/shared';
import { asAdmin, asCitizen, asManager, asOfficer, type TestActor, type TestCitizen } from '../harness/actors.js';
import { refusalOf } from '../harness/phone-code.js';
import { ask } from '../harness/questions.js';
import { startApp, type TestApp } from '../harness/start-app.js';

const NOVEMBER = { fromOn: '2026-11-01', untilOn: '2026-11-30' };

describe('similar answers shown before asking', () => {
  let test: TestApp;
  let manager: TestActor;

  beforeAll(async () => {
    test = await startApp();
    test.clock.set('2026-11-02', 600);
  });
  afterAll(() => test.close());

  const say = (who: TestCitizen, text = '公司注销要多久', helpfulId = 'cancel') =>
    who.client.help.deflect({ body: { text, helpfulId } });
  const askAnyway = (who: TestCitizen, text: string): Promise<HelpDetailView> =>
    who.client.help.ask({ body: { text, shownIds: ['cancel'] } });
  const count = async (period = NOVEMBER) => {
    manager = await asManager(test);
    return (await manager.client.insights.deflections({ query: period })).counts;
  };
  const entries = async (outcome: DeflectionOutcome, period = NOVEMBER): Promise<DeflectionEntryView[]> => {
    const all: DeflectionEntryView[] = [];
    let cursor: string | undefined;
    do {
      const query = { ...period, outcome, limit: 2, cursor };
      const page = await manager.client.insights.deflectionEntries({ query });
      all.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return all;
  };

  it('are counted for managers only, over a period that makes sense', async () => {
    const query = { ...NOVEMBER, outcome: 'lasting' } as const;
    expect(await refusalOf(test.client().insights.deflections({ query: NOVEMBER }))).toBe('auth.required');
    for (const who of [await asCitizen(test), await asOfficer(test, 'D'.repeat(26)), await asAdmin(test)]) {
      expect(await refusalOf(who.client.insights.deflections({ query: NOVEMBER }))).toBe('auth.forbidden');
      expect(await refusalOf(who.client.insights.deflectionEntries({ query }))).toBe('auth.forbidden');
    }
    manager = await asManager(test);
    for (const bad of [
      { fromOn: '2026-11-02', untilOn: '2026-11-01' },
      { fromOn: '2020-01-01', untilOn: '2026-11-01' },
    ]) {
      expect(await refusalOf(manager.client.insights.deflections({ query: bad }))).toBe('request.invalid');
      expect(await refusalOf(manager.client.insights.deflectionEntries({ query: { ...query, ...bad } }))).toBe(
        'request.invalid',
      );
    }
    expect(await count()).toEqual({ lasting: 0, askedLater: 0, undecided: 0, askedAnyway: 0 });
  });

  it('have saved a question when the person did not ask within seven days', async () => {
    const [content, unsure] = [await asCitizen(test), await asCitizen(test)];
    await say(content);
    await say(unsure);
    expect(await count()).toEqual({ lasting: 0, askedLater: 0, undecided: 2, askedAnyway: 0 });
    test.clock.advance(2 * DAY_MS);
    const question = await ask(unsure, '还是想问清楚');
    expect(await count()).toMatchObject({ undecided: 1, askedLater: 1, lasting: 0 });
    test.clock.advance(5 * DAY_MS);
    expect(await count()).toMatchObject({ undecided: 0, askedLater: 1, lasting: 1 });
    test.clock.advance(DAY_MS);
    await ask(content, '另一件事');
    expect(await count()).toMatchObject({ undecided: 0, askedLater: 1, lasting: 1 });
    const [later] = await entries('askedLater');
    expect(later).toMatchObject({
      text: '公司注销要多久',
      helpful: { id: 'cancel', question: expect.any(String) },
      asked: { helpRequestId: question.id, referenceNo: question.referenceNo },
    });
    expect(await entries('lasting')).toMatchObject([{ asked: null }]);
  });

  it('have saved none for whoever sends the question all the same', async () => {
    const person = await asCitizen(test, { name: '王晓明' });
    await ask(person, '没有看到相似的');
    const question = await askAnyway(person, `我是王晓明，电话${makePhone(7)}，注销要带什么`);
    expect((await count()).askedAnyway).toBe(1);
    const [entry] = await entries('askedAnyway');
    expect(entry).toMatchObject({ id: question.id, helpful: null, asked: { helpRequestId: question.id } });
    expect(entry?.text).toContain('注销要带什么');
    expect(entry?.text).not.toMatch(new RegExp(`王晓明|${makePhone(7)}`));
  });

  it('show no number of who looked, and nothing of whoever has left', async () => {
    const leaver = await asCitizen(test);
    await say(leaver, `公司注销，回电${makePhone(8)}`);
    await count();
    const written = (await entries('undecided')).map(({ text }) => text).join();
    expect(written).toContain('公司注销');
    expect(written).not.toContain(makePhone(8));
    await leaver.client.identity.deleteMe({ body: { confirmation: '注销账户' } });
    expect((await entries('undecided')).map(({ text }) => text)).toContain('');
  });

  it('I3: every number equals what it opens, in any period', async () => {
    for (let i = 0; i < 7; i++) {
      const person = await asCitizen(test);
      await (i % 3 === 0 ? askAnyway(person, '注销要多久') : say(person));
      if (i % 2 === 0) await ask(person, '再问一句');
      test.clock.advance(DAY_MS);
    }
    for (const period of [NOVEMBER, { fromOn: '2026-11-12', untilOn: '2026-11-14' }]) {
      const counts = await count(period);
      for (const outcome of deflectionOutcomes) {
        const opened = await entries(outcome, period);
        expect(new Set(opened.map(({ id }) => id)).size).toBe(counts[outcome]);
        expect(opened).toHaveLength(counts[outcome]);
        expect(opened.map(({ at }) => at)).toEqual(opened.map(({ at }) => at).sort((a, b) => b - a));
      }
    }
    const whole = await count();
    expect(Object.values(whole).every((n) => n > 0)).toBe(true);
  });

  it('lead to their records, and looking at them is recorded', async () => {
    const [entry] = await entries('lasting');
    const told = await manager.client.records.stream({ query: { streamId: `deflection:${entry?.id}` } });
    expect(told.items.map(({ kind }) => kind)).toEqual(['HelpDeflected']);
    const own = await manager.client.records.stream({ query: { streamId: `staff:${manager.id}` } });
    expect(own.items.map(({ kind }) => kind)).toContain('DeflectionsViewed');
  });
});
