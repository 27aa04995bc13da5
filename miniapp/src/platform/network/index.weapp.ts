import Taro from '@tarojs/taro';

/**
 * Tells at once, and on each change, whether there is a network.
 * @returns ends it
 */
export function watchNetwork(tell: (online: boolean) => void): () => void {
  const changed = ({ isConnected }: { isConnected: boolean }) => tell(isConnected);
  Taro.onNetworkStatusChange(changed);
  Taro.getNetworkType().then(
    ({ networkType }) => tell(networkType !== 'none'),
    (error: unknown) => console.warn('network type unknown', error),
  );
  return () => Taro.offNetworkStatusChange(changed);
}

/** Tells when the app comes to the front and when it leaves. */
export function watchForeground(tell: (shown: boolean) => void): () => void {
  const show = () => tell(true);
  const hide = () => tell(false);
  Taro.onAppShow(show);
  Taro.onAppHide(hide);
  return () => {
    Taro.offAppShow(show);
    Taro.offAppHide(hide);
  };
}
