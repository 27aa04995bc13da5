import { parentPort } from 'node:worker_threads';
import { analyse, toWav } from './analyse.js';
import type { VoiceLimits, VoiceResult } from './voice-types.js';

export interface VoiceJob {
  kind: 'analyse' | 'toWav';
  bytes: Uint8Array;
  limits: VoiceLimits;
}

export type VoiceJobResult = VoiceResult | Uint8Array | undefined;

/** The decoders report each damaged packet on the console; the result says it once. */
console.error = () => {};

async function answer({ kind, bytes, limits }: VoiceJob): Promise<void> {
  const result = kind === 'analyse' ? await analyse(bytes, limits) : await toWav(bytes, limits);
  parentPort?.postMessage(result, result instanceof Uint8Array ? [result.buffer as ArrayBuffer] : []);
}

parentPort?.on('message', (job: VoiceJob) => void answer(job));
