import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { classNames } from '@/lib/class-names';
import { Pressable } from '../actions/Pressable';
import './Card.scss';

interface CardProps {
  /** 'plain' has an edge; 'quiet' a ground of its own; 'attention' asks for something. */
  tone?: 'plain' | 'quiet' | 'attention';
  label?: string;
  id?: string;
  onPress?: () => void;
}

/** What belongs together; with `onPress` the whole card leads on. */
export function Card({ tone = 'plain', label, id, onPress, children }: PropsWithChildren<CardProps>) {
  const className = classNames('card', `card--${tone}`);
  return onPress ? (
    <Pressable id={id} className={className} role="link" label={label} onPress={onPress}>
      {children}
    </Pressable>
  ) : (
    <View {...(id && { id })} className={className}>
      {children}
    </View>
  );
}
