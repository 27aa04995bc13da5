import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classNames } from '@/lib/class-names';
import { Icon, type IconName } from '../media/Icon';
import { Pressable } from './Pressable';
import './Cell.scss';

interface CellProps {
  title: string;
  /** A second line: when, where, what is missing. */
  note?: ReactNode;
  /** At the right: a short word or a Status. */
  value?: ReactNode;
  icon?: IconName;
  /** What is spoken instead of the pieces, where they don't read as a sentence. */
  label?: string;
  id?: string;
  onPress?: () => void;
}

/** One line of a list; with `onPress` the whole line leads on. */
export function Cell({ title, note, value, icon, label, id, onPress }: CellProps) {
  const content = (
    <>
      {icon && <Icon name={icon} className="cell__icon" />}
      <View className="cell__main">
        <View className="cell__title">{title}</View>
        {note && <View className="cell__note">{note}</View>}
      </View>
      {value && <View className="cell__value">{value}</View>}
      {onPress && <Icon name="forward" size="small" className="cell__forward" />}
    </>
  );
  return onPress ? (
    <Pressable id={id} className="cell" role="link" label={label} onPress={onPress}>
      {content}
    </Pressable>
  ) : (
    <View {...(id && { id })} className={classNames('cell', 'cell--still')}>
      {content}
    </View>
  );
}
