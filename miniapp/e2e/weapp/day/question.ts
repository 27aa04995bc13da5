import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asNobody } from '../../support/clients';
import { answerSpoken } from '../../support/office';
import { pullUntil } from '../phone';
import type { Day } from './day';

const WRITTEN = '停业期间发票怎么处理';
const HEARD = '我们公司下个月要停业，没用完的发票怎么处理';
const ANSWERED = '停业前要把未使用的发票缴销，带上发票和税务登记证件到窗口办理。';
const SPOKEN_MS = 1200;

/** A question by voice, from the first word to an answer that others can read. */
export function question(day: () => Day): void {
  test('a question is spoken, heard again and completed by a line of text', async () => {
    const { app } = day();
    await app.tapTab('首页');
    await app.tap('#act-ask');
    await app.tap('#ask-next');
    await app.expectText('.error-summary', /请说一段话或写一句话/);
    await app.tap('[aria-label=开始录音]');
    await app.expectSeen('[aria-label=说完了，停止录音]');
    await new Promise((spoken) => setTimeout(spoken, SPOKEN_MS));
    await app.tap('[aria-label=说完了，停止录音]');
    await app.expectSeen('.voice-player');
    await app.tap('.voice-player__button');
    assert.equal((await app.calls('InnerAudioContext.play')).length, 1);
    await app.input('#text >> textarea', WRITTEN);
    await app.tap('#ask-next');
    await app.expectPage('packages/help/similar/index');
  });

  test('similar answers are shown before it is sent; it is sent with its recording', async () => {
    const { app } = day();
    await app.expectSeen('.question-row');
    await app.tap('.question-row');
    await app.expectSeen('.knowledge');
    await app.tap('#ask-send');
    await app.expectPage('packages/help/sent/index');
    await app.tap('#see-question');
    await app.expectText('.status', '待解答');
    await app.expectSeen('[aria-label=播放您的录音，2 秒]');
  });

  test('the officer answers in writing and by voice: the person is told and hears it', async () => {
    const { app, officer } = day();
    await answerSpoken(officer, { title: WRITTEN, transcript: HEARD, text: ANSWERED });
    await app.tapTab('我的');
    await app.tap('#my-messages');
    await pullUntil(app, 'text=您的提问有了答复');
    await app.tap('text=您的提问有了答复');
    await app.expectPage('packages/help/detail/index');
    await pullUntil(app, 'text=官方答复');
    assert.match(await app.text(), new RegExp(`录音文字：${HEARD}.*${ANSWERED}`));
    const played = (await app.calls('InnerAudioContext.play')).length;
    await app.tap('.card >> nth=1 >> .voice-player__button');
    await app.waitFor(
      async () => (await app.calls('InnerAudioContext.play')).length === played + 1,
      'the voice to play',
    );
    await app.expectGone('.voice-player__fault');
  });

  test('the answer is accepted and made public; others read it without the name', async () => {
    const { app, server } = day();
    await app.tap('text=解决了，采纳这条答复');
    await app.expectText('.question-head >> .status', '已采纳');
    await app.tap('#make-public');
    await app.tap('text=公开问答');
    await app.expectText('.notice-bar--done', /已公开/);
    const found = await asNobody(server).help.similar({ query: { q: WRITTEN } });
    const mine = found.find(({ kind, answer }) => kind === 'question' && answer.includes(ANSWERED));
    assert.ok(mine, 'others find it');
    assert.doesNotMatch(JSON.stringify(mine), /体验用户|13900001111/);
  });
}
