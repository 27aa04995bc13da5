import { createStore } from './lib/store';

export type TextSize = 'standard' | 'large';

const KEY = 'yiyun.console.textSize';

/** How big the console's text is on this computer; remembered across sign-ins. */
export const textSize = createStore<TextSize>(localStorage.getItem(KEY) === 'large' ? 'large' : 'standard');

/** Switches between standard and large text, and remembers the choice. */
export function toggleTextSize(): void {
  const next = textSize.get() === 'large' ? 'standard' : 'large';
  localStorage.setItem(KEY, next);
  textSize.set(next);
}
