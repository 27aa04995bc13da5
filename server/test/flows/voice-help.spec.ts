import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { HOUR_MS, isReferenceNo, MINUTE_MS, makePhone, sayReferenceNo, type VoiceClipView } from '@yiyun/shared';
import { Transcriber } from '../../src/modules/help/index.js';
import { RecordVerifier } from '../../src/modules/records/index.js';
import { SpeechToText, type Transcription } from '../../src/platform/gateways/index.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import { asCitizen, asOfficer, type TestActor, type TestCitizen } from '../harness/actors.js';
import { accept, answer, ask, claim, look, open, reopen, show, transcribe } from '../harness/questions.js';
import { startApp, type TestApp } from '../harness/start-app.js';
import { play, uploadVoice, voiceFixture } from '../harness/voices.js';

const refusal = (code: string) => expect.objectContaining({ code });

describe('voice help', () => {
  let test: TestApp;
  let citizen: TestCitizen;
  let officer: TestActor;

  beforeAll(async () => {
    test = await startApp();
    citizen = await asCitizen(test, { name: '王晓明' });
    officer = await asOfficer(test, 'H'.repeat(26), '陈静');
  });
  afterAll(() => test.close());
  afterEach(() => void jest.restoreAllMocks());

  const speech = () => jest.spyOn(test.app.get(SpeechToText), 'transcribe');
  const hears = (said: Transcription) => speech().mockResolvedValue(said);
  const heard = async () => {
    await test.settle();
    await test.app.get(Transcriber, { strict: false }).settled();
  };

  it('a question by voice is heard, typed, answered by text and voice, accepted and made public', async () => {
    // The citizen speaks, and adds a line.
    const spoken = await uploadVoice(test, citizen, 'recorded.webm');
    const asked = await ask(citizen, `我是王晓明，电话${makePhone(5)}，请听录音`, spoken.id);
    expect(asked).toMatchObject({ status: 'open', version: 1, visibility: 'private', hasVoice: true });
    expect(isReferenceNo(asked.referenceNo)).toBe(true);
    expect(asked.posts).toMatchObject([{ kind: 'question', byName: '您', official: false, voice: { id: spoken.id } }]);

    // The officer hears it, types what was said, answers by text and voice.
    const seen = await open(officer, asked);
    expect(seen).toMatchObject({ askerName: '王*明', assignee: null, availableActions: ['claim'] });
    const voice = seen.posts[0]?.voice as VoiceClipView;
    expect((await play(test, voice.url)).bytes.subarray(0, 4).toString()).toBe('RIFF');
    const mine = await claim(officer, seen);
    expect(mine).toMatchObject({ status: 'claimed', assignee: { id: officer.id, name: '陈静' } });
    const typed = await transcribe(officer, mine, voice.id, '公司注销要先清税吗');
    expect(typed.posts[0]?.voice?.transcript).toBe('公司注销要先清税吗');
    const reply = await uploadVoice(test, officer, 'question.mp3');
    const answered = await answer(officer, typed, '要先办清税，可在电子税务局申请。', reply.id);
    expect(answered).toMatchObject({ status: 'answered', posts: [{}, { official: true, byName: '陈静' }] });

    // The citizen is told, listens, accepts, makes it public.
    await test.settle();
    const [message] = (await citizen.client.messaging.inbox()).items;
    expect(message).toMatchObject({ kind: 'HelpAnswered', subjectKind: 'help', subjectId: asked.id });
    const read = await look(citizen, asked);
    expect(read.posts[1]).toMatchObject({ byName: '陈* 税务人员', text: '要先办清税，可在电子税务局申请。' });
    expect((await play(test, read.posts[1]?.voice?.url ?? '')).bytes).toEqual(voiceFixture('question.mp3'));
    const accepted = await accept(citizen, read, read.posts[1]?.id ?? '');
    expect(accepted).toMatchObject({ status: 'accepted', posts: [{ accepted: false }, { accepted: true }] });
    const shown = await show(citizen, accepted, 'public');
    expect(shown.timeline.map(({ kind, by }) => [kind, by])).toEqual([
      ['HelpAsked', '您'],
      ['HelpClaimed', '工作人员陈*'],
      ['HelpTranscribed', '工作人员陈*'],
      ['HelpAnswered', '工作人员陈*'],
      ['HelpAccepted', '您'],
      ['HelpPublished', '您'],
    ]);

    // Anyone finds it, without name, number or the asker's voice (H3); the original is kept.
    const hits = await test.client().help.search({ query: { q: '公司注销要先清税吗' } });
    const found = hits.find(({ id }) => id === asked.id);
    expect(found).toMatchObject({ kind: 'question', official: true });
    const text = JSON.stringify(await test.client().help.knowledgeGet({ params: { knowledgeId: asked.id } }));
    expect(text).not.toContain(makePhone(5));
    expect(text).not.toContain('王晓明');
    expect(text).not.toContain(spoken.id);
    expect((await play(test, found?.voice?.url ?? '')).bytes).toEqual(voiceFixture('question.mp3'));
    expect((await look(citizen, asked)).posts[0]?.text).toContain(makePhone(5));

    // Every step stands in the record, and its chains hold (R2).
    const records = (await citizen.client.records.mine({ query: { limit: 100 } })).items.map(({ text }) => text);
    expect(records).toEqual(
      expect.arrayContaining([
        '上传录音（2秒）',
        `提出问题 ${sayReferenceNo(asked.referenceNo)}`,
        '工作人员作出答复',
        `查看了提问 ${sayReferenceNo(asked.referenceNo)}`,
        '采纳了答复',
        '把问答公开（已隐去个人信息）',
      ]),
    );
    expect((await test.app.get(RecordVerifier).verify()).faults).toEqual([]);
  });

  it('a recording belongs to its uploader and is sent once', async () => {
    const clip = await uploadVoice(test, citizen, 'question.mp3');
    const other = await asCitizen(test);
    await expect(ask(other, '怎么领票', clip.id)).rejects.toEqual(refusal('request.not_found'));
    const question = await claim(officer, await ask(citizen, '怎么领票', clip.id));
    await expect(ask(citizen, '怎么领票', clip.id)).rejects.toEqual(refusal('request.not_found'));
    await expect(answer(officer, question, '到窗口领', clip.id)).rejects.toEqual(refusal('request.not_found'));
    const race = await uploadVoice(test, citizen, 'question.mp3');
    const tries = await Promise.allSettled([1, 2, 3, 4].map(() => ask(citizen, '怎么领票', race.id)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('a voice is turned into text after it was asked, unless an officer was quicker', async () => {
    await heard();
    const spy = hears({ text: '发票丢了怎么办', confidence: 0.9 });
    const clip = await uploadVoice(test, citizen, 'question.ogg');
    const question = await citizen.client.help.ask({ body: { voiceClipId: clip.id } });
    expect(question.title).toBe('语音提问');
    await heard();
    expect(spy.mock.calls[0]?.[0]).toMatchObject({ mime: 'audio/wav' });
    expect((await look(citizen, question)).title).toBe('发票丢了怎么办');
    expect((await look(citizen, question)).version).toBe(question.version);

    const typedOver = await transcribe(officer, await claim(officer, question), clip.id, '发票遗失怎么办');
    expect(typedOver.title).toBe('发票遗失怎么办');
    await test.app.get(Jobs).runDue();
    await heard();
    expect((await look(citizen, question)).title).toBe('发票遗失怎么办');
    expect(spy).toHaveBeenCalledTimes(1);
  });

  it.each<Transcription>([
    { unavailable: 'none' },
    { unavailable: 'failed', providerCode: 'timeout' },
    { unavailable: 'limited' },
    { unavailable: 'silent' },
  ])('H2: a transcription that fails (%j) loses no sound', async (outcome) => {
    hears(outcome);
    await soundStays();
  });

  it('H2: nor does one that breaks', async () => {
    speech().mockRejectedValue(new Error('the adapter broke'));
    const log = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    await soundStays();
    expect(log.mock.calls.map(([said]) => String(said))).toEqual([expect.stringContaining('the adapter broke')]);
  });

  async function soundStays(): Promise<void> {
    const clip = await uploadVoice(test, citizen, 'question.mp3');
    const question = await citizen.client.help.ask({ body: { voiceClipId: clip.id } });
    await heard();
    const voice = (await open(officer, question)).posts[0]?.voice;
    expect(voice?.transcript).toBeNull();
    expect((await play(test, voice?.url ?? '')).bytes).toEqual(voiceFixture('question.mp3'));
    const typed = await transcribe(officer, await claim(officer, question), clip.id, '请说慢一点');
    expect(typed.title).toBe('请说慢一点');
  }

  it('asking on reopens the question for whoever is free', async () => {
    const question = await ask(citizen, '增值税怎么申报');
    const first = await answer(officer, await claim(officer, question), '在电子税务局申报');
    const again = await reopen(citizen, first, '没有账号呢');
    expect(again).toMatchObject({ status: 'reopened', posts: [{}, {}, { kind: 'followUp', text: '没有账号呢' }] });
    const colleague = await asOfficer(test, 'J'.repeat(26), '李雷');
    const second = await answer(colleague, await claim(colleague, again), '带执照到窗口开通');
    expect(second.posts.map(({ byName }) => byName)).toEqual(['王*明', '陈静', '王*明', '李雷']);
    await expect(accept(citizen, second, second.posts[0]?.id ?? '')).rejects.toEqual(refusal('request.not_found'));
    expect((await accept(citizen, second, second.posts[3]?.id ?? '')).posts[3]?.accepted).toBe(true);
  });

  it('what failed is tried again by the job for an hour', async () => {
    const spy = hears({ unavailable: 'failed', providerCode: 'timeout' });
    const clip = await uploadVoice(test, citizen, 'question.mp3');
    const question = await citizen.client.help.ask({ body: { voiceClipId: clip.id } });
    await heard();
    spy.mockReset();
    hears({ text: '听清了', confidence: null });
    test.clock.advance(10 * MINUTE_MS);
    await test.app.get(Jobs).runDue();
    expect((await look(citizen, question)).title).toBe('听清了');

    hears({ unavailable: 'failed', providerCode: 'timeout' });
    const late = await uploadVoice(test, citizen, 'question.mp3');
    await citizen.client.help.ask({ body: { voiceClipId: late.id } });
    await heard();
    const again = hears({ text: '太晚了', confidence: null });
    again.mockClear();
    test.clock.advance(2 * HOUR_MS);
    await test.app.get(Jobs).runDue();
    expect(again).not.toHaveBeenCalled();
  });
});
