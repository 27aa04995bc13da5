import { useEffect, useRef } from 'react';
import styles from './error-summary.module.css';
import type { Problem } from './problems';

interface ErrorSummaryProps {
  problems: readonly Problem[];
  /** Goes to the field. */
  onGo: (path: string) => void;
}

/** What must be put right, above the form: takes the focus, uses the words beside the fields and leads to them. */
export function ErrorSummary({ problems, onGo }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) box.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" className={styles.box}>
      <strong>请更正以下内容</strong>
      <ul>
        {problems.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            <button type="button" onClick={() => onGo(path)}>
              {message}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
