import { inverseFrequency, type SparseVector, termWeight, Vocabulary } from './sparse-vector.js';

/** The vectors that hold one gram; `slots` and `weights` run in parallel, in no order. */
interface Posting {
  slots: number[];
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
  private readonly vocabulary = new Vocabulary();
  private readonly postings: Posting[] = [];
  private readonly vectors: (SparseVector | undefined)[] = [];
  private readonly freeSlots: number[] = [];
  private stored = 0;
  private stale = false;
  private idf = new Float64Array(0);
  private norms = new Float64Array(0);
  private sums = new Float64Array(0);
  private touched: number[] = [];

  /** Stores the vector of these gram counts; answers its slot. */
  add(counts: ReadonlyMap<string, number>): number {
    const slot = this.freeSlots.pop() ?? this.vectors.length;
    const vector = this.vocabulary.vectorOf(counts);
    while (this.postings.length < this.vocabulary.size) this.postings.push({ slots: [], weights: [] });
    for (let i = 0; i < vector.terms.length; i++) {
      const { slots, weights } = this.postings[vector.terms[i] as number] as Posting;
      slots.push(slot);
      weights.push(vector.weights[i] as number);
    }
    this.vectors[slot] = vector;
    this.stored++;
    this.stale = true;
    return slot;
  }

  remove(slot: number): void {
    const vector = this.vectors[slot];
    if (vector === undefined) return;
    for (const term of vector.terms) {
      const { slots, weights } = this.postings[term] as Posting;
      const at = slots.indexOf(slot);
      slots[at] = slots[slots.length - 1] as number;
      weights[at] = weights[weights.length - 1] as number;
      slots.pop();
      weights.pop();
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
      const term = this.vocabulary.find(gram);
      const idf = term === undefined ? inverseFrequency(this.stored, 0) : (this.idf[term] as number);
      const weight = termWeight(count) * idf;
      squares += weight * weight;
      if (term === undefined) continue;
      const { slots, weights } = this.postings[term] as Posting;
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

  private refresh(): void {
    if (!this.stale) return;
    this.idf = Float64Array.from(this.postings, ({ slots }) => inverseFrequency(this.stored, slots.length));
    if (this.norms.length < this.vectors.length) {
      this.norms = new Float64Array(this.vectors.length * 2);
      this.sums = new Float64Array(this.vectors.length * 2);
      this.touched = [];
    }
    this.vectors.forEach((vector, slot) => {
      if (vector !== undefined) this.norms[slot] = this.normOf(vector);
    });
    this.stale = false;
  }

  private normOf({ terms, weights }: SparseVector): number {
    let squares = 0;
    for (let i = 0; i < terms.length; i++) {
      const weight = (weights[i] as number) * (this.idf[terms[i] as number] as number);
      squares += weight * weight;
    }
    return Math.sqrt(squares);
  }
}
