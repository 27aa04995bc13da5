import Taro from '@tarojs/taro';

/** WeChat has no focus that a script could move. */
export function focusOn(_id: string): void {}

/** Brings a part of the page into view. */
export function leadTo(id: string): void {
  Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -24, duration: 200 }).catch((error: unknown) =>
    console.warn('nothing to scroll to', id, error),
  );
}

export function rememberFocus(): () => void {
  return () => undefined;
}

export function holdFocus(_id: string, _onEscape: () => void): () => void {
  return () => undefined;
}
