import Taro from '@tarojs/taro';
import { type Recorder, RecorderError, type Recording } from './types';

/** Speech as mp3, 16 kHz, mono: WeChat's defaults (aac, 8 kHz, stereo) are twice the size and worse to listen to. */
const FORMAT = { sampleRate: 16000, numberOfChannels: 1, encodeBitRate: 48000, format: 'mp3' } as const;
const LONGEST_MS = 600_000;

type Waiter<T> = { resolve(value: T): void; reject(error: Error): void };

/** RecorderManager is one object for the whole app and its listeners can't be removed: they are attached once. */
let starting: Waiter<void> | undefined;
let stopping: Waiter<Recording> | undefined;
let full: ((recording: Recording) => void) | undefined;
let manager: Taro.RecorderManager | undefined;

function connect(): Taro.RecorderManager {
  if (manager) return manager;
  manager = Taro.getRecorderManager();
  manager.onStart(() => {
    starting?.resolve();
    starting = undefined;
  });
  manager.onStop(({ tempFilePath, duration, fileSize }) => {
    const recording: Recording = { path: tempFilePath, durationMs: duration, bytes: fileSize, mime: 'audio/mpeg' };
    if (stopping) stopping.resolve(recording);
    else full?.(recording);
    stopping = full = undefined;
  });
  manager.onError(({ errMsg }) => {
    const error = new RecorderError(/auth|deny|denied|permission/i.test(errMsg) ? 'denied' : 'failed');
    (starting ?? stopping)?.reject(error);
    starting = stopping = full = undefined;
  });
  return manager;
}

export function createRecorder(): Recorder {
  const recorder = connect();
  return {
    start: (maxMs, onFull) =>
      new Promise((resolve, reject) => {
        starting = { resolve, reject };
        full = onFull;
        recorder.start({ ...FORMAT, duration: Math.min(maxMs, LONGEST_MS) });
      }),
    stop: () =>
      new Promise((resolve, reject) => {
        stopping = { resolve, reject };
        recorder.stop();
      }),
    cancel: () => {
      full = undefined;
      recorder.stop();
    },
  };
}
