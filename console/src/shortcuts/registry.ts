import { createStore } from '../lib/store';

/** A key with what it does. `layer` 0 is the page; a dialog above it has a higher one and hides the keys below. */
export interface Shortcut {
  combo: string;
  label: string;
  group: string;
  layer: number;
  run(): void;
}

/** The keys of the moment, the latest last. */
export const shortcuts = createStore<readonly Shortcut[]>([]);

/** The open layers (dialogs), the topmost last. */
export const layers = createStore<readonly number[]>([0]);

/** Adds a key until the returned function is called. */
export function addShortcut(shortcut: Shortcut): () => void {
  shortcuts.set([...shortcuts.get(), shortcut]);
  return () => shortcuts.set(shortcuts.get().filter((other) => other !== shortcut));
}

/** Opens a layer above the others: its number, and how to close it. */
export function openLayer(): { layer: number; close: () => void } {
  const layer = Math.max(...layers.get()) + 1;
  layers.set([...layers.get(), layer]);
  return { layer, close: () => layers.set(layers.get().filter((other) => other !== layer)) };
}

/** The keys that act now: those of the topmost layer; of two on one key the one added later. */
export function activeShortcuts(): Shortcut[] {
  const top = Math.max(...layers.get());
  const byCombo = new Map<string, Shortcut>();
  for (const shortcut of shortcuts.get()) if (shortcut.layer === top) byCombo.set(shortcut.combo, shortcut);
  return [...byCombo.values()];
}
