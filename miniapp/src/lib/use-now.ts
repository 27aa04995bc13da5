import { useEffect, useState } from 'react';
import { now } from './clock';

/** The present instant, read again every so often while the component is on the page. */
export function useNow(everyMs: number): number {
  const [at, setAt] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return at;
}
