import { useEffect, useState } from 'react';
import { now, onTimeSet } from './clock';

/** The present instant, read again every so often while the component is on the page. */
export function useNow(everyMs: number): number {
  const [at, setAt] = useState(now);
  useEffect(() => {
    const look = () => setAt(now());
    const timer = setInterval(look, everyMs);
    const end = onTimeSet(look);
    return () => {
      clearInterval(timer);
      end();
    };
  }, [everyMs]);
  return at;
}
