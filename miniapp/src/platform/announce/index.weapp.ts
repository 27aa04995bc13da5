import Taro from '@tarojs/taro';

/** Makes itself noticed on a phone that lies aside: it trembles. What is to be said stands on the page. */
export function announce(_text: string, _aloud: boolean): void {
  Taro.vibrateLong().catch((error: unknown) => console.warn('the phone did not tremble', error));
}
