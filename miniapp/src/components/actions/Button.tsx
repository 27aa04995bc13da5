import { Text, View } from '@tarojs/components';
import { a11y } from '@/lib/a11y';
import { classNames } from '@/lib/class-names';
import { Icon, type IconName } from '../media/Icon';
import { Pressable } from './Pressable';
import './Button.scss';

interface ButtonProps {
  /** Names the act: 提交预约, not 确定. */
  children: string;
  /** One 'main' a page. */
  kind?: 'main' | 'secondary' | 'danger' | 'text';
  icon?: IconName;
  disabled?: boolean;
  /** The act is under way: it can't be started twice, and that is spoken. */
  busy?: boolean;
  busyText?: string;
  /** A name that says more than the text where several buttons read alike. */
  label?: string;
  id?: string;
  onPress?: () => void;
}

export function Button(props: ButtonProps) {
  const { children, kind = 'main', icon, disabled, busy, busyText = '请稍候…', label, id, onPress } = props;
  return (
    <Pressable
      id={id}
      className={classNames('button', `button--${kind}`, busy && 'is-busy')}
      disabled={disabled || busy}
      tabStop
      label={busy ? busyText : label}
      onPress={onPress}
    >
      {busy ? <View className="button__wheel" {...a11y({ hidden: true })} /> : icon && <Icon name={icon} />}
      <Text className="button__text">{busy ? busyText : children}</Text>
    </Pressable>
  );
}
