export interface SpeechAudio {
  audio: Uint8Array;
  /** What the voice intake found: `audio/mpeg`, `audio/wav`, `audio/ogg`, `audio/webm`, `audio/mp4`. */
  mime: string;
}

/**
 * Why there is no text: nobody is set up to transcribe, the provider doesn't take this format or length, it asks to
 * slow down, it failed, or it heard no words.
 */
export type NoTranscript = 'none' | 'format' | 'limited' | 'failed' | 'silent';

export type Transcription =
  | { text: string; confidence: number | null }
  | { unavailable: NoTranscript; providerCode?: string };

/** Port to speech recognition. A voice is kept and played whatever this says, so it never throws (H2). */
export abstract class SpeechToText {
  abstract transcribe(speech: SpeechAudio): Promise<Transcription>;
}
