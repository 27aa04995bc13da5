import { createStore } from '../../lib/store';

/** How calls are heard: `voice` in Chinese, `chime` where there is no such voice, `silent` until somebody touches the screen. */
export type Sound = 'voice' | 'chime' | 'silent';

const chineseVoice = (): SpeechSynthesisVoice | undefined =>
  globalThis.speechSynthesis?.getVoices().find(({ lang }) => /^(zh|cmn)/i.test(lang));

/** Says calls aloud, one after another. */
export class Announcer {
  readonly sound = createStore<Sound>('silent');
  private audio?: AudioContext;
  private queue: string[] = [];
  private isBusy = false;

  /** Finds out what this browser can do; again when its voices are there, and after a touch. */
  start(): void {
    this.audio ??= new AudioContext();
    void this.audio.resume();
    this.judge();
    this.audio.onstatechange = () => this.judge();
    globalThis.speechSynthesis?.addEventListener('voiceschanged', () => this.judge());
  }

  stop(): void {
    this.queue = [];
    globalThis.speechSynthesis?.cancel();
    void this.audio?.close();
    this.audio = undefined;
  }

  announce(text: string): void {
    this.queue.push(text);
    void this.drain();
  }

  private judge(): void {
    if (this.audio?.state !== 'running') this.sound.set('silent');
    else this.sound.set(chineseVoice() ? 'voice' : 'chime');
  }

  private async drain(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    for (let text = this.queue.shift(); text !== undefined; text = this.queue.shift()) {
      const voice = chineseVoice();
      const isSaid = voice !== undefined && (await this.speak(text, voice));
      if (!isSaid) await this.chime();
    }
    this.isBusy = false;
  }

  /** False when the browser did not let it speak. */
  private speak(text: string, voice: SpeechSynthesisVoice): Promise<boolean> {
    return new Promise((resolve) => {
      const speech = new SpeechSynthesisUtterance(text);
      speech.voice = voice;
      speech.lang = voice.lang;
      speech.rate = 0.9;
      speech.addEventListener('end', () => resolve(true));
      speech.addEventListener('error', () => resolve(false));
      globalThis.speechSynthesis.speak(speech);
      setTimeout(() => resolve(true), 15_000);
    });
  }

  /** Two tones, down a third. */
  private async chime(): Promise<void> {
    const { audio } = this;
    if (audio?.state !== 'running') return;
    for (const [at, frequency] of [
      [0, 784],
      [0.45, 622],
    ] as const) {
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      const start = audio.currentTime + at;
      tone.frequency.value = frequency;
      volume.gain.setValueAtTime(0.4, start);
      volume.gain.exponentialRampToValueAtTime(0.001, start + 0.9);
      tone.connect(volume).connect(audio.destination);
      tone.start(start);
      tone.stop(start + 0.9);
    }
    await new Promise((resolve) => setTimeout(resolve, 1_400));
  }
}
