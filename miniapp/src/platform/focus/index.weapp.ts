import Taro from '@tarojs/taro';

/** WeChat has no focus for scripts to move; scrolling there is what it can do. */
export function focusOn(id: string): void {
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
