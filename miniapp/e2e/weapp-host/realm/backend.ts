import { CurrentWindowBackendContext, type Element as GlassNode } from 'glass-easel';
import { createControl, setDomAttribute } from './controls';
import { closest, controlValue, inside, type WxDom, wxAttribute, wxTag } from './dom';

type OnEvent = Parameters<CurrentWindowBackendContext['onEvent']>[0];
type SetListenerStats = CurrentWindowBackendContext['setListenerStats'];

const LONG_PRESS_MS = 350;
/** Raised by the host with the client's details: the DOM's own events of these names must not reach a page. */
const OWN_EVENTS = 'input change focus blur submit reset scroll confirm load error tap longpress'.split(' ');

/** Stands in for WeChat's built-in components: what a page's code can observe of them, and little of their looks. */
export class WeappBackend extends CurrentWindowBackendContext {
  /** Called when a `<navigator>` is tapped. */
  onNavigator: (target: { url: string; openType: string }) => void = () => undefined;
  private dispatch: OnEvent = () => undefined;

  constructor(private readonly dom: Document) {
    super();
    const raise = this.raise.bind(this);
    Object.assign(this, {
      document: {
        createElement: (tag: string) => createControl(dom, tag, raise),
        createTextNode: (text: string) => dom.createTextNode(text),
        createDocumentFragment: () => dom.createDocumentFragment(),
      },
    });
    this.watchTouches();
  }

  /** Sends an event into the mini-program's own event system, at the component that holds the element. */
  raise(element: Node, type: string, detail: object, bubbles = false): void {
    let node: Node | null = element;
    while (node && !(node as WxDom).__wxElement) node = node.parentNode;
    if (!node) return;
    const target = (node as WxDom).__wxElement as GlassNode;
    this.dispatch(target, type, detail, { bubbles, composed: bubbles, capturePhase: true });
  }

  override onEvent(listener: OnEvent): void {
    this.dispatch = (target, type, detail, options) => {
      const element = (target.getBackendElement() ?? target) as unknown as WxDom;
      const button = type === 'tap' ? closest(element, 'button') : undefined;
      if (button && wxAttribute(button, 'disabled') === true) return undefined;
      const status = listener(target, type, detail, options);
      if (type === 'tap') this.afterTap(element);
      return status;
    };
    super.onEvent(this.dispatch);
  }

  override setListenerStats(...[element, type, capture, level]: Parameters<SetListenerStats>): void {
    if (!OWN_EVENTS.includes(type)) super.setListenerStats(element, type, capture, level);
  }

  /** glass-easel recognises taps; a long press is ours, and where there is no touch screen a mouse is a finger. */
  private watchTouches(): void {
    const { body } = this.dom;
    const on = (names: string[], listener: (event: Event) => void) => {
      for (const name of names) body.addEventListener(name, listener, true);
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    let hasTouch = false;
    on(['touchstart'], () => {
      hasTouch = true;
    });
    on(['touchstart', 'mousedown'], (event) => {
      const target = event.target as Node;
      clearTimeout(timer);
      timer = setTimeout(() => this.raise(target, 'longpress', {}, true), LONG_PRESS_MS);
    });
    on(['touchend', 'touchcancel', 'touchmove', 'mouseup'], () => clearTimeout(timer));
    for (const [mouse, touch] of [['mousedown', 'touchstart'] as const, ['mouseup', 'touchend'] as const]) {
      on([mouse], (event) => {
        if (!hasTouch) this.raise(event.target as Node, touch, { touches: [], changedTouches: [] }, true);
      });
    }
  }

  /** What a tap does beyond its own event: forms, links, radios and checkboxes. */
  private afterTap(element: WxDom): void {
    this.afterFormButton(element);
    const link = closest(element, 'navigator');
    const url = link && wxAttribute(link, 'url');
    if (link && url)
      this.onNavigator({ url: String(url), openType: String(wxAttribute(link, 'open-type') ?? 'navigate') });
    this.afterBox(element, 'radio');
    this.afterBox(element, 'checkbox');
  }

  private afterFormButton(element: WxDom): void {
    const button = closest(element, 'button');
    const type = button && (wxAttribute(button, 'form-type') ?? wxAttribute(button, 'formType'));
    const form = type ? closest(element, 'form') : undefined;
    if (!form) return;
    if (type !== 'submit') return this.raise(form, 'reset', {});
    const named = inside(form).map((control) => [wxAttribute(control, 'name'), controlValue(control)] as const);
    const value = Object.fromEntries(named.filter(([name, v]) => name && v !== undefined));
    this.raise(form, 'submit', { value, formId: '' });
  }

  private afterBox(element: WxDom, kind: 'radio' | 'checkbox'): void {
    const label = closest(element, 'label');
    const box = closest(element, kind) ?? (label && inside(label, kind)[0]);
    if (!box || wxAttribute(box, 'disabled') === true) return;
    const group = closest(box, `${kind}-group`);
    const wasChecked = box.hasAttribute('checked');
    if (kind === 'radio') {
      if (wasChecked) return;
      for (const other of group ? inside(group, 'radio') : []) setDomAttribute(other, 'checked', undefined);
    }
    setDomAttribute(box, 'checked', wasChecked ? undefined : '');
    if (group) this.raise(group, 'change', { value: controlValue(group) });
  }
}

export const isTextControl = (element: Node): boolean => ['input', 'textarea'].includes(wxTag(element));
