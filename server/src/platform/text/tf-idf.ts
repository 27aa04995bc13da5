import { countGrams } from './grams.js';
import { inverseFrequency, termWeight } from './weights.js';

/** Weights of the grams of a text or group of texts: `terms` and `weights` run in parallel. */
export interface SparseVector {
  terms: Int32Array;
  weights: Float64Array;
}

export interface Neighbour {
  /** Position of the other text; always the smaller of the two. */
  index: number;
  similarity: number;
}

/** TF-IDF vectors, of length 1 (an empty text: none), of a closed set of normalised texts; equal input in equal order gives equal bits. */
export function unitVectors(normalisedTexts: readonly string[]): SparseVector[] {
  const termIds = new Map<string, number>();
  const textsWithTerm: number[] = [];
  const raw = normalisedTexts.map((text) => {
    const counts = countGrams([text]);
    const terms = Int32Array.from(counts.keys(), (gram) => {
      const id = termIds.get(gram) ?? termIds.size;
      termIds.set(gram, id);
      textsWithTerm[id] = (textsWithTerm[id] ?? 0) + 1;
      return id;
    });
    return { terms, weights: Float64Array.from(counts.values(), termWeight) };
  });
  for (const { terms, weights } of raw) {
    let squares = 0;
    for (let i = 0; i < terms.length; i++) {
      const idf = inverseFrequency(raw.length, textsWithTerm[terms[i] as number] as number);
      weights[i] = (weights[i] as number) * idf;
      squares += (weights[i] as number) ** 2;
    }
    const norm = Math.sqrt(squares);
    for (let i = 0; i < terms.length; i++) weights[i] = (weights[i] as number) / norm;
  }
  return raw;
}

/** For each vector its earlier ones whose product with it is ≥ `minSimilarity` (above 0), found through shared grams only. */
export function* neighboursOf(vectors: readonly SparseVector[], minSimilarity: number): Generator<Neighbour[]> {
  const postings: { indexes: number[]; weights: number[] }[] = [];
  const sums = new Float64Array(vectors.length);
  for (const [index, { terms, weights }] of vectors.entries()) {
    const touched: number[] = [];
    for (let i = 0; i < terms.length; i++) {
      const term = terms[i] as number;
      const weight = weights[i] as number;
      const posting = (postings[term] ??= { indexes: [], weights: [] });
      for (let j = 0; j < posting.indexes.length; j++) {
        const other = posting.indexes[j] as number;
        if (sums[other] === 0) touched.push(other);
        sums[other] = (sums[other] as number) + weight * (posting.weights[j] as number);
      }
      posting.indexes.push(index);
      posting.weights.push(weight);
    }
    const near: Neighbour[] = [];
    for (const other of touched) {
      const similarity = sums[other] as number;
      if (similarity >= minSimilarity) near.push({ index: other, similarity });
      sums[other] = 0;
    }
    yield near;
  }
}
