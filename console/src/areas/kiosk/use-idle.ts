import { useEffect, useState } from 'react';
import { now } from '../../lib/clock';
import { WARN_MS } from './kiosk-steps';

/**
 * Counts how long nobody has touched the screen. Gives the seconds that are left once it is nearly over, and calls `onIdle`
 * at the end. `limitMs` undefined counts nothing; another `stepKey` begins anew.
 */
export function useIdle(limitMs: number | undefined, stepKey: string, onIdle: () => void): number | undefined {
  const [left, setLeft] = useState<number>();
  useEffect(() => {
    setLeft(undefined);
    if (limitMs === undefined) return;
    let until = now() + limitMs;
    const touched = () => {
      until = now() + limitMs;
      setLeft(undefined);
    };
    const timer = setInterval(() => {
      const rest = until - now();
      if (rest <= 0) onIdle();
      else setLeft(rest <= WARN_MS ? Math.ceil(rest / 1000) : undefined);
    }, 500);
    window.addEventListener('pointerdown', touched);
    window.addEventListener('keydown', touched);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pointerdown', touched);
      window.removeEventListener('keydown', touched);
    };
  }, [limitMs, stepKey, onIdle]);
  return left;
}
