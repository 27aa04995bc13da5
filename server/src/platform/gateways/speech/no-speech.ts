import { SpeechToText, type Transcription } from './speech-to-text.js';

/** Nobody transcribes: the officer who listens types the text. */
export class NoSpeech extends SpeechToText {
  override async transcribe(): Promise<Transcription> {
    return { unavailable: 'none' };
  }
}
