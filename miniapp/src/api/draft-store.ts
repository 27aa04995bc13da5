import { now } from '@/lib/clock';
import { watchForeground } from '@/platform/network';
import { readStored, removeStored, storedKeys, writeStored } from '@/platform/storage';

const PREFIX = 'draft.';
const WRITE_AFTER_MS = 300;
/** What was typed holds personal data; it doesn't stay on a phone for good. */
const KEPT_MS = 7 * 24 * 3_600_000;

interface Kept {
  at: number;
  value: object;
}

/** What the app knows now: pages that ask parts of one thing see each other's answers before the phone keeps them. */
const known = new Map<string, Kept | undefined>();
const writing = new Map<string, ReturnType<typeof setTimeout>>();
const listeners = new Set<() => void>();

const tell = () => {
  for (const listener of listeners) listener();
};

// An app that is put away may be ended without another word.
watchForeground((shown) => {
  if (!shown) for (const key of Array.from(writing.keys())) writeDraft(key);
});

/** @returns ends it */
export function onDraftChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What was typed under this key within the last week; the same object until it changes. */
export function draftOf(key: string): object | undefined {
  if (!known.has(key)) known.set(key, readStored<Kept>(PREFIX + key));
  const kept = known.get(key);
  if (!kept || now() - kept.at < KEPT_MS) return kept?.value;
  forget(key);
  return undefined;
}

export function keepDraft(key: string, value: object): void {
  known.set(key, { at: now(), value });
  if (!writing.has(key)) {
    const timer = setTimeout(() => writeDraft(key), WRITE_AFTER_MS);
    writing.set(key, timer);
  }
  tell();
}

/** Writes at once what waits to be written. */
export function writeDraft(key: string): void {
  if (!writing.has(key)) return;
  clearTimeout(writing.get(key));
  writing.delete(key);
  writeStored(PREFIX + key, known.get(key));
}

export function dropDraft(key: string): void {
  forget(key);
  tell();
}

/** Forgets everything that was typed and not sent, e.g. when a person signs out. */
export function clearDrafts(): void {
  for (const key of new Set([...known.keys(), ...storedKeys(PREFIX).map((stored) => stored.slice(PREFIX.length))]))
    forget(key);
  tell();
}

function forget(key: string): void {
  clearTimeout(writing.get(key));
  writing.delete(key);
  known.delete(key);
  removeStored(PREFIX + key);
}
