import { type PcmBlock, VoiceRefused } from '../voice-types.js';

const PCM = 1;
const FRAMES_AT_ONCE = 16_384;

/** Reads 16-bit PCM in a WAV file, one or two channels. A data size that lies past the end counts up to the end. */
export async function* decodeWav(bytes: Uint8Array): AsyncGenerator<PcmBlock> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fmt = findChunk(file, 'fmt ');
  const data = findChunk(file, 'data');
  if (!fmt || fmt.length < 16 || !data) throw new VoiceRefused('voice.undecodable');
  const [codec, channels] = [fmt.readUInt16LE(0), fmt.readUInt16LE(2)];
  const [sampleRate, bits] = [fmt.readUInt32LE(4), fmt.readUInt16LE(14)];
  const readable = codec === PCM && bits === 16 && (channels === 1 || channels === 2);
  if (!readable || sampleRate < 8_000 || sampleRate > 96_000) throw new VoiceRefused('voice.format');
  const frameBytes = 2 * channels;
  const frames = Math.floor(data.length / frameBytes);
  for (let at = 0; at < frames; at += FRAMES_AT_ONCE) {
    const samples = new Float32Array(Math.min(FRAMES_AT_ONCE, frames - at));
    for (let i = 0; i < samples.length; i++) {
      let sum = 0;
      for (let c = 0; c < channels; c++) sum += data.readInt16LE((at + i) * frameBytes + 2 * c);
      samples[i] = sum / channels / 32_768;
    }
    yield { samples, sampleRate };
  }
}

function findChunk(file: Buffer, name: string): Buffer | undefined {
  for (let at = 12; at + 8 <= file.length; ) {
    const size = file.readUInt32LE(at + 4);
    if (file.toString('latin1', at, at + 4) === name) return file.subarray(at + 8, at + 8 + size);
    at += 8 + size + (size % 2);
  }
  return undefined;
}
