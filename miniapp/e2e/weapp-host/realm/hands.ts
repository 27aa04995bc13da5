import { isTextControl, type WeappBackend } from './backend';
import { setPicked, wxTag } from './dom';
import type { Found } from './finder';

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Gestures made of synthetic events, for a view without a real screen. */
export class Hands {
  constructor(
    private readonly window: Window & typeof globalThis,
    private readonly backend: WeappBackend,
  ) {}

  private send(element: Element, types: string[]): void {
    const at = { bubbles: true, cancelable: true, clientX: 5, clientY: 5 };
    for (const type of types) element.dispatchEvent(new this.window.MouseEvent(type, at));
  }

  tap({ element }: Found): void {
    this.send(element, ['mousedown', 'mouseup', 'click']);
  }

  /** Finger down, hold, up. */
  async press({ element }: Found, ms: number): Promise<void> {
    this.send(element, ['mousedown']);
    await pause(ms);
    this.send(element, ['mouseup']);
  }

  /** Types over what is there; no more than `maxlength`. */
  input({ element }: Found, value: string): void {
    const control = element as HTMLElement as HTMLInputElement;
    if (!isTextControl(element)) throw new Error(`a ${wxTag(element)} takes no text`);
    if (control.disabled) throw new Error('the input is disabled');
    control.value = control.maxLength > 0 ? value.slice(0, control.maxLength) : value;
    element.dispatchEvent(new this.window.Event('input', { bubbles: true }));
  }

  /** The user's choice in a picker: an index, indexes, a date or a time, as far as the picker offers it. */
  pick({ node, element }: Found, value: unknown): void {
    if (wxTag(element) !== 'picker') throw new Error(`a ${wxTag(element)} is no picker`);
    const mode = node.getAttribute('mode') ?? 'selector';
    const range = node.getAttribute('range');
    const offered = Array.isArray(range) && Number(value) >= 0 && Number(value) < range.length;
    if (mode === 'selector' && !offered) throw new Error(`the picker has no item ${String(value)}`);
    if (mode === 'date' || mode === 'time') {
      const text = String(value);
      const shape = mode === 'date' ? /^\d{4}(-\d\d){0,2}$/ : /^\d\d:\d\d$/;
      if (!shape.test(text)) throw new Error(`"${text}" is no ${mode}`);
      const start = String(node.getAttribute('start') ?? text);
      const end = String(node.getAttribute('end') ?? text);
      if ((start && text < start) || (end && text > end)) throw new Error(`${text} is outside ${start}..${end}`);
    }
    setPicked(element, value);
    this.backend.raise(element, 'change', { value });
  }
}
