import { maskName, maskPersonalText } from '@yiyun/shared';
import { allWords, type PostWords } from './words.js';

export interface SpokenPost extends PostWords {
  kind: 'question' | 'answer' | 'followUp';
  voiceClipId: string | null;
  accepted: boolean;
  at: number;
}
/** What anyone may read of an answered question. */
export interface PublicCopy {
  question: string;
  answer: string;
  answeredAt: number;
  /** The officer's voice; absent when its words had to be masked, because sound can't be. */
  voiceClipId: string | null;
}

/** Hides personal numbers, and the names that are known to be of the people concerned. Idempotent. */
export function maskedText(text: string, names: readonly string[]): string {
  const nameless = names
    .filter((name) => name.length >= 2)
    .reduce((masked, name) => masked.replaceAll(name, maskName(name)), text);
  return maskPersonalText(nameless);
}

/**
 * The masked copy of a question and its accepted, otherwise its latest, answer (H3); undefined without words to show.
 * The asker's own voice never becomes public.
 */
export function publicCopyOf(posts: readonly SpokenPost[], names: readonly string[]): PublicCopy | undefined {
  const answers = posts.filter(({ kind }) => kind === 'answer');
  const answer = answers.find(({ accepted }) => accepted) ?? answers.at(-1);
  const asked = posts.filter(({ kind }) => kind !== 'answer').map(allWords);
  const question = maskedText(asked.filter((words) => words !== '').join('\n'), names);
  if (!answer?.text || question === '') return undefined;
  const hasMasked = (words: string | null) => words !== null && maskedText(words, names) !== words;
  const voiceIsSafe = !hasMasked(answer.text) && !hasMasked(answer.transcript);
  return {
    question,
    answer: maskedText(answer.text, names),
    answeredAt: answer.at,
    voiceClipId: voiceIsSafe ? answer.voiceClipId : null,
  };
}
