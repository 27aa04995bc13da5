import { plainCopy } from '../wx/define';
import type { LaunchEntry, NetworkType, Route } from '../wx/types';
import type { SetDataMeter } from './components';
import { closest, controlValue, type WxDom, wxAttribute, wxTag } from './dom';
import { type Found, find, textOf } from './finder';
import { Hands } from './hands';
import type { OpenPage } from './page-stack';
import type { Realm } from './realm';

export interface Entry {
  path?: string;
  query?: Record<string, string>;
  scene?: number;
}

/** A component as a test sees it. */
export interface Seen {
  tag: string;
  id: string;
  className: string;
  text: string;
  value: unknown;
  disabled: boolean;
  dataset: Record<string, unknown>;
  rect: { x: number; y: number; width: number; height: number };
}

const SETTLED_FRAMES = 2;
const MOST_FRAMES = 20;

function seen({ node, element }: Found): Seen {
  const { x, y, width, height } = element.getBoundingClientRect();
  return {
    tag: wxTag(element),
    id: node.id,
    className: element.className,
    text: textOf(element),
    value: controlValue(element),
    disabled: isDisabled(element),
    dataset: { ...node.dataset },
    rect: { x, y, width, height },
  };
}

/** A button, or a component that tells the screen reader so, takes no touch, nor does anything inside it. */
function isDisabled(element: Element): boolean {
  const button = closest(element, 'button') ?? element;
  for (let around: Element | null = element; around; around = around.parentElement)
    if (wxAttribute(around as WxDom, 'aria-disabled') === true) return true;
  return button.hasAttribute('disabled') || (button as Partial<HTMLInputElement>).disabled === true;
}

/** What a test can do with a running mini-program. Arguments and results are JSON: the same calls reach a browser. */
export function createRemote(realm: Realm) {
  const { setup, pages, backend, components, screen } = realm;
  const { phone } = setup;
  const hands = new Hands(setup.window, backend);
  const top = (): OpenPage => {
    if (!pages.top) throw new Error('no page is open');
    return pages.top;
  };
  const one = (selector: string): Found => {
    const [first] = find(pages.top, selector);
    if (!first) throw new Error(`nothing on ${pages.top?.route} matches "${selector}"`);
    return first;
  };
  const frame = () => new Promise<void>((resolve) => backend.render(() => resolve()));
  /** Until two frames pass in which the mini-program changed nothing. */
  const settle = async () => {
    let last = components.setData.count;
    for (let i = 0, quiet = 0; i < MOST_FRAMES && quiet < SETTLED_FRAMES; i += 1) {
      await frame();
      quiet = components.setData.count === last ? quiet + 1 : 0;
      last = components.setData.count;
    }
  };
  const enablesPull = (route: string) =>
    setup.json[route]?.enablePullDownRefresh ?? setup.app.window?.enablePullDownRefresh ?? false;
  const enter = (entry: Entry): LaunchEntry => {
    const path = entry.path ?? setup.app.entryPagePath ?? setup.routes[0] ?? '';
    realm.entry = { path, query: entry.query ?? {}, scene: entry.scene ?? 1001, referrerInfo: {} };
    return realm.entry;
  };
  const becomeVisible = () => {
    realm.callApp('onShow', realm.entry);
    realm.events.emit('AppShow', realm.entry);
  };

  return {
    /** Starts the mini-program; once it runs, comes in again as from a scanned code or a shared card. */
    async open(entry: Entry): Promise<void> {
      const { path, query } = enter(entry);
      const isFirst = realm.app === undefined;
      if (isFirst) {
        realm.guard('app.js', () => realm.modules.run('app'));
        if (!realm.app) throw new Error(realm.errors[0] ?? 'app.js did not call App()');
        realm.callApp('onLaunch', realm.entry);
      }
      becomeVisible();
      const search = Object.entries(query).map(([key, value]) => `${key}=${value}`);
      await pages.reLaunch({ url: `/${path}?${search.join('&')}` });
      await settle();
    },
    async tap(selector: string): Promise<void> {
      hands.tap(one(selector));
      await settle();
    },
    async press(selector: string, ms: number): Promise<void> {
      await hands.press(one(selector), ms);
      await settle();
    },
    async input(selector: string, value: string): Promise<void> {
      hands.input(one(selector), value);
      await settle();
    },
    async pick(selector: string, value: unknown): Promise<void> {
      hands.pick(one(selector), value);
      await settle();
    },
    /** Raises any event of a component, such as `columnchange` of a picker. */
    async trigger(selector: string, type: string, detail: object): Promise<void> {
      backend.raise(one(selector).element, type, detail);
      await settle();
    },
    /** Taps an entry of the tab bar by its text. */
    async tapTab(text: string): Promise<void> {
      const list = setup.app.tabBar?.list ?? [];
      const index = list.findIndex((tab) => tab.text === text);
      const tab = list[index];
      if (!tab) throw new Error(`the tab bar has no "${text}"`);
      await pages.switchTab({ url: `/${tab.pagePath}` });
      pages.call(top(), 'onTabItemTap', { index, pagePath: tab.pagePath, text });
      await settle();
    },
    /** Pulls the page down to refresh; refused where the page's JSON doesn't allow it. */
    async pull(): Promise<void> {
      if (!enablesPull(top().route)) throw new Error(`${top().route} doesn't enable pull-down refresh`);
      screen.pulling = true;
      pages.call(top(), 'onPullDownRefresh');
      await settle();
    },
    async reachBottom(): Promise<void> {
      pages.call(top(), 'onReachBottom');
      await settle();
    },
    share(): unknown {
      return pages.call(top(), 'onShareAppMessage', { from: 'menu' });
    },
    /** The user leaves WeChat. */
    async background(): Promise<void> {
      pages.call(top(), 'onHide');
      realm.callApp('onHide');
      realm.events.emit('AppHide');
    },
    /** The user comes back. */
    async foreground(): Promise<void> {
      becomeVisible();
      pages.call(top(), 'onShow');
      await settle();
    },
    /** The network changes, or becomes slow. */
    async network(type: NetworkType, latencyMs: number): Promise<void> {
      phone.network.type = type;
      phone.network.latencyMs = latencyMs;
      const event = { isConnected: type !== 'none', networkType: type };
      realm.events.emit('NetworkStatusChange', event);
      await settle();
    },
    async navigate(route: Route, arg: { url?: string; delta?: number }): Promise<void> {
      await pages[route](arg);
      await settle();
    },
    query: (selector: string): Seen[] => find(pages.top, selector).map(seen),
    /** The text of a component, or of the whole page. */
    text: (selector?: string): string => textOf(selector ? one(selector).element : top().element),
    page: () => ({ route: top().route, query: top().query, title: screen.title }),
    stack: (): string[] => pages.pages.map((open) => open.route),
    html: (): string => top().element.innerHTML,
    screen: () => plainCopy(screen),
    phone: () => plainCopy(phone),
    calls: (name: string): unknown[] =>
      plainCopy(realm.calls.filter((call) => call.name === name).map((call) => call.arg)),
    setData: (): SetDataMeter => ({ ...components.setData }),
    errors: (): string[] => [...realm.errors],
    unsupported: (): string[] => [...realm.unsupported],
    /** Puts the next answer of a dialog, a permission or another scripted API. */
    answer(name: string, value: Record<string, unknown>): void {
      realm.answers.set(name, [...(realm.answers.get(name) ?? []), value]);
    },
    grant(scope: string, allowed: boolean): void {
      phone.grants[scope] = allowed;
    },
    putFile(path: string, base64: string): void {
      phone.files[path] = base64;
    },
    emit: (name: string, event: unknown): void => realm.events.emit(name, event),
    settle,
    report: realm.report,
    /** For a view with a real screen: the element to touch. */
    element: (selector: string): HTMLElement => one(selector).element,
  };
}

export type Remote = ReturnType<typeof createRemote>;
