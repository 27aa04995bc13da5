import styles from './rate-bar.module.css';
import { StatusTag } from './status-tag';

interface RateBarProps {
  label: string;
  /** Null where nothing was due. */
  percent: number | null;
  /** The line below which it is too low. */
  floorPercent: number;
  isLow: boolean;
}

/** A rate as a number and a bar with the line that it should reach. */
export function RateBar({ label, percent, floorPercent, isLow }: RateBarProps) {
  return (
    <div className={styles.box}>
      <p>
        <strong>{percent === null ? '—' : `${percent}%`}</strong>
        {label}
        {isLow && <StatusTag tone="attention">低于 {floorPercent}%</StatusTag>}
      </p>
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect width="100" height="6" className={styles.ground} />
        <rect width={percent ?? 0} height="6" className={isLow ? styles.low : styles.fill} />
        <rect x={floorPercent - 0.5} width="1" height="6" className={styles.floor} />
      </svg>
    </div>
  );
}
