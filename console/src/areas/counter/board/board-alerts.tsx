import { type DayBoardView, lanes } from '@yiyun/shared';
import { StatusTag } from '../../../components/status-tag';
import { clockTime } from '../../../lib/time';
import styles from './board.module.css';

/** More windows than these are counted, not named. */
const NAMED = 3;

/** What wants attention, in the line under the title, which is always there: a new alert moves nothing below it. */
export function BoardAlerts({ board: { figures, windows, dutyLeader, emergencyOpenedAt } }: { board: DayBoardView }) {
  const waiting = lanes.reduce((total, lane) => total + figures.waiting[lane], 0);
  const empty = windows.filter(({ rostered, state }) => rostered && state === 'closed');
  return (
    <span className={styles.alerts}>
      <span>值班领导 {dutyLeader?.name ?? '未指定'}</span>
      {figures.crowded && (
        <StatusTag tone="attention">
          {waiting} 人等候，超过 {figures.crowdedAbove} 人，
          {emergencyOpenedAt === null ? '建议开应急窗口' : `应急窗口 ${clockTime(emergencyOpenedAt)} 已开`}
        </StatusTag>
      )}
      {figures.rateTooLow && empty.length > 0 && (
        <StatusTag tone="attention">
          应开未开：{empty.length > NAMED ? `${empty.length} 个窗口` : empty.map(({ label }) => label).join('、')}
        </StatusTag>
      )}
    </span>
  );
}
