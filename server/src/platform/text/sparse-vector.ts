/** Weights of the grams of a text, or of a group of texts; `terms` and `weights` run in parallel. */
export interface SparseVector {
  terms: Int32Array;
  weights: Float64Array;
}

/** Numbers the grams in order of first sight: 0, 1, 2, … */
export class Vocabulary {
  private readonly ids = new Map<string, number>();

  get size(): number {
    return this.ids.size;
  }

  find(gram: string): number | undefined {
    return this.ids.get(gram);
  }

  /** The gram counts of a text as a vector, weighted by {@link termWeight}; learns the grams it did not know. */
  vectorOf(counts: ReadonlyMap<string, number>): SparseVector {
    const terms = new Int32Array(counts.size);
    const weights = new Float64Array(counts.size);
    let at = 0;
    for (const [gram, count] of counts) {
      let id = this.ids.get(gram);
      if (id === undefined) {
        id = this.ids.size;
        this.ids.set(gram, id);
      }
      terms[at] = id;
      weights[at++] = termWeight(count);
    }
    return { terms, weights };
  }
}

/** Weight of a gram in one text: repeated grams count, each time less. */
export function termWeight(count: number): number {
  return 1 + Math.log(count);
}

/** Weight of a gram over all texts: the fewer hold it, the more it tells. Positive also for a gram nobody holds. */
export function inverseFrequency(texts: number, textsWithGram: number): number {
  return Math.log(1 + texts / (textsWithGram + 1));
}
