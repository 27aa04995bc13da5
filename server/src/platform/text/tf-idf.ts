import { countGrams } from './grams.js';
import { inverseFrequency, type SparseVector, Vocabulary } from './sparse-vector.js';

export interface Neighbour {
  /** Position of the other text; always the smaller of the two. */
  index: number;
  similarity: number;
}

/**
 * TF-IDF vectors of a closed set of normalised texts, each of length 1 (an empty text has no weights). Equal input in
 * equal order gives equal bits.
 */
export function unitVectors(normalisedTexts: readonly string[]): SparseVector[] {
  const vocabulary = new Vocabulary();
  const vectors = normalisedTexts.map((text) => vocabulary.vectorOf(countGrams([text])));
  const textsWithTerm = new Int32Array(vocabulary.size);
  for (const { terms } of vectors) for (const term of terms) textsWithTerm[term] = (textsWithTerm[term] as number) + 1;
  const idf = Float64Array.from(textsWithTerm, (texts) => inverseFrequency(vectors.length, texts));
  for (const { terms, weights } of vectors) {
    for (let i = 0; i < terms.length; i++) weights[i] = (weights[i] as number) * (idf[terms[i] as number] as number);
    const norm = Math.sqrt(weights.reduce((squares, weight) => squares + weight * weight, 0));
    for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] as number) / norm;
  }
  return vectors;
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
