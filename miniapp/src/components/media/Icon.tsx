import { View } from '@tarojs/components';
import { a11y } from '@/lib/a11y';
import { classNames } from '@/lib/class-names';
import './Icon.scss';

export type IconName =
  | 'alert'
  | 'back'
  | 'bell'
  | 'calendar'
  | 'check'
  | 'clock'
  | 'company'
  | 'copy'
  | 'cross'
  | 'dash'
  | 'document'
  | 'dot'
  | 'down'
  | 'forward'
  | 'guide'
  | 'half'
  | 'home'
  | 'info'
  | 'mic'
  | 'notice'
  | 'offline'
  | 'phone'
  | 'place'
  | 'play'
  | 'plus'
  | 'progress'
  | 'question'
  | 'record'
  | 'ring'
  | 'search'
  | 'shield'
  | 'stop'
  | 'ticket'
  | 'trash'
  | 'type'
  | 'user';

interface IconProps {
  name: IconName;
  /** 'small' stands in a line of text. */
  size?: 'small' | 'medium' | 'large';
  className?: string;
}

/** A drawing in the colour of the text around it. It is never spoken: the words beside it say the same. */
export function Icon({ name, size = 'medium', className }: IconProps) {
  return (
    <View className={classNames('icon', `icon--${name}`, `icon--${size}`, className)} {...a11y({ hidden: true })} />
  );
}
