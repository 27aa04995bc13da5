/** Longest recording that is decoded for its picture; decoded sound takes about 200 times the file's memory. */
const MAX_BYTES = 4_000_000;

/** The loudest sample of each of `count` equal parts, scaled so that the loudest of all is 1 (silence stays 0). */
export function peaksOf(samples: Float32Array, count: number): number[] {
  const step = samples.length / count;
  const peaks = Array.from({ length: count }, (_, part) => {
    let peak = 0;
    const end = Math.floor((part + 1) * step);
    for (let i = Math.floor(part * step); i < end; i++) peak = Math.max(peak, Math.abs(samples[i] ?? 0));
    return peak;
  });
  const loudest = Math.max(...peaks);
  return loudest === 0 ? peaks : peaks.map((peak) => peak / loudest);
}

/** Reads a recording and gives its peaks; undefined when it is too long or of a form that the browser can't decode. */
export async function readPeaks(src: string, count: number, signal: AbortSignal): Promise<number[] | undefined> {
  const response = await fetch(src, { credentials: 'same-origin', signal });
  if (!response.ok) return undefined;
  const bytes = await response.arrayBuffer();
  if (bytes.byteLength > MAX_BYTES) return undefined;
  const context = new OfflineAudioContext(1, 1, 16_000);
  const sound = await context.decodeAudioData(bytes);
  return peaksOf(sound.getChannelData(0), count);
}
