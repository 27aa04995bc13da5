import { type PcmBlock, VoiceRefused, type VoiceSound } from './voice-types.js';

const WINDOW_MS = 10;
const PEAKS = 64;
const FLOOR_DB = -90;
/** Mean level below which a recording holds no speech, about −50 dB. */
const SILENT_RMS = 0.003;

/** Measures a voice as it is decoded, in memory that grows by one number each 10 ms. */
export class SoundMeter {
  #sampleRate = 0;
  #samples = 0;
  #energy = 0;
  readonly #windows: number[] = [];

  get durationMs(): number {
    return this.#sampleRate === 0 ? 0 : Math.round((this.#samples * 1000) / this.#sampleRate);
  }

  /** @throws VoiceRefused when the sampling rate changes on the way, which no recorder does */
  add({ samples, sampleRate }: PcmBlock): void {
    if (this.#samples > 0 && sampleRate !== this.#sampleRate) throw new VoiceRefused('voice.undecodable');
    this.#sampleRate = sampleRate;
    const perWindow = (sampleRate * WINDOW_MS) / 1000;
    for (const value of samples) {
      const window = Math.floor(this.#samples++ / perWindow);
      const height = Math.abs(value);
      if (height > (this.#windows[window] ?? -1)) this.#windows[window] = height;
      this.#energy += value * value;
    }
  }

  result(): VoiceSound {
    const rms = Math.sqrt(this.#energy / Math.max(1, this.#samples));
    const loudnessDb = Math.max(FLOOR_DB, Math.round(200 * Math.log10(rms + 1e-9)) / 10);
    return { loudnessDb, silent: rms < SILENT_RMS, peaks: Array.from({ length: PEAKS }, (_, i) => this.#peak(i)) };
  }

  #peak(i: number): number {
    const from = Math.floor((i * this.#windows.length) / PEAKS);
    const to = Math.max(from + 1, Math.floor(((i + 1) * this.#windows.length) / PEAKS));
    return Math.min(100, Math.round(100 * Math.max(0, ...this.#windows.slice(from, to))));
  }
}
