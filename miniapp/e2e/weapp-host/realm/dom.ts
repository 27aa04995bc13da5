import type { Element as GlassNode } from 'glass-easel';

/** An element of the host's document; `__wxElement` is where glass-easel keeps the component it stands for. */
export type WxDom = HTMLElement & { __wxElement?: GlassNode };

/** Component names ('view', 'button') by element. */
const tags = new WeakMap<Node, string>();
/** What the user chose in a picker, by element. */
const picked = new WeakMap<Node, unknown>();

export const setWxTag = (element: Node, tag: string): void => void tags.set(element, tag);
export const wxTag = (element: Node | null | undefined): string => (element ? (tags.get(element) ?? '') : '');
export const setPicked = (element: Node, value: unknown): void => void picked.set(element, value);

/** The typed value that the mini-program gave to an attribute; undefined when it is not set. */
export function wxAttribute(element: WxDom, name: string): unknown {
  return element.__wxElement?.getAttribute(name) ?? undefined;
}

/** The closest component of that name, the element itself included. */
export function closest(element: Node | null, tag: string): WxDom | undefined {
  for (let node = element; node; node = node.parentNode) if (wxTag(node) === tag) return node as WxDom;
  return undefined;
}

export const inside = (element: WxDom, tag?: string): WxDom[] =>
  [...element.querySelectorAll('*')].filter((e) => (tag ? wxTag(e) === tag : wxTag(e) !== '')) as WxDom[];

const isChecked = (element: WxDom) => element.hasAttribute('checked');

/** The value that a control gives to its form; undefined when it is no control. */
export function controlValue(element: WxDom): unknown {
  switch (wxTag(element)) {
    case 'input':
    case 'textarea':
      return (element as HTMLElement as HTMLInputElement).value;
    case 'switch':
      return (element as HTMLElement as HTMLInputElement).checked;
    case 'picker':
    case 'picker-view':
    case 'slider':
      return picked.has(element) ? picked.get(element) : wxAttribute(element, 'value');
    case 'radio-group': {
      const chosen = inside(element, 'radio').find(isChecked);
      return chosen ? wxAttribute(chosen, 'value') : '';
    }
    case 'checkbox-group':
      return inside(element, 'checkbox')
        .filter(isChecked)
        .map((box) => wxAttribute(box, 'value'));
    default:
      return undefined;
  }
}
