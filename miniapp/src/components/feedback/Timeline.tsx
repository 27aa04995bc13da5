import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { a11y } from '@/lib/a11y';
import { classNames } from '@/lib/class-names';
import { Icon, type IconName } from '../media/Icon';
import './Timeline.scss';

export interface TimelineItem {
  key: string;
  title: string;
  /** When, as people say it. */
  when?: string;
  body?: ReactNode;
  state: 'past' | 'now' | 'attention' | 'ahead';
}

const SHAPES: Record<TimelineItem['state'], IconName> = {
  past: 'check',
  now: 'dot',
  attention: 'alert',
  ahead: 'ring',
};
const WORDS: Record<TimelineItem['state'], string> = {
  past: '已完成',
  now: '进行中',
  attention: '需要您处理',
  ahead: '尚未开始',
};

/** What happened, what happens now and what comes, from top to bottom. */
export function Timeline({ items, label }: { items: TimelineItem[]; label: string }) {
  return (
    <View className="timeline" {...a11y({ role: 'list', label })}>
      {items.map(({ key, title, when, body, state }) => (
        <View key={key} className={classNames('timeline__item', `is-${state}`)} {...a11y({ role: 'listitem' })}>
          <View className="timeline__mark">
            <Icon name={SHAPES[state]} size="small" />
          </View>
          <View className="timeline__text">
            <View className="timeline__title">
              {title}
              <Text className="timeline__state">（{WORDS[state]}）</Text>
            </View>
            {when && <View className="timeline__when">{when}</View>}
            {body && <View className="timeline__body">{body}</View>}
          </View>
        </View>
      ))}
    </View>
  );
}
