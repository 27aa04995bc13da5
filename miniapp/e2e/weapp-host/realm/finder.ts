import { ElementIterator, type ElementIteratorType, type Element as GlassNode } from 'glass-easel';
import { type WxDom, wxTag } from './dom';
import type { OpenPage } from './page-stack';

// The enum itself is gone at run time, only its words are left.
const ORDER = 'composed-descendants-root-first' as unknown as ElementIteratorType;
const SIMPLE = /^([a-z][\w-]*)?(#[\w-]+)?((?:\.[\w-]+)*)(?:\[([\w-]+)(?:=([^\]]*))?\])?$/;

/** A component on the page: glass-easel's node and the element it is drawn as. */
export interface Found {
  node: GlassNode;
  element: WxDom;
}

export const textOf = (element: Node): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();

const deepest = (found: Found[]): Found[] =>
  found.filter((a) => !found.some((b) => b !== a && a.element.contains(b.element)));

function attributeOf({ node, element }: Found, name: string): string | undefined {
  const value = node.getAttribute?.(name) ?? element.getAttribute(name);
  if (value !== null && value !== undefined) return String(value);
  return name === 'placeholder' ? ((element as HTMLElement as HTMLInputElement).placeholder ?? undefined) : undefined;
}

/** Classes as the template has them: in the document those of a component carry its own prefix. */
const classesOf = ({ node }: Found): string[] => (node.class ?? '').split(/\s+/);

function matcher(step: string): (found: Found) => boolean {
  const parts = SIMPLE.exec(step);
  if (!parts || step === '') throw new Error(`bad selector "${step}"`);
  const [, tag, id, classes = '', attribute, value] = parts;
  const names = classes.split('.').filter(Boolean);
  return (found) =>
    (!tag || wxTag(found.element) === tag) &&
    (!id || found.node.id === id.slice(1)) &&
    names.every((name) => classesOf(found).includes(name)) &&
    (!attribute ||
      (value === undefined ? attributeOf(found, attribute) !== undefined : attributeOf(found, attribute) === value));
}

function select(step: string, scope: Found[]): Found[] {
  if (step.startsWith('text=')) return deepest(scope.filter(({ element }) => textOf(element) === step.slice(5)));
  if (step.startsWith('text*=')) return deepest(scope.filter(({ element }) => textOf(element).includes(step.slice(6))));
  if (step.startsWith('nth=')) return scope.slice(Number(step.slice(4))).slice(0, 1);
  return scope.filter(matcher(step));
}

/** Every component of a page, in the order in which it is read. */
function componentsOf(open: OpenPage): Found[] {
  const nodes = [...ElementIterator.create(open.root.getComponent(), ORDER)] as GlassNode[];
  return nodes
    .map((node) => ({ node, element: node.getBackendElement?.() as unknown as WxDom }))
    .filter(({ element }) => wxTag(element) !== '');
}

/**
 * The components that a selector means: `#id`, `.class`, `tag`, `tag.class`, `[name=value]`, `text=whole text`,
 * `text*=part`, and `a >> b` for b inside a, `a >> nth=1` for the second of them.
 */
export function find(open: OpenPage | undefined, selector: string): Found[] {
  if (!open) return [];
  const all = componentsOf(open);
  const [first = '', ...rest] = selector.split('>>').map((step) => step.trim());
  return rest.reduce(
    (found, step) => {
      if (step.startsWith('nth=')) return select(step, found);
      const within = all.filter((a) => found.some((b) => b.element !== a.element && b.element.contains(a.element)));
      return select(step, within);
    },
    select(first, all),
  );
}
