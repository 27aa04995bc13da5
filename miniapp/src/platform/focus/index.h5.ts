const FOCUSABLE = 'input, textarea, button, a[href], [tabindex="0"]';

const shown = (element: HTMLElement) => element.getClientRects().length > 0;

const FRAMES_TO_KEEP = 20;

/** The element with this id that is shown: pages below the present one stay in the document. */
const find = (id: string) =>
  Array.from(document.querySelectorAll<HTMLElement>(`[id=${JSON.stringify(id)}]`)).find(canHold);

/**
 * Moves the keyboard focus to an element, or to the input inside it. In the frames after they appear, Taro's elements
 * move their content about, and what is moved loses the focus: for a third of a second it is given again.
 */
export function focusOn(id: string): void {
  take(id);
  keep(id, FRAMES_TO_KEEP);
}

function take(id: string): void {
  const element = find(id);
  (element?.querySelector<HTMLElement>('input, textarea') ?? element)?.focus();
}

function keep(id: string, framesLeft: number): void {
  if (framesLeft === 0) return;
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) take(id);
    keep(id, framesLeft - 1);
  });
}

/** Brings a part of the page into view, with the focus in it. */
export function leadTo(id: string): void {
  find(id)?.scrollIntoView?.({ block: 'nearest' });
  focusOn(id);
}

/** @returns puts the focus back where it is now, if that place still exists */
export function rememberFocus(): () => void {
  const before = document.activeElement;
  return () => {
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  };
}

/**
 * Keeps the Tab key inside an element, as a dialog must, and reports Escape.
 * @returns lets go
 */
export function holdFocus(id: string, onEscape: () => void): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return onEscape();
    const box = document.getElementById(id);
    if (event.key !== 'Tab' || !box) return;
    const stops = Array.from(box.querySelectorAll<HTMLElement>(FOCUSABLE)).filter(canHold);
    const first = stops[0];
    const last = stops[stops.length - 1];
    if (!first || !last) return event.preventDefault();
    const active = document.activeElement;
    const outside = !box.contains(active) || active === box;
    if (event.shiftKey ? active === first || outside : active === last || outside) {
      event.preventDefault();
      (event.shiftKey ? last : first).focus();
    }
  };
  document.addEventListener('keydown', onKeyDown, true);
  return () => document.removeEventListener('keydown', onKeyDown, true);
}

/** jsdom has no layout: there every element counts as shown. */
const canHold = (element: HTMLElement) => shown(element) || document.documentElement.clientWidth === 0;
