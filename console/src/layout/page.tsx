import { type ReactNode, useEffect } from 'react';
import styles from './page.module.css';

export interface PageProps {
  title: string;
  /** One line under the title: what this page shows, or its counts. */
  lead?: ReactNode;
  /** The page's main acts, at the right of the title. */
  actions?: ReactNode;
  children?: ReactNode;
}

/** A page with its heading, which is also the tab's title. */
export function Page({ title, lead, actions, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · 一云办税`;
  }, [title]);
  return (
    <>
      <div className={styles.head}>
        <div>
          <h1>{title}</h1>
          {lead && <p>{lead}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </>
  );
}
