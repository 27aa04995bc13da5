import { OpusDecoder } from 'opus-decoder';
import { type PcmBlock, VoiceRefused } from '../voice-types.js';

/** Speech needs no more, and decoding costs a third of 48 kHz. */
const SAMPLE_RATE = 16_000;
const PACKETS_AT_ONCE = 50;

/**
 * Decodes Opus packets to one channel. The first packet is `OpusHead` (RFC 7845: one or two channels); `OpusTags` is
 * skipped. A damaged packet is a gap; when most are, the recording is refused.
 */
export async function* decodeOpus(packets: Iterable<Uint8Array>): AsyncGenerator<PcmBlock> {
  const iterator = packets[Symbol.iterator]();
  const { channels, preSkip } = parseHead(iterator.next().value);
  const decoder = new OpusDecoder({ channels, sampleRate: SAMPLE_RATE });
  await decoder.ready;
  let skip = Math.round((preSkip * SAMPLE_RATE) / 48_000);
  let [good, bad] = [0, 0];
  try {
    for (let batch = take(iterator); batch.length > 0; batch = take(iterator)) {
      const { channelData, samplesDecoded, errors } = decoder.decodeFrames(batch);
      bad += errors.length;
      good += batch.length - errors.length;
      const skipped = Math.min(skip, samplesDecoded);
      skip -= skipped;
      if (samplesDecoded > skipped) {
        yield { samples: mixed(channelData, samplesDecoded).subarray(skipped), sampleRate: SAMPLE_RATE };
      }
    }
  } finally {
    decoder.free();
  }
  if (bad > good) throw new VoiceRefused('voice.undecodable');
}

/** The mean of all channels. */
export function mixed(channels: Float32Array[], length: number): Float32Array {
  const [left = new Float32Array(length), right] = channels;
  if (!right || right.length < length) return left.subarray(0, length);
  return left.subarray(0, length).map((value, i) => (value + (right[i] ?? 0)) / 2);
}

function parseHead(packet: Uint8Array | undefined): { channels: number; preSkip: number } {
  const head = Buffer.from(packet ?? []);
  if (head.toString('latin1', 0, 8) !== 'OpusHead' || head.length < 19) throw new VoiceRefused('voice.undecodable');
  const channels = head.readUInt8(9);
  if (head.readUInt8(18) !== 0 || channels < 1 || channels > 2) throw new VoiceRefused('voice.format');
  return { channels, preSkip: head.readUInt16LE(10) };
}

/** Audio packets only: empty ones and the tags hold no sound. */
function take(iterator: Iterator<Uint8Array>): Uint8Array[] {
  const batch: Uint8Array[] = [];
  while (batch.length < PACKETS_AT_ONCE) {
    const { value, done } = iterator.next();
    if (done) break;
    if (value.length > 0 && Buffer.from(value.subarray(0, 8)).toString('latin1') !== 'OpusTags') batch.push(value);
  }
  return batch;
}
