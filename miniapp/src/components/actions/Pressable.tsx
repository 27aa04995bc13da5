import { View } from '@tarojs/components';
import type { CSSProperties, PropsWithChildren } from 'react';
import { type A11y, a11y } from '@/lib/a11y';
import { classNames } from '@/lib/class-names';
import './Pressable.scss';

export interface PressableProps extends A11y {
  id?: string;
  className?: string;
  style?: CSSProperties;
  onPress?: () => void;
  /** Another key was pressed (H5); returns true when it meant something here. */
  onKey?: (key: string) => boolean;
}

interface KeyPress {
  key: string;
  preventDefault(): void;
}

/** The one thing that can be pressed: role and name on both platforms; focus, Enter and Space in a browser. */
export function Pressable(props: PropsWithChildren<PressableProps>) {
  const { id, className, style, onPress, onKey, children, ...spoken } = props;
  const press = spoken.disabled ? undefined : onPress;
  const onKeyDown = (event: KeyPress) => {
    const pressed = event.key === 'Enter' || event.key === ' ';
    if (pressed) press?.();
    if (pressed || onKey?.(event.key)) event.preventDefault();
  };
  const keyboard = process.env.TARO_ENV === 'h5' ? { onKeyDown } : {};
  return (
    <View
      {...(id && { id })}
      className={classNames('pressable', spoken.disabled && 'is-disabled', className)}
      style={style}
      hoverClass={spoken.disabled ? 'none' : 'is-pressed'}
      onClick={press}
      {...a11y({ role: 'button', ...spoken })}
      {...keyboard}
    >
      {children}
    </View>
  );
}
