import { type DayBoardView, type Lane, laneNames, lanes, matterGroups } from '@yiyun/shared';
import { Link } from 'react-router';
import { RateBar } from '../../../components/rate-bar';
import { sayEstimate } from '../tickets/ticket-words';
import styles from './board.module.css';

const groupNames = { simple: '简易', complex: '复杂' } as const;

const sum = (numbers: Record<Lane, number>) => lanes.reduce((total, lane) => total + numbers[lane], 0);

/** The day in a line: who waits and how long, how the windows stand, what was done. Each number opens its tickets. */
export function BoardFigures({ board: { figures } }: { board: DayBoardView }) {
  const { waiting, longestWaitMinutes, windowOpenRateNow, windowOpenRateToday, estimates, served, missed } = figures;
  const longest = lanes.reduce((a, b) => (longestWaitMinutes[b] > longestWaitMinutes[a] ? b : a));
  return (
    <section className={styles.figures} aria-label="现在的数字">
      <div>
        <Link to="/counter/tickets?status=waiting" className={styles.main}>
          <strong>{sum(waiting)}</strong>人等候
        </Link>
        <span>
          {lanes.map((lane) => (
            <Link key={lane} to={`/counter/tickets?status=waiting&lane=${lane}`}>
              {laneNames[lane].replace('事项', '')} {waiting[lane]}
            </Link>
          ))}
        </span>
      </div>
      <div>
        <p className={styles.main}>
          <strong>{longestWaitMinutes[longest]}</strong>分钟，等得最久（{laneNames[longest]}）
        </p>
        <span>
          {matterGroups.map((group) => (
            <em key={group} title={estimates[group].source}>
              现在取号 {groupNames[group]} {sayEstimate(estimates[group].range)}
            </em>
          ))}
        </span>
      </div>
      <div>
        <RateBar
          label="窗口开设率"
          percent={windowOpenRateNow}
          floorPercent={figures.rateFloorPercent}
          isLow={figures.rateTooLow}
        />
        <span>今天到现在 {windowOpenRateToday === null ? '没有应开的窗口' : `${windowOpenRateToday}%`}</span>
      </div>
      <div>
        <Link to="/counter/tickets?status=done" className={styles.main}>
          <strong>{served}</strong>位已办
        </Link>
        <span>
          <Link to="/counter/tickets?status=missed">过号 {missed}</Link>
        </span>
      </div>
    </section>
  );
}
