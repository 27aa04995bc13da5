import { View } from '@tarojs/components';
import { classNames } from '@/lib/class-names';
import { Pressable } from '../actions/Pressable';
import { Icon } from '../media/Icon';
import './NoticeBar.scss';

interface NoticeBarProps {
  text: string;
  tone?: 'info' | 'attention' | 'done' | 'error';
  id?: string;
  onPress?: () => void;
}

const SHAPES = { info: 'info', attention: 'alert', done: 'check', error: 'cross' } as const;

/** One sentence that matters on this page now. */
export function NoticeBar({ text, tone = 'info', id, onPress }: NoticeBarProps) {
  const className = classNames('notice-bar', `notice-bar--${tone}`);
  const content = (
    <>
      <Icon name={SHAPES[tone]} size="small" className="notice-bar__shape" />
      <View className="notice-bar__text">{text}</View>
      {onPress && <Icon name="forward" size="small" />}
    </>
  );
  return onPress ? (
    <Pressable id={id} className={className} role="link" onPress={onPress}>
      {content}
    </Pressable>
  ) : (
    <View className={className}>{content}</View>
  );
}
