/** The parts of a KeyboardEvent that say what was pressed. */
export interface KeyPress {
  key: string;
  code: string;
  altKey: boolean;
  ctrlKey: boolean;
  shiftKey: boolean;
  isComposing: boolean;
}

const capitals: Record<string, string> = {
  enter: 'Enter',
  escape: 'Esc',
  arrowup: '↑',
  arrowdown: '↓',
  space: '空格',
};

const keyOf = ({ key, code }: KeyPress): string => {
  // By position, for with Alt many layouts and input methods give another character.
  const placed = /^(?:Key|Digit|Numpad)(.)$/.exec(code)?.[1];
  if (placed) return placed.toLowerCase();
  return key === ' ' ? 'space' : key.toLowerCase();
};

/** What was pressed, as a combo: 'alt+n', 'ctrl+enter', 'f2', '?'. Undefined while an input method composes. */
export function comboOf(press: KeyPress): string | undefined {
  if (press.isComposing) return undefined;
  if (press.key === '?' && !press.altKey && !press.ctrlKey) return '?';
  const held = [press.ctrlKey && 'ctrl', press.altKey && 'alt', press.shiftKey && 'shift'].filter(Boolean);
  return [...held, keyOf(press)].join('+');
}

/** Whether a combo may act while one types: one with Ctrl or Alt, or a function key. */
export const worksWhileTyping = (combo: string): boolean => /^(ctrl|alt)\+|^f\d+$/.test(combo);

/** A combo as it stands on a key cap: 'alt+n' → ['Alt', 'N']. */
export const keyCaps = (combo: string): string[] =>
  combo.split('+').map((part) => capitals[part] ?? part.charAt(0).toUpperCase() + part.slice(1));

/** A combo for `aria-keyshortcuts`: 'ctrl+enter' → 'Control+Enter'. */
export const ariaCombo = (combo: string): string =>
  combo
    .split('+')
    .map((part) => (part === 'ctrl' ? 'Control' : part.charAt(0).toUpperCase() + part.slice(1)))
    .join('+');
