import { Button } from 'antd';
import { ariaCombo } from '../../../shortcuts/combo';
import { Kbd } from '../../../shortcuts/kbd';
import { useShortcut } from '../../../shortcuts/use-shortcut';
import styles from './my-window.module.css';

interface QuickButtonProps {
  label: string;
  combo: string;
  /** Whether it can be done now; the key is heard all the same, for it may be pressed ahead. */
  may: boolean;
  isMain: boolean;
  onPress: () => void;
}

/** An act of one's own window, always in its place. */
export function QuickButton({ label, combo, may, isMain, onPress }: QuickButtonProps) {
  useShortcut(combo, label, onPress, { group: '我的窗口' });
  return (
    <Button
      className={styles.act}
      type={isMain && may ? 'primary' : 'default'}
      disabled={!may}
      aria-keyshortcuts={ariaCombo(combo)}
      onClick={onPress}
    >
      {label}
      <Kbd combo={combo} />
    </Button>
  );
}
