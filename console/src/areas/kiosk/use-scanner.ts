import { useEffect, useRef } from 'react';
import { now } from '../../lib/clock';

/** A scanner types a whole code and Enter within this time between two keys. */
const PAUSE_MS = 1_000;
const SHORTEST = 6;

/** Hears a code scanner, which is a keyboard that types fast and ends with Enter. */
export function useScanner(isOn: boolean, onScan: (code: string) => void): void {
  const latest = useRef(onScan);
  latest.current = onScan;
  useEffect(() => {
    if (!isOn) return;
    let typed = '';
    let lastAt = 0;
    const onKey = (event: KeyboardEvent) => {
      if (now() - lastAt > PAUSE_MS) typed = '';
      lastAt = now();
      if (event.key === 'Enter' && typed.length >= SHORTEST) {
        event.preventDefault();
        latest.current(typed);
        typed = '';
      } else if (event.key.length === 1) typed += event.key;
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [isOn]);
}
