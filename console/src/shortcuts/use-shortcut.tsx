import { createContext, type ReactNode, useContext, useLayoutEffect, useRef, useState } from 'react';
import { comboOf, worksWhileTyping } from './combo';
import { activeShortcuts, addShortcut, openLayer } from './registry';

const Layer = createContext(0);

export interface ShortcutOptions {
  /** Heading under which the help lists the key. */
  group?: string;
  enabled?: boolean;
}

/** Binds a key from the moment the component is shown. `label` says in the help what it does; no combo, no key. */
export function useShortcut(
  combo: string | undefined,
  label: string,
  run: () => void,
  { group = '本页', enabled = true }: ShortcutOptions = {},
): void {
  const layer = useContext(Layer);
  const latest = useRef(run);
  latest.current = run;
  useLayoutEffect(() => {
    if (!combo || !enabled) return;
    return addShortcut({ combo, label, group, layer, run: () => latest.current() });
  }, [combo, label, group, layer, enabled]);
}

/** Keys bound inside belong to a dialog: while it is open, the page's keys below it rest. */
export function ShortcutLayer({ children }: { children: ReactNode }) {
  const [layer, setLayer] = useState<number>();
  useLayoutEffect(() => {
    const opened = openLayer();
    setLayer(opened.layer);
    return opened.close;
  }, []);
  return layer === undefined ? null : <Layer.Provider value={layer}>{children}</Layer.Provider>;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

function act(event: KeyboardEvent, combo: string): void {
  const shortcut = activeShortcuts().find((other) => other.combo === combo);
  if (!shortcut) return;
  event.preventDefault();
  event.stopPropagation();
  if (!event.repeat) shortcut.run();
}

/** Keys with Ctrl or Alt come before the control that has the focus: Ctrl+Enter sends a form also from a drop-down. */
function onKeyDownFirst(event: KeyboardEvent): void {
  const combo = comboOf(event);
  if (combo && worksWhileTyping(combo)) act(event, combo);
}

/** All others come after it: Esc closes the drop-down before it closes the panel. */
function onKeyDownLast(event: KeyboardEvent): void {
  const combo = comboOf(event);
  if (!combo || worksWhileTyping(combo) || event.defaultPrevented || isTyping(event.target)) return;
  act(event, combo);
}

/** Starts listening for keys; called once, at the start of the console. */
export function listenForShortcuts(): void {
  window.addEventListener('keydown', onKeyDownFirst, { capture: true });
  window.addEventListener('keydown', onKeyDownLast);
}
