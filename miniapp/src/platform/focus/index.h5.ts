const FOCUSABLE = 'input, textarea, button, a[href], [tabindex="0"]';

const shown = (element: HTMLElement) => element.getClientRects().length > 0;

/** Moves the keyboard focus (and the view) to an element; a field's own input is taken when it has one inside. */
export function focusOn(id: string): void {
  const element = document.getElementById(id);
  if (!element) return;
  const target = element.querySelector<HTMLElement>('input, textarea') ?? element;
  target.focus();
  element.scrollIntoView?.({ block: 'nearest' });
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
