import { VoiceRefused } from '../voice-types.js';

/** Elements whose children are walked; everything else is skipped or read whole. */
const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
const TRACKS = 0x1654ae6b;
const TRACK_ENTRY = 0xae;
const BLOCK_GROUP = 0xa0;
const masters = new Set([SEGMENT, CLUSTER, TRACKS, TRACK_ENTRY, BLOCK_GROUP]);

const TRACK_NUMBER = 0xd7;
const TRACK_TYPE = 0x83;
const CODEC_ID = 0x86;
const CODEC_PRIVATE = 0x63a2;
const SIMPLE_BLOCK = 0xa3;
const BLOCK = 0xa1;

const VIDEO = 1;
const LACING = 0x06;

/**
 * The Opus packets of a WebM recording (RFC 9559), its `OpusHead` first, as an Ogg file would give them. Elements are
 * walked as a flat list, so recordings that never say how long a cluster is (MediaRecorder) read like any other.
 */
export function* webmOpusPackets(bytes: Uint8Array): Generator<Uint8Array> {
  let opusTrack: number | undefined;
  let number = 0;
  let isOpus = false;
  for (const [id, content] of elements(bytes)) {
    if (id === TRACK_ENTRY) isOpus = false;
    if (id === TRACK_NUMBER) number = content.reduce((value, byte) => value * 256 + byte, 0);
    if (id === TRACK_TYPE && content[0] === VIDEO) throw new VoiceRefused('voice.format');
    if (id === CODEC_ID) isOpus = Buffer.from(content).toString('latin1').replace(/\0+$/, '') === 'A_OPUS';
    if (id === CODEC_PRIVATE && isOpus && opusTrack === undefined) {
      opusTrack = number;
      yield content;
    }
    if (id !== SIMPLE_BLOCK && id !== BLOCK) continue;
    if (opusTrack === undefined) throw new VoiceRefused('voice.format');
    const track = vint(content, 0);
    if (track?.value !== opusTrack) continue;
    if ((content[track.length + 2] ?? 0) & LACING) throw new VoiceRefused('voice.undecodable');
    yield content.subarray(track.length + 3);
  }
}

function* elements(bytes: Uint8Array): Generator<[id: number, content: Uint8Array]> {
  let at = 0;
  while (at < bytes.length) {
    const id = vint(bytes, at, true);
    const size = id && vint(bytes, at + id.length);
    if (!id || !size) return;
    const start = at + id.length + size.length;
    if (masters.has(id.value)) {
      yield [id.value, new Uint8Array()];
      at = start;
      continue;
    }
    at = start + size.value;
    if (at > bytes.length) return;
    yield [id.value, bytes.subarray(start, at)];
  }
}

/** A variable-length number; ids keep the bits that tell their length. Undefined at the end of the data. */
function vint(bytes: Uint8Array, at: number, keepMarker = false): { value: number; length: number } | undefined {
  const first = bytes[at];
  if (!first) return undefined;
  const length = Math.clz32(first) - 23;
  if (at + length > bytes.length) return undefined;
  let value = keepMarker ? first : first & (0xff >> length);
  for (let i = 1; i < length; i++) value = value * 256 + (bytes[at + i] ?? 0);
  return { value, length };
}
