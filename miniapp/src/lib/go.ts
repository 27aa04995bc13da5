import Taro from '@tarojs/taro';

const tabs = ['/pages/home/index', '/pages/matters/index', '/pages/progress/index', '/pages/me/index'];

function withQuery(path: string, query: Record<string, string | undefined>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length === 0 ? path : `${path}?${given.map(([k, v]) => `${k}=${encodeURIComponent(v)}`).join('&')}`;
}

/** Opens a page by its short name: `go('booking/time', { matterId })`. */
export function go(page: string, query: Record<string, string | undefined> = {}): void {
  void Taro.navigateTo({ url: withQuery(`/packages/${page}/index`, query) });
}

/** The same in place of the present page, which one should not come back to. */
export function goInstead(page: string, query: Record<string, string | undefined> = {}): void {
  void Taro.redirectTo({ url: withQuery(`/packages/${page}/index`, query) });
}

/** The same with nothing behind it: what was just done can't be gone back into. */
export function goAfresh(page: string, query: Record<string, string | undefined> = {}): void {
  void Taro.reLaunch({ url: withQuery(`/packages/${page}/index`, query) });
}

/** Back to a page that is already open below, or to it in place of the present one. */
export function goBackTo(page: string, query: Record<string, string | undefined> = {}): void {
  const open = Taro.getCurrentPages();
  const at = open.findIndex(({ route }) => route?.replace(/^\//, '').startsWith(`packages/${page}/index`));
  if (at >= 0 && at < open.length - 1) void Taro.navigateBack({ delta: open.length - 1 - at });
  else goInstead(page, query);
}

export function goTab(tab: 'home' | 'matters' | 'progress' | 'me'): void {
  void Taro.switchTab({ url: `/pages/${tab}/index` });
}

export function goBackOrHome(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.switchTab({ url: tabs[0] as string });
}
