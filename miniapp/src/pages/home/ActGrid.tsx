import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon, type IconName, Pressable } from '@/components';
import { a11y } from '@/lib/a11y';
import { go, goTab } from '@/lib/go';
import { useSettings } from '@/state/settings';
import './ActGrid.scss';

interface Act {
  id: string;
  word: string;
  note: string;
  icon: IconName;
  go: () => void;
}

const ACTS: Act[] = [
  { id: 'act-book', word: '预约办税', note: '选好时间，到厅即办', icon: 'calendar', go: () => goTab('matters') },
  { id: 'act-ask', word: '语音提问', note: '说出问题，有人答复', icon: 'mic', go: () => go('help/ask') },
  { id: 'act-progress', word: '查进度', note: '凭回执号，随时可查', icon: 'progress', go: () => goTab('progress') },
  { id: 'act-guide', word: '办事指南', note: '材料、时限、怎么办', icon: 'guide', go: () => goTab('matters') },
];

/** The four things people come for, after what this person came for before. In elder mode the guide is left out: booking begins with it. */
export function ActGrid({ known }: { known?: ReactNode }) {
  const elder = useSettings((settings) => settings.elder);
  const acts = elder ? ACTS.filter(({ id }) => id !== 'act-guide') : ACTS;
  return (
    <View className="act-grid" {...a11y({ role: 'navigation', label: '常用服务' })}>
      {known}
      {acts.map((act) => (
        <Pressable
          key={act.id}
          id={act.id}
          className="act"
          role="link"
          label={`${act.word}，${act.note}`}
          onPress={act.go}
        >
          <View className="act__icon">
            <Icon name={act.icon} size="large" />
          </View>
          <View className="act__text">
            <View className="act__word">{act.word}</View>
            <View className="act__note">{act.note}</View>
          </View>
        </Pressable>
      ))}
    </View>
  );
}
