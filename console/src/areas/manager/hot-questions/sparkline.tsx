import type { HotQuestionView } from '@yiyun/shared';
import styles from './hot-questions.module.css';

const WIDTH = 96;
const HEIGHT = 24;

/** The weeks of a period at a glance; the same in words for those who can't see it. */
export function Sparkline({ trend }: { trend: HotQuestionView['trend'] }) {
  const top = Math.max(1, ...trend.map(({ count }) => count));
  const x = (index: number) => (trend.length < 2 ? WIDTH / 2 : 2 + (index * (WIDTH - 4)) / (trend.length - 1));
  const y = (count: number) => HEIGHT - 3 - (count / top) * (HEIGHT - 6);
  const points = trend.map(({ count }, index) => `${x(index)},${y(count)}`).join(' ');
  const last = trend.at(-1);
  return (
    <span className={styles.spark}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <polyline points={points} />
        {last && <circle cx={x(trend.length - 1)} cy={y(last.count)} r="2.5" />}
      </svg>
      <span className="visually-hidden">每周依次 {trend.map(({ count }) => count).join('、')} 次</span>
    </span>
  );
}
