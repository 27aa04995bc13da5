import { VoiceRefused } from '../voice-types.js';

const HEADER_BYTES = 27;

/**
 * The packets of the first stream in an Ogg file (RFC 3533), in order. A page that is cut short ends the file: what came
 * before can be heard. Checksums are left to the decoder's own robustness.
 */
export function* oggPackets(bytes: Uint8Array): Generator<Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let serial: number | undefined;
  let parts: Uint8Array[] = [];
  for (let at = 0; at + HEADER_BYTES <= bytes.length; ) {
    if (view.getUint32(at) !== 0x4f676753) throw new VoiceRefused('voice.undecodable');
    const segments = bytes.subarray(at + HEADER_BYTES, at + HEADER_BYTES + (bytes[at + 26] ?? 0));
    let from = at + HEADER_BYTES + segments.length;
    const ours = (serial ??= view.getUint32(at + 14)) === view.getUint32(at + 14);
    let to = from;
    for (const length of segments) {
      to += length;
      if (to > bytes.length) return;
      if (length === 255) continue;
      if (ours) yield joined([...parts, bytes.subarray(from, to)]);
      if (ours) parts = [];
      from = to;
    }
    if (ours && from < to) parts.push(bytes.subarray(from, to));
    at = to;
  }
}

function joined(parts: Uint8Array[]): Uint8Array {
  return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
}
