export type VoiceFormat = 'mp3' | 'wav' | 'ogg' | 'webm' | 'mp4';

/** Codes of the error catalogue. */
export type VoiceRefusal =
  | 'voice.too_large'
  | 'voice.too_long'
  | 'voice.too_short'
  | 'voice.format'
  | 'voice.undecodable'
  | 'server.busy';

export interface VoiceLimits {
  maxBytes: number;
  minDurationMs: number;
  maxDurationMs: number;
}

export interface VoiceFacts {
  format: VoiceFormat;
  /** What to serve it as: `audio/mpeg`, `audio/wav`, `audio/ogg`, `audio/webm`, `audio/mp4`. */
  mime: string;
  durationMs: number;
  /** What can be heard; null for `mp4`, which is taken undecoded: every AAC decoder at hand is under the GPL. */
  sound: VoiceSound | null;
}

export interface VoiceSound {
  /** Mean level in dB below full scale, −90 at the least. */
  loudnessDb: number;
  /** Too quiet to hold speech. */
  silent: boolean;
  /** 64 heights for a waveform, 0–100, in time order. */
  peaks: number[];
}

export type VoiceResult = { ok: true; voice: VoiceFacts } | { ok: false; code: VoiceRefusal };

/** A stretch of one channel; samples lie in −1…1. */
export interface PcmBlock {
  samples: Float32Array;
  sampleRate: number;
}

/** Thrown while reading an upload, answered as a `VoiceResult`. */
export class VoiceRefused extends Error {
  override readonly name = 'VoiceRefused';

  constructor(readonly code: VoiceRefusal) {
    super(code);
  }
}
