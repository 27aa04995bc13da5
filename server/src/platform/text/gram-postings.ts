import { inverseFrequency, termWeight } from './weights.js';

/** The vectors that hold one gram; `slots` and `weights` run in parallel, in no order. */
interface Posting {
  slots: number[];
  weights: number[];
  idf: number;
}

interface StoredVector {
  postings: Posting[];
  weights: number[];
}

/** Cosines above zero after {@link GramPostings.cosines}; valid until the next call. */
export interface Cosines {
  slots: readonly number[];
  of(slot: number): number;
}

/**
 * Sparse gram vectors with an inverted list per gram. Vectors come and go; idf and norms are brought up to date by
 * the first look-up after a change, so results depend only on what is stored, never on how it came there.
 */
export class GramPostings {
  private readonly byGram = new Map<string, Posting>();
  private readonly vectors: (StoredVector | undefined)[] = [];
  private readonly freeSlots: number[] = [];
  private stored = 0;
  private stale = false;
  private norms = new Float64Array(0);
  private sums = new Float64Array(0);
  private touched: number[] = [];

  /** Stores the vector of these gram counts; answers its slot. */
  add(counts: ReadonlyMap<string, number>): number {
    const slot = this.freeSlots.pop() ?? this.vectors.length;
    const vector: StoredVector = { postings: [], weights: [] };
    for (const [gram, count] of counts) {
      const posting = this.postingOf(gram);
      const weight = termWeight(count);
      posting.slots.push(slot);
      posting.weights.push(weight);
      vector.postings.push(posting);
      vector.weights.push(weight);
    }
    this.vectors[slot] = vector;
    this.stored++;
    this.stale = true;
    return slot;
  }

  remove(slot: number): void {
    const vector = this.vectors[slot];
    if (vector === undefined) return;
    for (const posting of vector.postings) {
      const at = posting.slots.indexOf(slot);
      const lastSlot = posting.slots.pop() as number;
      const lastWeight = posting.weights.pop() as number;
      if (at < posting.slots.length) {
        posting.slots[at] = lastSlot;
        posting.weights[at] = lastWeight;
      }
    }
    this.vectors[slot] = undefined;
    this.freeSlots.push(slot);
    this.stored--;
    this.stale = true;
  }

  /** Cosine of these gram counts with every stored vector that shares a gram. */
  cosines(counts: ReadonlyMap<string, number>): Cosines {
    this.refresh();
    for (const slot of this.touched) this.sums[slot] = 0;
    this.touched = [];
    const { sums, touched } = this;
    let squares = 0;
    for (const [gram, count] of counts) {
      const posting = this.byGram.get(gram);
      const idf = posting?.idf ?? inverseFrequency(this.stored, 0);
      const weight = termWeight(count) * idf;
      squares += weight * weight;
      if (posting === undefined) continue;
      const { slots, weights } = posting;
      const factor = weight * idf;
      for (let i = 0; i < slots.length; i++) {
        const slot = slots[i] as number;
        if (sums[slot] === 0) touched.push(slot);
        sums[slot] = (sums[slot] as number) + factor * (weights[i] as number);
      }
    }
    const norm = Math.sqrt(squares);
    return { slots: touched, of: (slot) => (sums[slot] as number) / (norm * (this.norms[slot] as number)) };
  }

  private postingOf(gram: string): Posting {
    let posting = this.byGram.get(gram);
    if (posting === undefined) {
      posting = { slots: [], weights: [], idf: 0 };
      this.byGram.set(gram, posting);
    }
    return posting;
  }

  private refresh(): void {
    if (!this.stale) return;
    for (const [gram, posting] of this.byGram) {
      if (posting.slots.length === 0) this.byGram.delete(gram);
      else posting.idf = inverseFrequency(this.stored, posting.slots.length);
    }
    if (this.norms.length < this.vectors.length) {
      this.norms = new Float64Array(this.vectors.length * 2);
      this.sums = new Float64Array(this.vectors.length * 2);
      this.touched = [];
    }
    this.vectors.forEach((vector, slot) => {
      if (vector !== undefined) this.norms[slot] = normOf(vector);
    });
    this.stale = false;
  }
}

function normOf({ postings, weights }: StoredVector): number {
  let squares = 0;
  for (let i = 0; i < postings.length; i++) {
    const weight = (weights[i] as number) * (postings[i] as Posting).idf;
    squares += weight * weight;
  }
  return Math.sqrt(squares);
}
