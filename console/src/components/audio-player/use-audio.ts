import { useEffect, useRef, useState } from 'react';

export type AudioState = 'idle' | 'loading' | 'playing' | 'failed';

/** A recording under control: its state, its position (ms), and what can be done with it. */
export interface AudioControl {
  state: AudioState;
  positionMs: number;
  rate: number;
  toggle: () => void;
  seek: (ms: number) => void;
  setRate: (rate: number) => void;
}

/** Plays `src`, loading it only when asked to; `onFailed` hears when that is not possible. */
export function useAudio(src: string, durationMs: number, onFailed?: () => void): AudioControl {
  const audio = useRef<HTMLAudioElement>(undefined);
  const [state, setState] = useState<AudioState>('idle');
  const [positionMs, setPosition] = useState(0);
  const [rate, setSpeed] = useState(1);
  const failed = useRef(onFailed);
  failed.current = onFailed;

  useEffect(() => {
    const element = new Audio();
    element.preload = 'none';
    element.src = src;
    audio.current = element;
    setState('idle');
    setPosition(0);
    const follow = () => setPosition(element.currentTime * 1000);
    element.onplaying = () => setState('playing');
    element.onpause = () => setState('idle');
    element.onended = () => setPosition(0);
    element.onerror = () => {
      setState('failed');
      failed.current?.();
    };
    element.ontimeupdate = follow;
    element.onseeked = follow;
    return () => {
      element.pause();
      element.onerror = null;
      element.removeAttribute('src');
      audio.current = undefined;
    };
  }, [src]);

  const play = (element: HTMLAudioElement) => {
    if (element.error) element.load();
    element.playbackRate = rate;
    setState('loading');
    element.play().catch((refusal: DOMException) => {
      if (refusal.name !== 'AbortError') setState('failed');
    });
  };

  return {
    state,
    positionMs,
    rate,
    toggle: () => {
      const element = audio.current;
      if (!element) return;
      if (element.paused) play(element);
      else element.pause();
    },
    seek: (ms) => {
      const element = audio.current;
      if (!element) return;
      const to = Math.min(Math.max(0, ms), durationMs);
      element.currentTime = to / 1000;
      setPosition(to);
    },
    setRate: (next) => {
      setSpeed(next);
      if (audio.current) audio.current.playbackRate = next;
    },
  };
}
