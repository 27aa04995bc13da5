import { localDateOf } from '@yiyun/shared';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useNow } from '../lib/clock';
import { useStore } from '../lib/store';
import { clockTime } from '../lib/time';
import { useMe } from '../session/me';
import { SignOutButton } from '../session/sign-out-button';
import { HelpDialog } from '../shortcuts/help-dialog';
import { useShortcut } from '../shortcuts/use-shortcut';
import { textSize, toggleTextSize } from '../text-size';
import { ConnectionMark } from './connection-mark';
import { HallSwitch } from './hall-switch';
import styles from './header.module.css';

/** The slim line at the top: where, who, whether live; text size, keys, the way out. */
export function Header() {
  const me = useMe();
  const now = useNow(10_000);
  const isLarge = useStore(textSize) === 'large';
  const [isHelpOpen, setHelpOpen] = useState(false);
  useShortcut('?', '显示键盘操作', () => setHelpOpen(true), { group: '任何一页' });
  return (
    <header className={styles.header}>
      <span className={styles.brand}>一云办税</span>
      <HallSwitch />
      <ConnectionMark />
      <time className={styles.clock}>
        {localDateOf(now)} {clockTime(now)}
      </time>
      <span className={styles.spring} />
      <Button size="small" type="text" aria-pressed={isLarge} onClick={toggleTextSize}>
        {isLarge ? '标准字号' : '大字号'}
      </Button>
      <Button size="small" type="text" aria-keyshortcuts="?" onClick={() => setHelpOpen(true)}>
        键盘操作 ?
      </Button>
      <span className={styles.officer}>
        <span className="visually-hidden">当前用户：</span>
        {me.name}
      </span>
      <Link to="/account/password">修改密码</Link>
      <SignOutButton />
      <HelpDialog open={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </header>
  );
}
