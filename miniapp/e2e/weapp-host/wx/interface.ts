import type { WxBuilder } from './define';
import { type Route, WxFailure, type WxHost } from './types';

const ROUTES: Route[] = ['navigateTo', 'redirectTo', 'switchTab', 'reLaunch', 'navigateBack'];

/** Effects on the surroundings of a page that no code of the page can see. */
const UNSEEN = [
  'setNavigationBarColor showNavigationBarLoading hideNavigationBarLoading pageScrollTo showShareMenu hideShareMenu',
  'updateShareMenu showTabBarRedDot hideTabBarRedDot showTabBar hideTabBar setTabBarItem setTabBarStyle hideKeyboard',
  'vibrateShort vibrateLong setBackgroundColor setBackgroundTextStyle hideHomeButton setKeepScreenOn previewImage',
  'addPhoneCalendar openDocument openLocation makePhoneCall setClipboardData reportPerformance loadFontFace',
].flatMap((line) => line.split(' '));

const text = (value: unknown): string => (value === undefined ? '' : String(value));

function defineDialogs(builder: WxBuilder, host: WxHost): void {
  const { screen } = host;
  builder.api('showToast', (arg) => {
    if (typeof arg.title !== 'string') throw new WxFailure('parameter error: parameter.title should be String');
    screen.toast = { title: arg.title, icon: text(arg.icon) || 'success' };
  });
  builder.api('hideToast', () => {
    screen.toast = null;
  });
  builder.api('showLoading', (arg) => {
    screen.loading = { title: text(arg.title) };
  });
  builder.api('hideLoading', () => {
    screen.loading = null;
  });
  builder.api('showModal', (arg) => {
    screen.modals.push({ title: text(arg.title), content: text(arg.content) });
    const answer = host.answer('showModal');
    const confirm = answer ? Boolean(answer.confirm) : true;
    return { confirm, cancel: !confirm, content: answer?.content ?? null };
  });
  builder.api('showActionSheet', () => {
    const answer = host.answer('showActionSheet') ?? { tapIndex: 0 };
    if (Number(answer.tapIndex) < 0) throw new WxFailure('cancel');
    return answer;
  });
}

/** Routing, dialogs, the navigation bar, the tab bar. */
export function defineInterface(builder: WxBuilder): void {
  const { host, wx } = builder;
  const { screen } = host;
  for (const route of ROUTES) {
    builder.api(route, (arg) => host.navigation[route](arg as { url?: string; delta?: number }));
  }
  defineDialogs(builder, host);
  builder.api('setNavigationBarTitle', (arg) => {
    screen.title = text(arg.title);
    const route = host.page()?.route;
    if (route) screen.titles[route] = screen.title;
  });
  builder.api('setTabBarBadge', (arg) => {
    screen.badges[Number(arg.index)] = text(arg.text);
  });
  builder.api('removeTabBarBadge', (arg) => {
    delete screen.badges[Number(arg.index)];
  });
  builder.api('startPullDownRefresh', () => {
    screen.pulling = true;
    (host.page()?.onPullDownRefresh as (() => void) | undefined)?.call(host.page());
  });
  builder.api('stopPullDownRefresh', () => {
    screen.pulling = false;
  });
  builder.accepted(UNSEEN);
  wx.nextTick = (task: () => void) => void Promise.resolve().then(task);
  builder.sync('createSelectorQuery', () => host.page()?.createSelectorQuery());
  builder.sync('createIntersectionObserver', (component: unknown, options?: object) => {
    const owner = (component ?? host.page()) as { createIntersectionObserver(o?: object): unknown };
    return owner.createIntersectionObserver(options);
  });
  builder.sync('getMenuButtonBoundingClientRect', () => {
    const right = host.phone.windowWidth - 7;
    return { width: 87, height: 32, top: 24, right, bottom: 56, left: right - 87 };
  });
}
