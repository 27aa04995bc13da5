import type { ReactNode } from 'react';
import styles from './done.module.css';

/** What has been done, after an act: in words, with what happens next. Announced when it appears. */
export function Done({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div role="status" className={styles.box}>
      <strong>{title}</strong>
      {children && <div>{children}</div>}
    </div>
  );
}
