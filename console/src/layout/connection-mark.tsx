import { type ConnectionState, connection } from '../api/connection';
import { useStore } from '../lib/store';
import styles from './connection-mark.module.css';

const words: Record<ConnectionState, string> = {
  off: '未连接',
  connecting: '正在连接',
  live: '实时连接',
  lost: '已断开，正在重连',
};

/** Whether others' changes arrive by themselves: a word and a shape. */
export function ConnectionMark() {
  const state = useStore(connection);
  const title = state === 'lost' ? '别处的改动暂时不会自动出现；恢复后列表会自动更新。' : undefined;
  return (
    <span role="status" title={title} className={styles.mark} data-state={state}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        {state === 'lost' ? <path d="M6 1.5 11 10.5H1z" /> : <circle cx="6" cy="6" r="4" />}
      </svg>
      {words[state]}
    </span>
  );
}
