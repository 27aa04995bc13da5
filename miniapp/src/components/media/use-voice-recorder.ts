import { useEffect, useRef, useState } from 'react';
import { now } from '@/lib/clock';
import { createRecorder } from '@/platform/recorder';
import { type Recorder, RecorderError, type RecorderFault, type Recording } from '@/platform/recorder/types';

const TICK_MS = 500;

interface VoiceRecorder {
  phase: 'idle' | 'starting' | 'recording';
  elapsedMs: number;
  fault: RecorderFault | undefined;
  start(): void;
  stop(): void;
}

/** A recorder's state for a component; what was recorded goes to `onRecorded`. Leaving the page ends a recording. */
export function useVoiceRecorder(maxMs: number, onRecorded: (recording: Recording) => void): VoiceRecorder {
  const [phase, setPhase] = useState<VoiceRecorder['phase']>('idle');
  const [elapsedMs, setElapsedMs] = useState(0);
  const [fault, setFault] = useState<RecorderFault>();
  const recorder = useRef<Recorder>(undefined);
  const recording = phase === 'recording';

  useEffect(() => {
    if (!recording) return;
    const startedAt = now();
    const ticking = setInterval(() => setElapsedMs(now() - startedAt), TICK_MS);
    return () => clearInterval(ticking);
  }, [recording]);
  useEffect(() => () => recorder.current?.cancel(), []);

  const done = (result: Recording) => {
    recorder.current = undefined;
    setPhase('idle');
    onRecorded(result);
  };
  const failed = (error: unknown) => {
    recorder.current?.cancel();
    recorder.current = undefined;
    setPhase('idle');
    setFault(error instanceof RecorderError ? error.fault : 'failed');
  };

  return {
    phase,
    elapsedMs,
    fault,
    start() {
      setFault(undefined);
      setElapsedMs(0);
      setPhase('starting');
      recorder.current = createRecorder();
      recorder.current.start(maxMs, done).then(() => setPhase('recording'), failed);
    },
    stop() {
      recorder.current?.stop().then(done, failed);
    },
  };
}
