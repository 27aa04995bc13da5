/** A post opened: what its author wrote, and what was heard in the voice. */
export interface PostWords {
  text: string | null;
  transcript: string | null;
}

const TITLE_CHARACTERS = 40;
const VOICE_ONLY = '语音提问';

/** What was asked, in few words: what was written, or else what was heard; empty while there are no words yet. */
export const askedWords = ({ text, transcript }: PostWords): string => text ?? transcript ?? '';

/** Everything that was said, written words first. */
export const allWords = ({ text, transcript }: PostWords): string =>
  [text, transcript].filter((words) => words !== null && words !== '').join('\n');

/** The question as a line of a list: at most 40 characters, the end marked where it was cut. */
export function titleOf(question: PostWords): string {
  const characters = [...askedWords(question).replace(/\s+/g, ' ').trim()];
  if (characters.length === 0) return VOICE_ONLY;
  if (characters.length <= TITLE_CHARACTERS) return characters.join('');
  return `${characters.slice(0, TITLE_CHARACTERS - 1).join('')}…`;
}
