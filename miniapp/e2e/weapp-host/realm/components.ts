import { Event as GlassEvent, type Element as GlassNode } from 'glass-easel';
import { MiniProgramEnv, type Root } from 'glass-easel-miniprogram-adapter';
import type { PageInstance } from '../wx/types';
import type { WeappBackend } from './backend';
import { type Modules, resolvePath } from './modules';
import type { RealmSetup } from './setup';

export interface SetDataMeter {
  count: number;
  bytes: number;
  max: number;
}

const MAX_SET_DATA_BYTES = 1024 * 1024;

/** Events as a page gets them: plain data, no live nodes. */
function makeEventsPlain(): void {
  const describe = (node: GlassNode) => ({ id: node.id, dataset: { ...node.dataset }, offsetLeft: 0, offsetTop: 0 });
  const prototype = GlassEvent.prototype as unknown as { wrapShadowedEvent: unknown };
  prototype.wrapShadowedEvent = function wrap(
    this: GlassEvent<object>,
    target: GlassNode,
    mark: object | null,
    current: GlassNode,
  ) {
    const detail = this.detail as { touches?: unknown[]; changedTouches?: unknown[] } | undefined;
    return Object.assign(Object.create(this) as object, {
      target: describe(target),
      currentTarget: describe(current),
      mark: mark ?? {},
      touches: detail?.touches ?? [],
      changedTouches: detail?.changedTouches ?? [],
    });
  };
}

/** The mini-program's components: registered on first use, rendered by glass-easel into the host's document. */
export class Components {
  readonly setData: SetDataMeter = { count: 0, bytes: 0, max: 0 };
  private readonly env = new MiniProgramEnv();
  private readonly space = this.env.createCodeSpace('app', true);
  private readonly registered = new Set<string>();
  private readonly view;
  private metered = false;

  constructor(
    private readonly setup: RealmSetup,
    private readonly modules: Modules,
    private readonly report: (problem: string) => void,
    backend: WeappBackend,
  ) {
    makeEventsPlain();
    this.view = this.env.associateBackend(backend);
    backend.onEvent((target, type, detail, options) => {
      const event = new GlassEvent(type, detail, options);
      GlassEvent.dispatchEvent(target, event);
      return event.getEventBubbleStatus();
    });
    this.addStyle(setup.css.app);
  }

  addStyle(css: string | undefined): void {
    if (!css) return;
    const style = this.setup.document.createElement('style');
    style.textContent = css;
    this.setup.document.head.appendChild(style);
  }

  /** Runs a component's or page's script, with all that its JSON names. Throws when its template is missing. */
  register(path: string): void {
    if (this.registered.has(path)) return;
    this.registered.add(path);
    const { json, app, templates, css, globals } = this.setup;
    const template = templates[path];
    if (!template) throw new Error(`${path}.wxml not found`);
    const named = { ...app.usingComponents, ...json[path]?.usingComponents };
    const using = Object.fromEntries(Object.entries(named).map(([tag, file]) => [tag, `/${resolvePath(path, file)}`]));
    this.space.addComponentStaticConfig(path, { ...json[path], usingComponents: using });
    const compiled = { groupList: templates, content: template, fallbackListenerOnNativeNode: true };
    this.space.addCompiledTemplate(path, compiled as Parameters<typeof this.space.addCompiledTemplate>[1]);
    for (const file of Object.values(using)) this.register(file.slice(1));
    this.addStyle(css[path]);
    this.space.globalComponentEnv(globals, path, () => this.modules.run(path));
  }

  /** A new instance of a page, not yet in the document. */
  create(route: string): { root: Root; page: PageInstance } {
    this.register(route);
    const root = this.view.createRoot('wx-page', this.space, `/${route}`);
    const page = root.get() as unknown as PageInstance;
    if (!this.metered) this.meterSetData(page);
    return { root, page };
  }

  /** In WeChat the data crosses a thread: only JSON arrives, and a megabyte is too much. */
  private meterSetData(page: PageInstance): void {
    this.metered = true;
    let owner = page as object;
    while (!Object.hasOwn(owner, 'setData')) owner = Object.getPrototypeOf(owner) as object;
    const prototype = owner as { setData: (data: object, done?: () => void) => void };
    const original = prototype.setData;
    const { setData: meter, report } = this;
    prototype.setData = function setData(this: object, data: object, done?: () => void) {
      const text = JSON.stringify(data);
      meter.count += 1;
      meter.bytes += text.length;
      meter.max = Math.max(meter.max, text.length);
      if (text.length > MAX_SET_DATA_BYTES) report(`setData of ${text.length} bytes is over 1 MB`);
      original.call(this, JSON.parse(text) as object, done);
    };
  }
}
