import { useState } from 'react';

let last = 0;

/** An element id that no other element of the app has; several pages stay in the document at once. */
export function useUid(prefix: string): string {
  const [uid] = useState(() => `${prefix}-${++last}`);
  return uid;
}
