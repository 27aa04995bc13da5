import { rpxToCss } from '../artifact/rpx';
import { setWxTag, type WxDom, wxAttribute } from './dom';

/** Raises an event of the mini-program's own kind on an element. */
export type Raise = (element: Node, type: string, detail: object, bubbles?: boolean) => void;

/** Components that need the browser's own control behind them. */
const NATIVE: Record<string, string> = { input: 'input', textarea: 'textarea', switch: 'input', label: 'label' };
const BOOLEAN = ['checked', 'disabled', 'password', 'focus', 'auto-focus'];
/** Attributes whose text is right as it comes; of the others glass-easel has kept the typed value on the node. */
const TEXT_ATTRIBUTE = /^(style|class|id|slot|wx-|exparser|data-)/;

const isText = (tag: string) => tag === 'input' || tag === 'textarea';
const isOn = (value: unknown) => value === true || value === 'true';

/** The attribute as it stands in the DOM, past the element's own `setAttribute`. */
export function setDomAttribute(element: Element, name: string, value: string | undefined): void {
  const plain = Object.getPrototypeOf(element) as Element;
  if (value === undefined) plain.removeAttribute.call(element, name);
  else plain.setAttribute.call(element, name, value);
}

function applyBoolean(element: HTMLInputElement, tag: string, name: string, on: boolean): void {
  if (name === 'checked' && tag === 'switch') element.checked = on;
  else if (name === 'password') element.type = on ? 'password' : 'text';
  else if (name === 'disabled' && (isText(tag) || tag === 'switch')) element.disabled = on;
  else setDomAttribute(element, name, on ? '' : undefined);
}

/** Attributes of input and textarea that are properties of the browser's control; false when it is another one. */
function applyTextControl(element: HTMLInputElement, name: string, value: unknown): boolean {
  if (name === 'value') {
    const text = String(value ?? '');
    if (element.value !== text) element.value = text;
  } else if (name === 'maxlength') {
    if (Number(value) >= 0) element.maxLength = Number(value);
  } else if (name === 'placeholder') {
    element.placeholder = String(value ?? '');
  } else {
    // the type says which keyboard comes up; it is none of HTML's types
    return name === 'type';
  }
  return true;
}

function apply(element: HTMLInputElement, tag: string, name: string, value: unknown): void {
  if (name === 'style') return setDomAttribute(element, 'style', rpxToCss(String(value ?? '')));
  if (BOOLEAN.includes(name)) return applyBoolean(element, tag, name, isOn(value));
  if (isText(tag) && applyTextControl(element, name, value)) return;
  if (tag === 'switch' && name === 'type') return;
  if (tag === 'rich-text' && name === 'nodes') {
    element.innerHTML = typeof value === 'string' ? value : '';
    return;
  }
  const absent = value === undefined || value === null || value === false || typeof value === 'object';
  setDomAttribute(element, name, absent ? undefined : value === true ? '' : String(value));
}

function listen(element: HTMLInputElement, tag: string, raise: Raise): void {
  const on = (type: string, listener: (event: Event) => void) => element.addEventListener(type, listener);
  if (isText(tag)) {
    const cursor = () => ({ value: element.value, cursor: element.value.length });
    on('input', () => raise(element, 'input', { ...cursor(), keyCode: 0 }));
    on('focus', () => raise(element, 'focus', { value: element.value, height: 0 }));
    on('blur', () => raise(element, 'blur', cursor()));
    on('keydown', (event) => {
      if (tag === 'input' && (event as KeyboardEvent).key === 'Enter')
        raise(element, 'confirm', { value: element.value });
    });
  }
  if (tag === 'switch') on('change', () => raise(element, 'change', { value: element.checked }));
  if (tag === 'scroll-view') {
    on('scroll', () => {
      const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight } = element;
      raise(element, 'scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth });
      const threshold = Number(wxAttribute(element, 'lower-threshold') ?? 50);
      if (scrollTop + clientHeight >= scrollHeight - threshold)
        raise(element, 'scrolltolower', { direction: 'bottom' });
    });
  }
}

/** The element that stands for a component of WeChat: its attributes as the client reads them, its events as it sends them. */
export function createControl(document: Document, tag: string, raise: Raise): HTMLElement {
  const htmlName = NATIVE[tag] ?? (tag.includes(':') ? 'wx-x' : tag.startsWith('wx-') ? tag : `wx-${tag}`);
  const element = document.createElement(htmlName) as HTMLInputElement;
  setWxTag(element, tag);
  if (tag === 'switch') {
    element.type = 'checkbox';
    setDomAttribute(element, 'role', 'switch');
  }
  if (tag === 'button') {
    setDomAttribute(element, 'role', 'button');
    setDomAttribute(element, 'tabindex', '0');
  }
  const typed = (name: string, text: string): unknown => {
    const node = (element as HTMLElement as WxDom).__wxElement;
    return TEXT_ATTRIBUTE.test(name) || !node ? text : node.getAttribute(name);
  };
  element.setAttribute = (name, text) => apply(element, tag, name, typed(name, text));
  element.removeAttribute = (name) => apply(element, tag, name, false);
  listen(element, tag, raise);
  return element;
}
