import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { a11y } from '@/lib/a11y';
import { Icon, type IconName } from '../media/Icon';
import './Empty.scss';

interface EmptyProps {
  /** What is not there: 还没有预约. */
  title: string;
  /** What one can do about it. */
  note?: string;
  icon?: IconName;
  /** Usually one Button. */
  children?: ReactNode;
}

export function Empty({ title, note, icon = 'document', children }: EmptyProps) {
  return (
    <View className="empty" {...a11y({ role: 'status' })}>
      <Icon name={icon} size="large" className="empty__icon" />
      <View className="empty__title">{title}</View>
      {note && <View className="empty__note">{note}</View>}
      {children && <View className="empty__act">{children}</View>}
    </View>
  );
}
