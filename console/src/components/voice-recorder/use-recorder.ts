import { useCallback, useEffect, useRef, useState } from 'react';
import { now } from '../../lib/clock';
import { levelOf } from './levels';

/** The longest and the shortest recording that the server takes. */
export const MAX_RECORDING_MS = 120_000;
export const MIN_RECORDING_MS = 600;

const MEASURE_EVERY_MS = 100;
const FORMATS = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4'];

/** A finished recording, with the levels measured on the way. */
export interface Recording {
  /** Epoch ms; no two recordings of one person begin at once. */
  startedAt: number;
  blob: Blob;
  durationMs: number;
  levels: number[];
}

export type RecorderState = 'idle' | 'asking' | 'recording' | 'refused' | 'missing';

/** The microphone under control. `refused`: not allowed by the person; `missing`: none here, or not on this page. */
export interface RecorderControl {
  state: RecorderState;
  elapsedMs: number;
  /** 0…1, now. */
  level: number;
  start: () => void;
  stop: () => void;
}

interface Session {
  stop: () => void;
  release: () => void;
}

/** Records one voice; `onRecorded` gets it when it is stopped, or when it has become as long as it may. */
export function useRecorder(onRecorded: (recording: Recording) => void): RecorderControl {
  const [state, setState] = useState<RecorderState>('idle');
  const [meter, setMeter] = useState({ elapsedMs: 0, level: 0 });
  const session = useRef<Session>(undefined);
  const done = useRef(onRecorded);
  done.current = onRecorded;
  useEffect(() => () => session.current?.release(), []);

  const start = useCallback(async () => {
    setState('asking');
    setMeter({ elapsedMs: 0, level: 0 });
    try {
      if (!navigator.mediaDevices || !('MediaRecorder' in window)) throw new DOMException('', 'NotFoundError');
      const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
      session.current = begin(stream, setMeter, (recording) => {
        setState('idle');
        done.current(recording);
      });
      setState('recording');
    } catch (thrown) {
      setState(thrown instanceof DOMException && thrown.name === 'NotAllowedError' ? 'refused' : 'missing');
    }
  }, []);

  return { state, ...meter, start: () => void start(), stop: () => session.current?.stop() };
}

/** Records the stream and measures it; all that was opened is closed at the end. */
function begin(
  stream: MediaStream,
  onMeter: (meter: { elapsedMs: number; level: number }) => void,
  onRecorded: (recording: Recording) => void,
): Session {
  const mimeType = FORMATS.find((format) => MediaRecorder.isTypeSupported(format));
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: 32_000 });
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const levels: number[] = [];
  const parts: Blob[] = [];
  const startedAt = now();

  const measure = () => {
    analyser.getFloatTimeDomainData(samples);
    const level = levelOf(samples);
    const elapsedMs = now() - startedAt;
    levels.push(level);
    onMeter({ elapsedMs, level });
    if (elapsedMs >= MAX_RECORDING_MS) stop();
  };
  const timer = setInterval(measure, MEASURE_EVERY_MS);
  const release = () => {
    clearInterval(timer);
    for (const track of stream.getTracks()) track.stop();
    if (context.state !== 'closed') void context.close();
  };
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  recorder.ondataavailable = ({ data }) => parts.push(data);
  recorder.onstop = () => {
    release();
    const blob = new Blob(parts, { type: recorder.mimeType });
    onRecorded({ startedAt, blob, durationMs: now() - startedAt, levels });
  };
  recorder.start();
  return { stop, release };
}
