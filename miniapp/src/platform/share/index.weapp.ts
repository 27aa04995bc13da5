import { useShareAppMessage } from '@tarojs/taro';

export interface Shared {
  title: string;
  /** Page path with its query, e.g. '/packages/notices/detail/index?id=…'. */
  path: string;
}

/** Makes a page something that can be passed on from WeChat's own menu. */
export function useShare(shared: Shared): void {
  useShareAppMessage(() => shared);
}
