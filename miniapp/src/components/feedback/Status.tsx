import { Text, View } from '@tarojs/components';
import { classNames } from '@/lib/class-names';
import { Icon, type IconName } from '../media/Icon';
import './Status.scss';

export type Tone = 'waiting' | 'underway' | 'attention' | 'done' | 'failed' | 'off';

const SHAPES: Record<Tone, IconName> = {
  waiting: 'ring',
  underway: 'half',
  attention: 'alert',
  done: 'check',
  failed: 'cross',
  off: 'dash',
};

interface StatusProps {
  tone: Tone;
  children: string;
}

/** A state as a word in a shape; the colour only repeats what they say. */
export function Status({ tone, children }: StatusProps) {
  return (
    <View className={classNames('status', `status--${tone}`)}>
      <Icon name={SHAPES[tone]} size="small" className="status__shape" />
      <Text>{children}</Text>
    </View>
  );
}

/** A short mark that is no state: 可网上办, 免预约. */
export function Tag({ children }: { children: string }) {
  return <Text className="tag">{children}</Text>;
}
