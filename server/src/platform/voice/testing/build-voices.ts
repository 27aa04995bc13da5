/** Uploads made by code, for tests: what no recorder would send, and sounds whose measures are known. */

/** 16-bit WAV of a tone (or silence at `amplitude` 0) in one or two channels. */
export function buildWav(
  durationMs: number,
  { amplitude = 0.5, sampleRate = 16_000, channels = 1, hertz = 200 } = {},
): Buffer {
  const frames = Math.round((durationMs * sampleRate) / 1000);
  const file = Buffer.alloc(44 + frames * 2 * channels);
  file.write('RIFF', 0);
  file.writeUInt32LE(file.length - 8, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(channels, 22);
  file.writeUInt32LE(sampleRate, 24);
  file.writeUInt32LE(sampleRate * 2 * channels, 28);
  file.writeUInt16LE(2 * channels, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(file.length - 44, 40);
  for (let i = 0; i < frames * channels; i++) {
    const seconds = Math.floor(i / channels) / sampleRate;
    file.writeInt16LE(Math.round(32_767 * amplitude * Math.sin(2 * Math.PI * hertz * seconds)), 44 + 2 * i);
  }
  return file;
}

/** Silent MP3 frames of 36 ms and 36 bytes: MPEG-2 layer III, 8 kbit/s, 16 kHz, mono. */
export function buildSilentMp3(durationMs: number): Buffer {
  const frame = Buffer.alloc(36);
  frame.set([0xff, 0xf3, 0x18, 0xc0]);
  return Buffer.concat(Array.from({ length: Math.ceil(durationMs / 36) }, () => frame));
}

/** Ogg Opus whose packets say 120 ms in two bytes: hours in a few hundred kilobytes. */
export function buildSilentOgg(durationMs: number): Buffer {
  const head = Buffer.from('OpusHead\x01\x01\0\0\x80\xbb\0\0\0\0\0', 'latin1');
  const silence = Buffer.from([0x1b, 0x02]);
  const packets = Array.from({ length: Math.ceil(durationMs / 120) }, () => silence);
  return Buffer.concat([
    buildOggPage([head]),
    buildOggPage([Buffer.from('OpusTags\0\0\0\0\0\0\0\0')]),
    ...paged(packets),
  ]);
}

export function buildOggPage(packets: Buffer[]): Buffer {
  const page = Buffer.alloc(27);
  page.write('OggS');
  page.writeUInt32LE(7, 14);
  page.writeUInt8(packets.length, 26);
  return Buffer.concat([page, Buffer.from(packets.map((packet) => packet.length)), ...packets]);
}

function paged(packets: Buffer[]): Buffer[] {
  const pages: Buffer[] = [];
  for (let at = 0; at < packets.length; at += 255) pages.push(buildOggPage(packets.slice(at, at + 255)));
  return pages;
}

/** A copy with `from` replaced by `to`, of the same length, wherever it stands. */
export function patched(bytes: Buffer, from: Buffer | string, to: Buffer | string): Buffer {
  const copy = Buffer.from(bytes);
  let at = copy.indexOf(from);
  if (at < 0) throw new Error('nothing to patch');
  for (; at >= 0; at = copy.indexOf(from, at + 1)) copy.set(Buffer.from(to), at);
  return copy;
}
