import { VoiceRefused } from '../voice-types.js';

/** Boxes whose children are read (ISO/IEC 14496-12). */
const containers = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'mvex', 'moof', 'traf']);
const codecs = new Set(['mp4a', 'Opus']);

interface Track {
  id: number;
  timescale: number;
  handler: string;
  codec: string;
  /** Duration of a sample that says nothing itself, from `trex`. */
  defaultDuration: number;
  units: number;
  /** Where the first fragment starts, in units. */
  start?: number;
}

/**
 * How long the voice in an MP4 plays, by its sample tables and fragments, which a player goes by; the length in the
 * file's head is not asked. Nothing is decoded.
 * @throws VoiceRefused `voice.format` with a picture track or another codec, `voice.undecodable` when cut or empty
 */
export function mp4DurationMs(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tracks: Track[] = [];
  let fragment: { track?: Track; duration: number } = { duration: 0 };
  let soundBytes = 0;
  for (const [type, box] of boxes(file)) {
    const track = tracks.at(-1);
    if (type === 'trak') tracks.push({ id: 0, timescale: 0, handler: '', codec: '', defaultDuration: 0, units: 0 });
    else if (type === 'mdat') soundBytes += box.length;
    else if (type === 'trex') {
      const found = tracks.find(({ id }) => id === box.readUInt32BE(4));
      if (found) found.defaultDuration = box.readUInt32BE(12);
    } else if (type === 'tfhd') fragment = readFragmentHead(box, tracks);
    else if (type === 'tfdt' && fragment.track) moveToFragment(box, fragment.track);
    else if (type === 'trun' && fragment.track) fragment.track.units += runUnits(box, fragment.duration);
    else if (track) readTrackBox(type, box, track);
  }
  if (tracks.some(({ handler }) => handler === 'vide')) throw new VoiceRefused('voice.format');
  const voice = tracks.find(({ handler }) => handler === 'soun');
  if (!voice || soundBytes === 0) throw new VoiceRefused('voice.undecodable');
  if (!codecs.has(voice.codec)) throw new VoiceRefused('voice.format');
  const durationMs = Math.round((voice.units * 1000) / voice.timescale);
  if (!(durationMs > 0 && Number.isFinite(durationMs))) throw new VoiceRefused('voice.undecodable');
  return durationMs;
}

function readTrackBox(type: string, box: Buffer, track: Track): void {
  const wide = box[0] === 1;
  if (type === 'tkhd') track.id = box.readUInt32BE(wide ? 20 : 12);
  else if (type === 'mdhd') track.timescale = box.readUInt32BE(wide ? 20 : 12);
  else if (type === 'hdlr') track.handler = box.toString('latin1', 8, 12);
  else if (type === 'stsd') track.codec = box.toString('latin1', 12, 16);
  else if (type === 'stts') {
    for (let at = 8; at + 8 <= box.length; at += 8) track.units += box.readUInt32BE(at) * box.readUInt32BE(at + 4);
  }
}

/** `tfhd`: which track, and after the optional base offset (8 bytes) and description (4) its default duration. */
function readFragmentHead(box: Buffer, tracks: Track[]): { track?: Track; duration: number } {
  const flags = box.readUIntBE(1, 3);
  const track = tracks.find(({ id }) => id === box.readUInt32BE(4));
  const at = 8 + (flags & 0x1 ? 8 : 0) + (flags & 0x2 ? 4 : 0);
  return { track, duration: flags & 0x8 ? box.readUInt32BE(at) : (track?.defaultDuration ?? 0) };
}

/** `tfdt`: when the fragment starts. Chromium gives each fragment's last sample too short a duration: the gap counts. */
function moveToFragment(box: Buffer, track: Track): void {
  const time = box[0] === 1 ? Number(box.readBigUInt64BE(4)) : box.readUInt32BE(4);
  track.start ??= time;
  track.units = Math.max(track.units, time - track.start);
}

/** `trun`: a count, two optional words, then for each sample those of duration, size, flags and offset that it gives. */
function runUnits(box: Buffer, defaultDuration: number): number {
  const flags = box.readUIntBE(1, 3);
  const count = box.readUInt32BE(4);
  if (!(flags & 0x100)) return count * defaultDuration;
  const sampleBytes = [0x100, 0x200, 0x400, 0x800].filter((flag) => flags & flag).length * 4;
  let at = 8 + (flags & 0x1 ? 4 : 0) + (flags & 0x4 ? 4 : 0);
  let units = 0;
  for (let i = 0; i < count && at + 4 <= box.length; i++, at += sampleBytes) units += box.readUInt32BE(at);
  return units;
}

function* boxes(file: Buffer): Generator<[type: string, content: Buffer]> {
  for (let at = 0; at + 8 <= file.length; ) {
    const type = file.toString('latin1', at + 4, at + 8);
    const short = file.readUInt32BE(at);
    const head = short === 1 ? 16 : 8;
    const size = short === 1 ? Number(file.readBigUInt64BE(at + 8)) : short === 0 ? file.length - at : short;
    if (size < head || at + size > file.length) throw new VoiceRefused('voice.undecodable');
    yield [type, containers.has(type) ? file.subarray(0, 0) : file.subarray(at + head, at + size)];
    at += containers.has(type) ? head : size;
  }
}
