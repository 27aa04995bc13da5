import { fileTypeFromBuffer } from 'file-type';
import { decodeMp3 } from './decode/mp3.js';
import { mp4DurationMs } from './decode/mp4.js';
import { oggPackets } from './decode/ogg.js';
import { decodeOpus } from './decode/opus.js';
import { decodeWav } from './decode/wav.js';
import { webmOpusPackets } from './decode/webm.js';
import { SoundMeter } from './sound-meter.js';
import { type PcmBlock, type VoiceFormat, type VoiceLimits, VoiceRefused, type VoiceResult } from './voice-types.js';
import { encodeWav } from './wav-encoder.js';

/** What the content looks like → what we treat it as; the name and type that an upload claims are never asked. */
const sniffed: Record<string, VoiceFormat> = {
  'audio/mpeg': 'mp3',
  'audio/wav': 'wav',
  'audio/ogg; codecs=opus': 'ogg',
  'video/webm': 'webm',
  'audio/webm': 'webm',
  'audio/mp4': 'mp4',
  'video/mp4': 'mp4',
  'audio/x-m4a': 'mp4',
};

const mimes: Record<VoiceFormat, string> = {
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  ogg: 'audio/ogg',
  webm: 'audio/webm',
  mp4: 'audio/mp4',
};

const decoders: Record<Exclude<VoiceFormat, 'mp4'>, (bytes: Uint8Array) => AsyncIterable<PcmBlock>> = {
  mp3: decodeMp3,
  wav: decodeWav,
  ogg: (bytes) => decodeOpus(oggPackets(bytes)),
  webm: (bytes) => decodeOpus(webmOpusPackets(bytes)),
};

/** Looks into an upload and measures it; decoding stops as soon as it is longer than allowed. */
export async function analyse(bytes: Uint8Array, limits: VoiceLimits): Promise<VoiceResult> {
  try {
    const format = await sniff(bytes);
    const meter = new SoundMeter();
    if (format !== 'mp4') {
      for await (const block of decoders[format](bytes)) {
        meter.add(block);
        if (meter.durationMs > limits.maxDurationMs) throw new VoiceRefused('voice.too_long');
      }
    }
    const durationMs = format === 'mp4' ? mp4DurationMs(bytes) : meter.durationMs;
    if (durationMs === 0) throw new VoiceRefused('voice.undecodable');
    if (durationMs > limits.maxDurationMs) throw new VoiceRefused('voice.too_long');
    if (durationMs < limits.minDurationMs) throw new VoiceRefused('voice.too_short');
    const sound = format === 'mp4' ? null : meter.result();
    return { ok: true, voice: { format, mime: mimes[format], durationMs, sound } };
  } catch (error) {
    return { ok: false, code: error instanceof VoiceRefused ? error.code : 'voice.undecodable' };
  }
}

/**
 * The same voice as 16-bit PCM at 16 kHz in a WAV file, which every player and every speech service reads; undefined
 * for what we can't decode (`mp4`, damaged, longer than `limits`).
 */
export async function toWav(bytes: Uint8Array, limits: VoiceLimits): Promise<Uint8Array | undefined> {
  try {
    const format = await sniff(bytes);
    return format === 'mp4' ? undefined : await encodeWav(decoders[format](bytes), limits.maxDurationMs);
  } catch (error) {
    if (error instanceof VoiceRefused) return undefined;
    throw error;
  }
}

async function sniff(bytes: Uint8Array): Promise<VoiceFormat> {
  if (bytes.length === 0) throw new VoiceRefused('voice.too_short');
  const format = sniffed[(await fileTypeFromBuffer(bytes))?.mime ?? ''];
  if (!format) throw new VoiceRefused('voice.format');
  return format;
}
