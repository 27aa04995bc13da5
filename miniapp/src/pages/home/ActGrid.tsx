import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Icon, type IconName, Pressable } from '@/components';
import { a11y } from '@/lib/a11y';
import './ActGrid.scss';

interface Act {
  word: string;
  note: string;
  icon: IconName;
  go: () => void;
}

const ACTS: Act[] = [
  {
    word: '预约办税',
    note: '选好时间，到厅即办',
    icon: 'calendar',
    go: () => Taro.switchTab({ url: '/pages/matters/index' }),
  },
  {
    word: '语音提问',
    note: '说出问题，有人答复',
    icon: 'mic',
    go: () => Taro.navigateTo({ url: '/packages/help/ask/index' }),
  },
  {
    word: '查进度',
    note: '凭受理号，随时可查',
    icon: 'progress',
    go: () => Taro.switchTab({ url: '/pages/progress/index' }),
  },
  {
    word: '办事指南',
    note: '材料、时限、怎么办',
    icon: 'guide',
    go: () => Taro.switchTab({ url: '/pages/matters/index' }),
  },
];

/** The four things people come for. */
export function ActGrid() {
  return (
    <View className="act-grid" {...a11y({ role: 'navigation', label: '常用服务' })}>
      {ACTS.map(({ word, note, icon, go }) => (
        <Pressable key={word} className="act" role="link" label={`${word}，${note}`} onPress={go}>
          <View className="act__icon">
            <Icon name={icon} size="large" />
          </View>
          <View className="act__text">
            <View className="act__word">{word}</View>
            <View className="act__note">{note}</View>
          </View>
        </Pressable>
      ))}
    </View>
  );
}
