/** One finished recording on this phone. */
export interface Recording {
  /** Temporary file (WeChat) or blob URL (H5); can be played and uploaded. */
  path: string;
  durationMs: number;
  bytes: number;
  /** Without parameters, e.g. 'audio/mpeg'. */
  mime: string;
}

/** Why there is no recording; the panel words it. */
export type RecorderFault = 'denied' | 'unsupported' | 'failed';

export class RecorderError extends Error {
  override readonly name = 'RecorderError';
  constructor(readonly fault: RecorderFault) {
    super(fault);
  }
}

export interface Recorder {
  /**
   * Resolves when sound is being taken; rejects with a RecorderError.
   * @param maxMs the recording ends by itself after this time and is given to `onFull`
   */
  start(maxMs: number, onFull: (recording: Recording) => void): Promise<void>;
  stop(): Promise<Recording>;
  /** Ends without a result, e.g. when the page is left. */
  cancel(): void;
}
