import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import './BottomBar.scss';

/** The page's one main act within reach of the thumb, and at most one other beside it. */
export function BottomBar({ children }: PropsWithChildren) {
  return (
    <View className="bottom-bar">
      <View className="bottom-bar__acts">{children}</View>
    </View>
  );
}
