import { GramPostings } from './gram-postings.js';
import { countGrams } from './grams.js';
import { normalise } from './normalise.js';

/** What is indexed of one question; only `question` is needed. */
export interface IndexedQuestion {
  question: string;
  /** Other wordings of the same question. */
  asks?: readonly string[];
  answer?: string;
  /** Topic words, such as the matter's name. */
  tags?: readonly string[];
}

export interface QuestionHit {
  id: string;
  /** 0–1; 1 is the same question in the same normalised words, with nothing else indexed beside it. */
  score: number;
}

export interface QueryOptions {
  /** Default 10. */
  limit?: number;
  /** Hits below are left out. Default 0.1. */
  minScore?: number;
}

interface Entry {
  id: string;
  wordingSlots: number[];
  /** Question, wordings, answer and tags as one text. */
  wholeSlot: number;
}

/** The nearest single wording and the whole entry, answer included, share a score like this. */
const WORDING_SHARE = 0.4;
const WHOLE_SHARE = 1 - WORDING_SHARE;

/**
 * Finds questions by likeness of wording: TF-IDF cosine over characters and pairs of characters. In memory; entries
 * are added and removed at any time and the result equals that of an index built anew.
 */
export class QuestionIndex {
  private readonly postings = new GramPostings();
  private readonly entries = new Map<string, Entry>();
  private readonly entryOfSlot: (Entry | undefined)[] = [];

  get size(): number {
    return this.entries.size;
  }

  /** Adds a question, in place of the one that had this id. */
  add(id: string, { question, asks = [], answer, tags = [] }: IndexedQuestion): void {
    this.remove(id);
    const wordings = [question, ...asks].map(normalise);
    const beside = [...tags, ...(answer === undefined ? [] : [answer])].map(normalise);
    const wordingSlots = wordings.map((text) => this.postings.add(countGrams([text])));
    const alone = wordings.length === 1 && beside.length === 0;
    const wholeSlot = alone ? (wordingSlots[0] as number) : this.postings.add(countGrams([...wordings, ...beside]));
    const entry = { id, wordingSlots, wholeSlot };
    this.entries.set(id, entry);
    for (const slot of new Set([...wordingSlots, wholeSlot])) this.entryOfSlot[slot] = entry;
  }

  /** Whether there was such a question. */
  remove(id: string): boolean {
    const entry = this.entries.get(id);
    if (entry === undefined) return false;
    for (const slot of new Set([...entry.wordingSlots, entry.wholeSlot])) {
      this.postings.remove(slot);
      this.entryOfSlot[slot] = undefined;
    }
    return this.entries.delete(id);
  }

  /** The likest questions, best first, equal scores by id. */
  query(text: string, { limit = 10, minScore = 0.1 }: QueryOptions = {}): QuestionHit[] {
    const cosines = this.postings.cosines(countGrams([normalise(text)]));
    const hits: QuestionHit[] = [];
    for (const slot of cosines.slots) {
      const entry = this.entryOfSlot[slot] as Entry;
      if (entry.wholeSlot !== slot) continue;
      const whole = cosines.of(slot);
      let nearest = 0;
      for (const wordingSlot of entry.wordingSlots) {
        const wording = wordingSlot === slot ? whole : cosines.of(wordingSlot);
        if (wording > nearest) nearest = wording;
      }
      const score = WORDING_SHARE * nearest + WHOLE_SHARE * whole;
      if (score >= minScore) insert(hits, { id: entry.id, score }, limit);
    }
    return hits;
  }
}

/** Keeps the best `limit` hits in order without sorting all candidates. */
function insert(hits: QuestionHit[], hit: QuestionHit, limit: number): void {
  const last = hits[hits.length - 1];
  if (hits.length >= limit && (last === undefined || !precedes(hit, last))) return;
  let at = hits.length;
  while (at > 0 && precedes(hit, hits[at - 1] as QuestionHit)) at--;
  hits.splice(at, 0, hit);
  if (hits.length > limit) hits.pop();
}

function precedes(a: QuestionHit, b: QuestionHit): boolean {
  return a.score > b.score || (a.score === b.score && a.id < b.id);
}
