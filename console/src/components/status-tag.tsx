import type { ReactNode } from 'react';
import styles from './status-tag.module.css';

/**
 * What a state means to the officer: `waiting` for us to begin, `working`, `attention` (something is due or asked),
 * `done`, `ended` (closed without being done), `failed` (a fault, never a person's refusal).
 */
export type StatusTone = 'waiting' | 'working' | 'attention' | 'done' | 'ended' | 'failed';

const shapes: Record<StatusTone, ReactNode> = {
  waiting: <circle cx="6" cy="6" r="4.25" />,
  working: (
    <>
      <circle cx="6" cy="6" r="4.25" />
      <path d="M6 1.75a4.25 4.25 0 0 1 0 8.5z" className={styles.solid} />
    </>
  ),
  attention: <path d="M6 1.5 11 10.5H1z" className={styles.solid} />,
  done: <path d="m1.75 6.5 3 3 5.5-7" />,
  ended: <path d="M2 6h8" />,
  failed: <path d="m2.5 2.5 7 7m0-7-7 7" />,
};

/** A state as a word and a shape, never by colour alone. */
export function StatusTag({ tone, children }: { tone: StatusTone; children: ReactNode }) {
  return (
    <span className={`${styles.tag} ${styles[tone]}`}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        {shapes[tone]}
      </svg>
      {children}
    </span>
  );
}
