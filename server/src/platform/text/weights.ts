/** Weight of a gram in one text: repeated grams count, each time less. */
export function termWeight(count: number): number {
  return 1 + Math.log(count);
}

/** Weight of a gram over all texts: the fewer hold it, the more it tells. Positive also for a gram nobody holds. */
export function inverseFrequency(texts: number, textsWithGram: number): number {
  return Math.log(1 + texts / (textsWithGram + 1));
}
