import { useDidHide, useDidShow } from '@tarojs/taro';
import { useState } from 'react';

/** Whether this page is the one in front: pages below others stay mounted. */
export function useShown(): boolean {
  const [shown, setShown] = useState(true);
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));
  return shown;
}
