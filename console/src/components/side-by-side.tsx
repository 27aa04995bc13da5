import type { ReactNode } from 'react';
import styles from './side-by-side.module.css';

/** A list, and beside it what is open; without that the list has the whole width. */
export function SideBySide({ list, side }: { list: ReactNode; side?: ReactNode }) {
  return (
    <div className={side ? styles.two : undefined}>
      <div className={styles.list}>{list}</div>
      {side && <div className={styles.side}>{side}</div>}
    </div>
  );
}
