import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { a11y } from '@/lib/a11y';
import { Pressable } from '../actions/Pressable';
import { Icon } from '../media/Icon';
import './Section.scss';

interface SectionProps {
  title: string;
  /** Leads to everything of this kind, e.g. { text: '全部公告', onPress }. */
  more?: { text: string; onPress: () => void };
}

export function Section({ title, more, children }: PropsWithChildren<SectionProps>) {
  return (
    <View className="section">
      <View className="section__head">
        <View className="section__title" {...a11y({ role: 'heading', level: 2 })}>
          {title}
        </View>
        {more && (
          <Pressable className="section__more" role="link" onPress={more.onPress}>
            {more.text}
            <Icon name="forward" size="small" />
          </Pressable>
        )}
      </View>
      {children}
    </View>
  );
}
