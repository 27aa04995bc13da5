import { Button, type ButtonProps } from 'antd';
import { ariaCombo } from '../shortcuts/combo';
import { Kbd } from '../shortcuts/kbd';
import { useShortcut } from '../shortcuts/use-shortcut';

export interface KeyButtonProps extends Omit<ButtonProps, 'onClick' | 'children'> {
  /** What it does, in words; also the key's name in the help. */
  label: string;
  /** Its key, such as 'alt+n'; shown on the button. */
  combo?: string;
  onClick: () => void;
}

/** A button with its key on it. While disabled or loading its key does nothing either. */
export function KeyButton({ label, combo, onClick, disabled, loading, ...rest }: KeyButtonProps) {
  useShortcut(combo, label, onClick, { enabled: !disabled && !loading });
  return (
    <Button
      {...rest}
      disabled={disabled}
      loading={loading}
      onClick={onClick}
      aria-keyshortcuts={combo && ariaCombo(combo)}
    >
      {label}
      {combo && <Kbd combo={combo} />}
    </Button>
  );
}
