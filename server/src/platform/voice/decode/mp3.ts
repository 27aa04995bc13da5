import { MPEGDecoder } from 'mpg123-decoder';
import type { PcmBlock } from '../voice-types.js';
import { mixed } from './opus.js';

/** At the lowest bit rate of MP3 (8 kbit/s) that is two seconds. */
const STEP_BYTES = 2048;

/** Decodes MP3 step by step, so that a reader who stops early has not decoded hours. */
export async function* decodeMp3(bytes: Uint8Array): AsyncGenerator<PcmBlock> {
  const decoder = new MPEGDecoder();
  await decoder.ready;
  try {
    for (let at = 0; at < bytes.length; at += STEP_BYTES) {
      const { channelData, samplesDecoded, sampleRate } = decoder.decode(bytes.subarray(at, at + STEP_BYTES));
      if (samplesDecoded > 0) yield { samples: mixed(channelData, samplesDecoded), sampleRate };
    }
  } finally {
    decoder.free();
  }
}
