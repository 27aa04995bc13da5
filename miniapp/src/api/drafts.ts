import { useEffect, useState, useSyncExternalStore } from 'react';
import { draftOf, dropDraft, keepDraft, onDraftChange, writeDraft } from './draft-store';

export interface Draft<T> {
  value: T;
  /** True when this began from what was typed before. */
  restored: boolean;
  update(change: Partial<T>): void;
  /** After success: nothing of it stays on the phone. */
  clear(): void;
}

/**
 * What a person types, kept on the phone until it was sent: a lost network, a closed app or a look at another page
 * costs nothing. Pages with the same key share it.
 * @param key names the form and, where there are several, its object: 'booking', `correction.${caseId}`
 */
export function useDraft<T extends object>(key: string, initial: T): Draft<T> {
  const typed = useSyncExternalStore(onDraftChange, () => draftOf(key));
  const [restored] = useState(typed !== undefined);
  useEffect(() => () => writeDraft(key), [key]);
  return {
    value: { ...initial, ...typed },
    restored,
    update: (change) => keepDraft(key, { ...initial, ...draftOf(key), ...change }),
    clear: () => dropDraft(key),
  };
}
