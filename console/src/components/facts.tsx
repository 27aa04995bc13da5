import type { ReactNode } from 'react';
import styles from './facts.module.css';

/** One fact; a value of null or undefined says that there is none. */
export interface Fact {
  label: string;
  value: ReactNode;
}

/** What is known of one thing, label by label. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value ?? <span className={styles.none}>无</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
