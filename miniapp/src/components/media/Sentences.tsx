import { View } from '@tarojs/components';
import { a11y } from '@/lib/a11y';
import './Sentences.scss';

/** Rules or steps, a sentence each, numbered so that one can speak of them. */
export function Sentences({ list }: { list: readonly string[] }) {
  return (
    <View className="sentences" {...a11y({ role: 'list' })}>
      {list.map((sentence, index) => (
        <View key={sentence} className="sentences__one" {...a11y({ role: 'listitem' })}>
          <View className="sentences__number">{index + 1}</View>
          <View className="sentences__text">{sentence}</View>
        </View>
      ))}
    </View>
  );
}
