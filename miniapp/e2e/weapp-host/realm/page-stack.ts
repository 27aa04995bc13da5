import type { Root } from 'glass-easel-miniprogram-adapter';
import { type Navigation, type PageInstance, type Screen, WxFailure } from '../wx/types';
import type { WeappBackend } from './backend';
import type { Components } from './components';
import { resolvePath } from './modules';
import type { RealmSetup } from './setup';

const MAX_PAGES = 10;

export interface OpenPage {
  route: string;
  query: Record<string, string>;
  page: PageInstance;
  root: Root;
  element: HTMLElement;
}

interface Dependencies {
  setup: RealmSetup;
  backend: WeappBackend;
  components: Components;
  screen: Screen;
  /** Runs a page's handler and reports what it throws. */
  guard(where: string, run: () => unknown): unknown;
  onPageNotFound(path: string): void;
}

/** A query's values are given to pages as they stand in the URL, not decoded. */
function parseQuery(text: string): Record<string, string> {
  const pairs = text.split('&').filter(Boolean);
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

/** The pages that are open, and WeChat's rules for moving between them. */
export class PageStack implements Navigation {
  private stack: OpenPage[] = [];
  private readonly sleepingTabs = new Map<string, OpenPage>();
  private readonly tabs: string[];

  constructor(private readonly deps: Dependencies) {
    this.tabs = deps.setup.app.tabBar?.list.map((tab) => tab.pagePath) ?? [];
  }

  get top(): OpenPage | undefined {
    return this.stack.at(-1);
  }

  get pages(): readonly OpenPage[] {
    return this.stack;
  }

  /** Calls a page's handler, if it has it. */
  call(open: OpenPage, handler: string, ...args: unknown[]): unknown {
    const run = open.page[handler];
    if (typeof run !== 'function') return undefined;
    return this.deps.guard(`${open.route} ${handler}`, () => run.apply(open.page, args) as unknown);
  }

  open(route: string, query: Record<string, string>): OpenPage {
    const { setup, backend, components } = this.deps;
    const { root, page } = components.create(route);
    const element = setup.document.createElement('div');
    const slot = setup.document.createElement('div');
    element.appendChild(slot);
    setup.document.body.appendChild(element);
    Object.assign(page, { route, __route__: route, options: query });
    const open: OpenPage = { route, query, page, root, element };
    this.stack.push(open);
    root.attach(element as never, slot as never);
    this.call(open, 'onLoad', query);
    this.call(open, 'onShow');
    this.showTitle(route);
    backend.render(() => void this.call(open, 'onReady'));
    return open;
  }

  async navigateTo({ url = '' }: { url?: string }): Promise<object> {
    const { route, query } = this.locate(url);
    if (this.tabs.includes(route)) throw new WxFailure('can not navigateTo a tabbar page');
    if (this.stack.length >= MAX_PAGES) throw new WxFailure('webview count limit exceed');
    if (this.top) this.hide(this.top);
    this.open(route, query);
    return {};
  }

  async redirectTo({ url = '' }: { url?: string }): Promise<undefined> {
    const { route, query } = this.locate(url);
    if (this.tabs.includes(route)) throw new WxFailure('can not redirectTo a tabbar page');
    const old = this.stack.pop();
    if (old) this.close(old);
    this.open(route, query);
  }

  async navigateBack({ delta = 1 }: { delta?: number } = {}): Promise<undefined> {
    if (this.stack.length <= 1) throw new WxFailure('cannot navigate back at first page.');
    const leaving = this.stack.splice(-Math.min(delta, this.stack.length - 1));
    for (const open of leaving.reverse()) this.close(open);
    this.show(this.top as OpenPage);
  }

  async switchTab({ url = '' }: { url?: string }): Promise<undefined> {
    const { route } = this.locate(url);
    if (!this.tabs.includes(route)) throw new WxFailure('can not switch to no-tabBar page');
    if (this.top?.route === route) return;
    for (const open of this.stack.reverse()) {
      if (this.tabs.includes(open.route)) {
        this.sleepingTabs.set(open.route, open);
        this.hide(open);
      } else this.close(open);
    }
    const asleep = this.sleepingTabs.get(route);
    this.stack = asleep ? [asleep] : [];
    if (asleep) this.show(asleep);
    else this.open(route, {});
  }

  async reLaunch({ url = '' }: { url?: string }): Promise<undefined> {
    const { route, query } = this.locate(url);
    for (const open of new Set([...this.stack, ...this.sleepingTabs.values()])) this.close(open);
    this.stack = [];
    this.open(route, query);
  }

  /** The route and query of a URL; relative ones count from the page on top. */
  private locate(url: string): { route: string; query: Record<string, string> } {
    const [path = '', query = ''] = url.split('?');
    const route = path.startsWith('/') ? path.slice(1) : resolvePath(this.top?.route ?? '', path);
    if (!this.deps.setup.routes.includes(route)) {
      this.deps.onPageNotFound(route);
      throw new WxFailure(`page "${route}" is not found`);
    }
    return { route, query: parseQuery(query) };
  }

  private showTitle(route: string): void {
    const { screen, setup } = this.deps;
    const own = screen.titles[route] ?? setup.json[route]?.navigationBarTitleText;
    screen.title = own ?? setup.app.window?.navigationBarTitleText ?? '';
  }

  private show(open: OpenPage): void {
    open.element.className = '';
    this.showTitle(open.route);
    this.call(open, 'onShow');
  }

  private hide(open: OpenPage): void {
    open.element.className = 'wx-hidden';
    this.call(open, 'onHide');
  }

  private close(open: OpenPage): void {
    this.call(open, 'onUnload');
    open.root.release();
    open.element.remove();
    this.sleepingTabs.delete(open.route);
    delete this.deps.screen.titles[open.route];
  }
}
