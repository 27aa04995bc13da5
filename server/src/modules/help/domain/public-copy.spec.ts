import { describe, expect, it } from '@jest/globals';
import { makePhone, makeResidentId } from '@yiyun/shared';
import fc from 'fast-check';
import { maskedText, publicCopyOf, type SpokenPost } from './public-copy.js';
import { allWords, titleOf } from './words.js';

const name = '王晓明';
const post = (kind: SpokenPost['kind'], text: string | null, more: Partial<SpokenPost> = {}): SpokenPost => ({
  kind,
  text,
  transcript: null,
  voiceClipId: null,
  accepted: false,
  at: 1,
  ...more,
});

const secret = fc.oneof(
  fc.nat(9_999).map(makePhone),
  fc.nat(999).map((n) => makeResidentId('330212', '1990-01-01', n)),
  fc.constant(name),
);
const innocent = fc
  .array(fc.constantFrom(...'发票怎么开？我要领300份，\n 12 '), { maxLength: 12 })
  .map((c) => c.join(''));
const telling = fc
  .array(fc.tuple(innocent, secret, innocent), { minLength: 1, maxLength: 3 })
  .map((parts) => ({ text: parts.map((p) => `${p[0]}，${p[1]}，${p[2]}`).join(''), secrets: parts.map((p) => p[1]) }));

describe('the public copy of a question', () => {
  it('H3: holds no number and no name that was masked, wherever it was said', () => {
    fc.assert(
      fc.property(telling, telling, telling, (written, heard, answered) => {
        const copy = publicCopyOf(
          [
            post('question', written.text, { transcript: heard.text, voiceClipId: 'asker' }),
            post('answer', answered.text, { voiceClipId: 'officer' }),
          ],
          [name],
        );
        const shown = `${copy?.question}\n${copy?.answer}`;
        for (const one of [...written.secrets, ...heard.secrets, ...answered.secrets]) expect(shown).not.toContain(one);
        expect(maskedText(shown, [name])).toBe(shown);
        expect(copy?.voiceClipId).toBeNull();
      }),
    );
  });

  it('control: unmasked words do hold them', () => {
    const words = allWords(post('question', `我是${name}，${makePhone(7)}`));
    expect(words).toContain(makePhone(7));
    expect(maskedText(words, [name])).not.toBe(words);
  });

  it('H3: joins the parts before masking, so that a number said in two parts is found', () => {
    const phone = makePhone(3);
    const posts = [post('question', phone.slice(0, 5), { transcript: phone.slice(5) }), post('answer', '可以')];
    expect(publicCopyOf(posts, [])?.question).not.toContain(phone.slice(0, 5));
  });

  it('keeps the voice of an officer when nothing in it had to be masked, and never that of the asker', () => {
    const asked = post('question', '发票怎么领', { voiceClipId: 'asker' });
    const answer = (more: Partial<SpokenPost>) => post('answer', '带身份证来', { voiceClipId: 'officer', ...more });
    expect(publicCopyOf([asked, answer({})], [])?.voiceClipId).toBe('officer');
    expect(publicCopyOf([asked, answer({ transcript: `打${makePhone(1)}` })], [])?.voiceClipId).toBeNull();
    expect(publicCopyOf([asked, answer({ transcript: `${name}您好` })], [name])?.voiceClipId).toBeNull();
  });

  it('shows the accepted answer, otherwise the latest, and the follow-ups with the question', () => {
    const posts = [
      post('question', '怎么领票'),
      post('answer', '网上领', { at: 2 }),
      post('followUp', '没有网银呢'),
      post('answer', '到厅领', { at: 4 }),
    ];
    expect(publicCopyOf(posts, [])).toEqual({
      question: '怎么领票\n没有网银呢',
      answer: '到厅领',
      answeredAt: 4,
      voiceClipId: null,
    });
    posts[1] = post('answer', '网上领', { at: 2, accepted: true });
    expect(publicCopyOf(posts, [])?.answer).toBe('网上领');
  });

  it('is none without an answer, or while the voice of the question has no words', () => {
    expect(publicCopyOf([post('question', '怎么领票')], [])).toBeUndefined();
    expect(publicCopyOf([post('question', null, { voiceClipId: 'v' }), post('answer', '可以')], [])).toBeUndefined();
  });
});

describe('the title of a question', () => {
  it.each([
    ['怎么 \n 领票', null, '怎么 领票'],
    [null, '听到的话', '听到的话'],
    [null, null, '语音提问'],
    ['长'.repeat(40), null, '长'.repeat(40)],
    ['长'.repeat(41), null, `${'长'.repeat(39)}…`],
  ])('of %j and %j is %s', (text, transcript, title) => {
    expect(titleOf({ text, transcript })).toBe(title);
  });
});
