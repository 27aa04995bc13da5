import { FILLERS, PROTECTED, SYNONYMS } from './lexicon.js';
import { unifyNumbers } from './numerals.js';

/** Longest wording first, kept terms included so that a part of one is never taken for another wording. */
const TERM_OF = new Map([
  ...PROTECTED.map((word) => [word, word] as const),
  ...[...SYNONYMS].flatMap(([term, others]) => [term, ...others].map((wording) => [wording, term] as const)),
]);
const WORDINGS = alternatives([...TERM_OF.keys()]);
const FILLER = alternatives(FILLERS);

const A_NOT_A = /(\p{Script=Han}{1,2}?)[不没]\1/gu;
const QUESTION_TAIL = /(?:[不没]|没有|(?<![什怎多这那])么)$/;
const PUNCTUATION = /(?:[^\p{L}\p{N}%.]|(?<!\d)\.|\.(?!\d))+/gu;
/** Between two of these a mark keeps them apart (12:30 is not 1230); elsewhere it just goes. */
const WORD_CHARACTER = /[a-z\d%]/;

/** Passes needed at most in practice; removing a word can join its neighbours into another one. */
const MAX_PASSES = 4;

/**
 * The form in which questions are compared: width, case, numbers and tax terms unified; punctuation, greetings and
 * modal particles gone. Text made of nothing else keeps its words, text without a letter or digit becomes ''.
 * Idempotent. For comparison only: people are shown what was really asked.
 */
export function normalise(text: string): string {
  let current = unifyWidthAndCase(text);
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const next = onePass(current);
    if (next === current) break;
    current = next;
  }
  return current;
}

function unifyWidthAndCase(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function onePass(text: string): string {
  const bare = stripPunctuation(unifyNumbers(text));
  const core = bare.replace(FILLER, '').replace(A_NOT_A, '$1').replace(QUESTION_TAIL, '');
  return (core || bare).replace(WORDINGS, (wording) => TERM_OF.get(wording) as string);
}

function stripPunctuation(text: string): string {
  return text.replace(PUNCTUATION, (mark: string, offset: number) => {
    const apart = WORD_CHARACTER.test(text[offset - 1] ?? '') && WORD_CHARACTER.test(text[offset + mark.length] ?? '');
    return apart ? ' ' : '';
  });
}

function alternatives(words: readonly string[]): RegExp {
  const longestFirst = [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return new RegExp(longestFirst.join('|'), 'g');
}
