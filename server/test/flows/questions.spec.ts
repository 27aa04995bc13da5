import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HelpStatus, StaffHelpQuery } from '@yiyun/shared';
import { Matters } from '../../src/modules/matters/index.js';
import {
  asAdmin,
  asCitizen,
  asManager,
  asOfficer,
  asStaff,
  type TestActor,
  type TestCitizen,
} from '../harness/actors.js';
import {
  accept,
  answer,
  ask,
  claim,
  close,
  look,
  open,
  release,
  reopen,
  show,
  transcribe,
} from '../harness/questions.js';
import { currentRow, replayed } from '../harness/replay.js';
import { startApp, type TestApp } from '../harness/start-app.js';
import { uploadVoice } from '../harness/voices.js';

const refusal = (code: string) => expect.objectContaining({ code });

describe('questions', () => {
  let test: TestApp;
  let citizen: TestCitizen;
  let officer: TestActor;
  let colleague: TestActor;

  beforeAll(async () => {
    test = await startApp();
    citizen = await asCitizen(test, { name: '王晓明' });
    officer = await asOfficer(test, 'H'.repeat(26), '陈静');
    colleague = await asOfficer(test, 'J'.repeat(26), '李雷');
  });
  afterAll(() => test.close());

  const countOf = async (table: string) =>
    Number((await test.db.read.query<{ n: number | string }[]>(`SELECT COUNT(*) AS n FROM ${table}`))[0]?.n);

  describe('asking', () => {
    it('is for citizens who agreed to the terms', async () => {
      const body = { text: '怎么领发票' };
      const newcomer = await asCitizen(test);
      await test.db.change('UPDATE citizen SET consentVersion = NULL WHERE id = ?', [newcomer.id]);
      await expect(test.client().help.ask({ body })).rejects.toEqual(refusal('auth.required'));
      await expect(officer.client.help.ask({ body })).rejects.toEqual(refusal('auth.forbidden'));
      await expect(newcomer.client.help.ask({ body })).rejects.toEqual(refusal('identity.consent_required'));
      expect(await countOf('help_request')).toBe(0);
    });

    it('needs words or a voice, and leaves nothing otherwise', async () => {
      const unknown = 'Z'.repeat(26);
      const refused = (body: object, code: string) =>
        expect(citizen.client.help.ask({ body })).rejects.toEqual(refusal(code));
      await refused({}, 'help.content_missing');
      await refused({ text: '   ' }, 'help.content_missing');
      await refused({ text: '问'.repeat(1001) }, 'request.invalid');
      await refused({ voiceClipId: unknown }, 'request.not_found');
      await refused({ text: '怎么领票', matterId: unknown }, 'request.not_found');
      expect([await countOf('help_request'), await countOf('help_post')]).toEqual([0, 0]);
    });

    it('names the matter it is about, and gives the same answer to the same key', async () => {
      const matter = test.app.get(Matters, { strict: false }).all()[0];
      const body = { text: '要带什么材料', matterId: matter?.id };
      const key = { idempotencyKey: 'ask-only-once' };
      const first = await citizen.client.help.ask({ body }, key);
      expect(first).toMatchObject({ title: '要带什么材料', matterName: matter?.name, availableActions: ['close'] });
      expect((await citizen.client.help.ask({ body }, key)).id).toBe(first.id);
      expect(await countOf('help_request')).toBe(1);
    });
  });

  it('is seen by its asker and by officers, and by nobody else', async () => {
    const question = await ask(citizen, '发票抬头写错了怎么办');
    await expect(look(await asCitizen(test), question)).rejects.toEqual(refusal('request.not_found'));
    await expect(look(officer, question)).rejects.toEqual(refusal('auth.forbidden'));
    await expect(open(citizen, question)).rejects.toEqual(refusal('auth.forbidden'));
    await expect(open(await asAdmin(test), question)).rejects.toEqual(refusal('auth.forbidden'));
    await expect(open(officer, { id: 'Z'.repeat(26) })).rejects.toEqual(refusal('request.not_found'));
    expect((await look(citizen, question)).posts[0]).toMatchObject({ byName: '您', text: '发票抬头写错了怎么办' });
    expect((await open(await asManager(test), question)).askerName).toBe('王*明');
    const kinds = (await citizen.client.records.mine({ query: { limit: 3 } })).items.map(({ kind, by }) => [kind, by]);
    expect(kinds).toEqual([
      ['HelpViewed', '工作人员周*'],
      ['HelpViewed', '您'],
      ['HelpAsked', '您'],
    ]);
  });

  describe('H1: one responsible officer at a time', () => {
    it('of 50 officers who claim at once one wins, and the others hear who', async () => {
      const question = await ask(citizen, '谁来答');
      const expert = await asStaff(test, { roles: ['expert'], name: '何平' });
      const crowd = Array.from({ length: 50 }, (_, i) => [officer, colleague, expert][i % 3] as TestActor);
      const tries = await Promise.allSettled(crowd.map((one) => claim(one, question)));
      const won = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      expect(won).toHaveLength(1);
      const winner = won[0]?.assignee;
      for (const [i, one] of tries.entries()) {
        if (one.status === 'fulfilled') continue;
        const mine = crowd[i]?.id === winner?.id;
        expect(one.reason).toMatchObject(
          mine
            ? { code: 'request.not_available' }
            : { code: 'help.claimed_by_other', message: `这个问题正由${winner?.name}处理` },
        );
      }
      const row = await currentRow(test, 'help_request', { id: question.id });
      expect(row).toMatchObject({ status: 'claimed', version: 2, assigneeId: winner?.id });
    }, 60_000);

    it('nobody else answers, types or gives it back, before and after it was answered', async () => {
      const question = await claim(officer, await ask(citizen, '增值税怎么报'));
      const others = async (seen: { id: string; version: number }) => {
        await expect(answer(colleague, seen)).rejects.toEqual(refusal('help.claimed_by_other'));
        await expect(release(colleague, seen)).rejects.toEqual(refusal('help.claimed_by_other'));
        await expect(transcribe(colleague, seen, 'Z'.repeat(26), '听写')).rejects.toEqual(
          refusal('help.claimed_by_other'),
        );
        await expect(claim(colleague, seen)).rejects.toEqual(refusal('help.claimed_by_other'));
      };
      await others(question);
      expect((await open(colleague, question)).availableActions).toEqual([]);
      await others(await answer(officer, question));
      expect((await look(citizen, question)).posts).toHaveLength(2);
    });

    it('nobody answers what nobody has claimed', async () => {
      const question = await ask(citizen, '个税怎么退');
      await expect(answer(officer, question)).rejects.toEqual(refusal('request.not_available'));
      await expect(release(officer, question)).rejects.toEqual(refusal('request.not_available'));
    });
  });

  it('changes only for who has seen the latest', async () => {
    const question = await ask(citizen, '税务登记在哪办');
    const held = await claim(officer, question);
    await expect(answer(officer, { ...held, version: 1 })).rejects.toEqual(refusal('request.stale'));
    await expect(close(citizen, question)).rejects.toEqual(refusal('request.not_available'));
    const reply = await answer(officer, held);
    await expect(accept(citizen, question, reply.posts[1]?.id ?? '')).rejects.toEqual(refusal('request.stale'));
    expect((await close(citizen, reply)).status).toBe('closed');
    await expect(reopen(citizen, { ...reply, version: 4 }, '再问')).rejects.toEqual(refusal('request.not_available'));
  });

  it('is never public before there is an answer, nor twice', async () => {
    const question = await ask(citizen, '房产税怎么算');
    await expect(show(citizen, question, 'public')).rejects.toEqual(refusal('request.not_available'));
    await expect(show(citizen, question, 'private')).rejects.toEqual(refusal('request.not_available'));
    const voiceOnly = await uploadVoice(test, citizen, 'question.mp3');
    const spoken = await citizen.client.help.ask({ body: { voiceClipId: voiceOnly.id } });
    const reply = await answer(officer, await claim(officer, spoken));
    await expect(show(citizen, reply, 'public')).rejects.toEqual(refusal('request.not_available'));
    await expect(show(officer, reply, 'public')).rejects.toEqual(refusal('auth.forbidden'));
  });

  it('R4: the stream of a question adds up to its row, at every step', async () => {
    const same = async (seen: { id: string; version: number }, status: HelpStatus) => {
      const row = await currentRow(test, 'help_request', { id: seen.id }, ['id', 'changedAt']);
      const { version, facts } = await replayed(test, `help:${seen.id}`);
      expect([row['status'], row['version']]).toEqual([status, version]);
      expect(facts).toMatchObject(row);
    };
    const question = await ask(citizen, '契税什么时候交');
    await same(question, 'open');
    await same(await release(officer, await claim(officer, question)), 'open');
    test.clock.advance(60_000);
    const reply = await answer(officer, await claim(officer, await open(officer, question)));
    await same(reply, 'answered');
    const again = await reopen(citizen, reply, '二手房呢');
    await same(again, 'reopened');
    const last = await answer(colleague, await claim(colleague, again), '过户前交');
    await same(await show(citizen, last, 'public'), 'answered');
    const accepted = await accept(citizen, await look(citizen, question), last.posts[3]?.id ?? '');
    await same(accepted, 'accepted');
    await same(await show(citizen, accepted, 'private'), 'accepted');
  });

  describe('lists', () => {
    const titles = async (query: StaffHelpQuery, who = officer) => {
      const items = [];
      let cursor: string | undefined;
      do {
        const page = await who.client.help.staffList({ query: { ...query, limit: 3, cursor } });
        items.push(...page.items);
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      return items.map(({ title }) => title);
    };

    it('give what waits longest first, however old, and keep its place when it is given back', async () => {
      const patient = await asCitizen(test);
      const oldest = await ask(patient, '最早的问题');
      test.clock.advance(60_000);
      await ask(patient, '后来的问题');
      const waiting = await titles({ scope: 'waiting' });
      expect(waiting.slice(-2)).toEqual(['最早的问题', '后来的问题']);
      await release(officer, await claim(officer, oldest));
      expect(await titles({})).toEqual(waiting);
      const page = await officer.client.help.staffList({ query: { limit: 100 } });
      const waits = page.items.map(({ waitingMs }) => waitingMs);
      expect(waits).toEqual([...waits].sort((a, b) => b - a));
    });

    it('tell apart what is mine, what is answered and all', async () => {
      const before = await titles({ scope: 'mine' }, colleague);
      const held = await claim(colleague, await ask(citizen, '由李雷解答'));
      expect(await titles({ scope: 'mine' }, colleague)).toEqual([...before, '由李雷解答']);
      expect(await titles({ scope: 'mine' })).not.toContain('由李雷解答');
      expect(await titles({ scope: 'answered' })).not.toContain('由李雷解答');
      await answer(colleague, held);
      expect((await titles({ scope: 'answered' }))[0]).toBe('由李雷解答');
      expect((await titles({ scope: 'all' })).length).toBe(await countOf('help_request'));
    });

    it('find a question by its number and by its words', async () => {
      const question = await ask(citizen, '车船税的完税证明打不开');
      expect(await titles({ scope: 'all', q: question.referenceNo.toLowerCase() })).toEqual(['车船税的完税证明打不开']);
      expect(await titles({ scope: 'all', q: '车船税' })).toEqual(['车船税的完税证明打不开']);
      expect(await titles({ scope: 'all', q: '没有人问过' })).toEqual([]);
    });

    it('give a citizen his own, the latest first', async () => {
      const asker = await asCitizen(test);
      for (const text of ['第一问', '第二问', '第三问']) await ask(asker, text);
      const first = await asker.client.help.mine({ query: { limit: 2 } });
      const second = await asker.client.help.mine({ query: { limit: 2, cursor: first.nextCursor ?? '' } });
      expect([...first.items, ...second.items].map(({ title }) => title)).toEqual(['第三问', '第二问', '第一问']);
      expect(second.nextCursor).toBeNull();
    });
  });
});
