/** Loudness of a block of samples (−1…1), 0…1, spread so that quiet speech still shows. */
export function levelOf(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const loudness = Math.sqrt(sum / Math.max(1, samples.length));
  return Math.min(1, Math.sqrt(loudness) * 1.4);
}

/** `count` bars from the levels measured while recording: the loudest of each stretch. */
export function barsOf(levels: readonly number[], count: number): number[] {
  return Array.from({ length: count }, (_, bar) => {
    const from = Math.floor((bar * levels.length) / count);
    const until = Math.max(from + 1, Math.floor(((bar + 1) * levels.length) / count));
    return Math.max(0, ...levels.slice(from, until));
  });
}
