import { useEffect, useRef, useState } from 'react';
import { now } from '@/lib/clock';
import { readStored, removeStored, storedKeys, writeStored } from '@/platform/storage';

const PREFIX = 'draft.';
const WRITE_AFTER_MS = 300;
/** What was typed holds personal data; it doesn't stay on a phone for good. */
const KEPT_MS = 7 * 24 * 3_600_000;

interface Kept<T> {
  at: number;
  value: T;
}

export interface Draft<T> {
  value: T;
  /** True when this began from what was typed on an earlier visit. */
  restored: boolean;
  update(change: Partial<T>): void;
  /** After success: nothing of it stays on the phone. */
  clear(): void;
}

/**
 * What a person types, kept on the phone until it was sent: a lost network, a closed app or a look at another page
 * costs nothing.
 * @param key names the form and, where there are several, its object: 'booking', `correction.${caseId}`
 */
export function useDraft<T extends object>(key: string, initial: T): Draft<T> {
  const [restored] = useState(() => readDraft<T>(key));
  const [value, setValue] = useState<T>(() => ({ ...initial, ...restored }));
  const latest = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const unschedule = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
  };
  const save = () => {
    unschedule();
    writeStored(PREFIX + key, { at: now(), value: latest.current } satisfies Kept<T>);
  };
  useEffect(
    () => () => {
      if (timer.current !== undefined) save();
    },
    [key],
  );

  const put = (next: T) => {
    latest.current = next;
    setValue(next);
  };
  return {
    value,
    restored: restored !== undefined,
    update(change) {
      put({ ...latest.current, ...change });
      unschedule();
      timer.current = setTimeout(save, WRITE_AFTER_MS);
    },
    clear() {
      unschedule();
      removeStored(PREFIX + key);
      put(initial);
    },
  };
}

function readDraft<T>(key: string): T | undefined {
  const kept = readStored<Kept<T>>(PREFIX + key);
  if (!kept) return undefined;
  if (now() - kept.at < KEPT_MS) return kept.value;
  removeStored(PREFIX + key);
  return undefined;
}

/** Forgets everything that was typed and not sent, e.g. when a person signs out. */
export function clearDrafts(): void {
  for (const key of storedKeys(PREFIX)) removeStored(key);
}
