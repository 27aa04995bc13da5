import type { ReactNode } from 'react';
import type { ListState } from '../../api/use-cursor-list';
import { KeyButton } from '../key-button';
import { TimeText } from '../time-text';
import styles from './data-table.module.css';

interface TableHeadProps {
  label: string;
  toolbar?: ReactNode;
  list: Pick<ListState<unknown>, 'error' | 'readAt' | 'refresh' | 'rows'>;
  waiting: number;
  onShowWaiting: () => void;
}

/** The line above a table. It always has its height, so that a message in it moves no row. */
export function TableHead({ label, toolbar, list, waiting, onShowWaiting }: TableHeadProps) {
  const isStale = list.error !== undefined && list.rows.length > 0;
  return (
    <div className={styles.head}>
      <div className={styles.toolbar}>{toolbar ?? <h2>{label}</h2>}</div>
      <div className={styles.news} role="status">
        {waiting > 0 && (
          <KeyButton size="small" combo="alt+r" label={`有 ${waiting} 条更新，点此显示`} onClick={onShowWaiting} />
        )}
        {isStale && (
          <>
            <span className={styles.stale}>
              没能更新，这是 <TimeText at={list.readAt} /> 的内容
            </span>
            <KeyButton size="small" label="再试一次" onClick={list.refresh} />
          </>
        )}
      </div>
    </div>
  );
}
