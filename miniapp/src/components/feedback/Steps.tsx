import { View } from '@tarojs/components';
import { a11y } from '@/lib/a11y';
import { classNames } from '@/lib/class-names';
import './Steps.scss';

interface StepsProps {
  names: string[];
  /** Index of the step that is being done. */
  current: number;
}

/** How far one is: '第 2 步，共 4 步'. */
export function Steps({ names, current }: StepsProps) {
  return (
    <View className="steps">
      <View className="steps__bar" {...a11y({ hidden: true })}>
        {names.map((name, index) => (
          <View key={name} className={classNames('steps__part', index <= current && 'is-reached')} />
        ))}
      </View>
      <View className="steps__text">
        第 {current + 1} 步，共 {names.length} 步 · {names[current]}
      </View>
    </View>
  );
}
