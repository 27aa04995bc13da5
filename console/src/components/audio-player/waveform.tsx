import { type KeyboardEvent, type PointerEvent, useEffect, useState } from 'react';
import { clipLength } from '../../lib/time';
import styles from './audio-player.module.css';
import { readPeaks } from './peaks';

const BARS = 72;
const STEP_MS = 2_000;

interface WaveformProps {
  src: string;
  peaks?: readonly number[];
  positionMs: number;
  durationMs: number;
  onSeek: (ms: number) => void;
}

/** The recording's loudness over time, which is also the slider of the position (← → 2 s, Home, End). */
export function Waveform({ src, peaks, positionMs, durationMs, onSeek }: WaveformProps) {
  const bars = useBars(src, peaks);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = {
      ArrowLeft: positionMs - STEP_MS,
      ArrowRight: positionMs + STEP_MS,
      Home: 0,
      End: durationMs,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    onSeek(to);
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    onSeek(((event.clientX - left) / width) * durationMs);
  };
  const played = durationMs > 0 ? positionMs / durationMs : 0;
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label="播放位置"
      aria-valuemin={0}
      aria-valuemax={Math.round(durationMs / 1000)}
      aria-valuenow={Math.round(positionMs / 1000)}
      aria-valuetext={`${clipLength(positionMs)}，全长 ${clipLength(durationMs)}`}
      className={styles.wave}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
    >
      <svg viewBox={`0 0 ${bars.length * 4} 32`} preserveAspectRatio="none" aria-hidden="true">
        {bars.map((bar, index) => {
          const height = Math.max(2, bar * 30);
          const isPlayed = index / bars.length < played;
          const x = index * 4;
          return <rect key={x} x={x} y={16 - height / 2} width={2.4} height={height} data-played={isPlayed} />;
        })}
      </svg>
    </div>
  );
}

/** Given peaks, else those read from the recording; a flat line until then and when they can't be had. */
function useBars(src: string, peaks?: readonly number[]): readonly number[] {
  const [read, setRead] = useState<readonly number[]>();
  useEffect(() => {
    setRead(undefined);
    if (peaks) return;
    const stopper = new AbortController();
    readPeaks(src, BARS, stopper.signal).then(setRead, () => setRead(undefined));
    return () => stopper.abort();
  }, [src, peaks]);
  return peaks ?? read ?? Array.from({ length: BARS }, () => 0);
}
