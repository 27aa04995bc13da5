import type { TimelineEntry } from '@yiyun/shared';
import { TimeText } from './time-text';
import styles from './timeline.module.css';

/** The steps in the life of one thing, the latest first. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const latestFirst = [...entries].sort((a, b) => b.at - a.at);
  return (
    <ol className={styles.steps} reversed>
      {latestFirst.map(({ at, kind, text, by }) => (
        <li key={`${at} ${kind} ${text}`}>
          <span>{text}</span>
          <small>
            <TimeText at={at} /> · {by}
          </small>
        </li>
      ))}
    </ol>
  );
}
