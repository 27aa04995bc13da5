import { createHash } from 'node:crypto';
import type { SparseVector } from '../../../platform/text/sparse-vector.js';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const ID_LENGTH = 26;
const NAME_LENGTH = 24;
const NO_WORDS = '（没有文字）';

/** The id of a cluster founded by this normalised text: 26 characters, the same for the same text, ever. */
export function clusterIdOf(foundingText: string): string {
  const digest = createHash('sha256').update(`question-cluster:${foundingText}`).digest('hex').slice(0, 32);
  let rest = BigInt(`0x${digest}`);
  let id = '';
  for (let i = 0; i < ID_LENGTH; i++, rest >>= 5n) id = ALPHABET[Number(rest & 31n)] + id;
  return id;
}

/** A question as a heading: one line, at most 24 characters, the end marked where it was cut. */
export function shortName(question: string): string {
  const line = question.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  if (characters.length === 0) return NO_WORDS;
  return characters.length <= NAME_LENGTH ? line : `${characters.slice(0, NAME_LENGTH - 1).join('')}…`;
}

/** Position, among `vectors`, of the text most like all others, each counted `times` over; the first between equals. */
export function medoidOf(vectors: readonly SparseVector[], times: readonly number[]): number {
  const sum = new Map<number, number>();
  vectors.forEach(({ terms, weights }, i) => {
    terms.forEach((term, j) => {
      sum.set(term, (sum.get(term) ?? 0) + (times[i] as number) * (weights[j] as number));
    });
  });
  const likeness = vectors.map(({ terms, weights }) =>
    terms.reduce((total, term, j) => total + (sum.get(term) as number) * (weights[j] as number), 0),
  );
  return likeness.indexOf(Math.max(...likeness));
}
