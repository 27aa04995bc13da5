import { JobFailedError, JobWorker, startThread } from '../threads/index.js';
import type { VoiceJob, VoiceJobResult } from './voice.worker.js';
import type { VoiceLimits, VoiceResult } from './voice-types.js';

export interface VoiceIntakeOptions extends Partial<VoiceLimits> {
  /** A recording that takes longer to decode is taken for damaged. */
  timeoutMs?: number;
  /** Uploads that may wait for the decoder before `server.busy`. */
  maxWaiting?: number;
}

const defaults: VoiceLimits = { maxBytes: 2 * 1024 * 1024, minDurationMs: 600, maxDurationMs: 120_000 };

/** Looks into every uploaded voice, in a thread of its own so that no booking waits for a decoder. */
export class VoiceIntake {
  readonly limits: VoiceLimits;
  readonly #worker: JobWorker<VoiceJob, VoiceJobResult>;

  constructor({ timeoutMs = 10_000, maxWaiting = 16, ...limits }: VoiceIntakeOptions = {}) {
    this.limits = { ...defaults, ...limits };
    this.#worker = new JobWorker({ start: startDecoder, timeoutMs, maxWaiting });
  }

  /** What the upload really is, whatever it says it is; or the code to refuse it with. */
  async inspect(upload: Uint8Array): Promise<VoiceResult> {
    if (upload.length > this.limits.maxBytes) return { ok: false, code: 'voice.too_large' };
    try {
      return (await this.#run('analyse', upload)) as VoiceResult;
    } catch (error) {
      if (!(error instanceof JobFailedError)) throw error;
      const overloaded = error.why === 'busy' || error.why === 'closed';
      return { ok: false, code: overloaded ? 'server.busy' : 'voice.undecodable' };
    }
  }

  /**
   * A voice that `inspect` took, as 16 kHz WAV (32 kB a second): for players that can't read its format (WebM on an
   * iPhone's WeChat) and for speech services. Undefined where there is no decoder (`mp4`).
   * @throws JobFailedError when the decoder is busy or gave up
   */
  async toWav(voice: Uint8Array): Promise<Uint8Array | undefined> {
    return (await this.#run('toWav', voice)) as Uint8Array | undefined;
  }

  close(): Promise<void> {
    return this.#worker.close();
  }

  /** A copy of its own: a view into a pooled buffer would carry the whole pool along. */
  #run(kind: VoiceJob['kind'], bytes: Uint8Array): Promise<VoiceJobResult> {
    return this.#worker.run({ kind, bytes: new Uint8Array(bytes), limits: this.limits });
  }
}

const startDecoder = () => startThread(new URL('./voice.worker', import.meta.url), { maxOldGenerationSizeMb: 64 });
