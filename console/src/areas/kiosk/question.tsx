import { useEffect, useRef } from 'react';
import styles from './kiosk.module.css';

/** The question of a page, which takes the focus, so that it is read aloud first. */
export function Question({ children, hint }: { children: string; hint?: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div className={styles.question}>
      <h1 ref={heading} tabIndex={-1}>
        {children}
      </h1>
      {hint && <p>{hint}</p>}
    </div>
  );
}
