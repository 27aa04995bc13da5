import { View } from '@tarojs/components';
import { a11y } from '@/lib/a11y';
import './Skeleton.scss';

/** Lines in the place of a list that is on its way. */
export function Skeleton({ rows = 3 }: { rows?: number }) {
  return (
    <View className="skeleton" {...a11y({ role: 'status', label: '正在加载' })}>
      {Array.from({ length: rows }, (_, row) => (
        <View key={row} className="skeleton__row">
          <View className="skeleton__line" />
          <View className="skeleton__line skeleton__line--short" />
        </View>
      ))}
    </View>
  );
}
