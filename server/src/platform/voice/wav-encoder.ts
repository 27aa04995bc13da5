import { type PcmBlock, VoiceRefused } from './voice-types.js';

const SAMPLE_RATE = 16_000;
const HEADER_BYTES = 44;

/**
 * Writes 16 kHz, 16-bit, one-channel WAV. Another rate is brought to 16 kHz by straight lines between samples: good
 * enough for speech.
 * @throws VoiceRefused `voice.too_long` past `maxDurationMs`
 */
export async function encodeWav(blocks: AsyncIterable<PcmBlock>, maxDurationMs: number): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let [total, position, last] = [0, 0, 0];
  for await (const { samples, sampleRate } of blocks) {
    const step = sampleRate / SAMPLE_RATE;
    const part = Buffer.alloc(2 * Math.ceil((samples.length + 1) / step));
    let written = 0;
    for (; position < samples.length; position += step) {
      const before = position < 1 ? last : (samples[Math.floor(position) - 1] ?? 0);
      const after = samples[Math.floor(position)] ?? 0;
      const value = before + (after - before) * (position % 1);
      part.writeInt16LE(Math.round(32_767 * Math.max(-1, Math.min(1, value))), written);
      written += 2;
    }
    position -= samples.length;
    last = samples.at(-1) ?? last;
    parts.push(part.subarray(0, written));
    total += written;
    if ((total / 2 / SAMPLE_RATE) * 1000 > maxDurationMs) throw new VoiceRefused('voice.too_long');
  }
  return new Uint8Array(Buffer.concat([header(total), ...parts]));
}

function header(dataBytes: number): Buffer {
  const head = Buffer.alloc(HEADER_BYTES);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(HEADER_BYTES - 8 + dataBytes, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(SAMPLE_RATE, 24);
  head.writeUInt32LE(2 * SAMPLE_RATE, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(dataBytes, 40);
  return head;
}
