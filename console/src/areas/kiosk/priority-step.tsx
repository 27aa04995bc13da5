import { type PriorityReason, priorityReasonNames, priorityReasons } from '@yiyun/shared';
import styles from './kiosk.module.css';
import { Question } from './question';

interface PriorityStepProps {
  isBusy: boolean;
  onChoose: (reason: PriorityReason | undefined) => void;
}

/** The priority lane; most people belong to none of these. */
export function PriorityStep({ isBusy, onChoose }: PriorityStepProps) {
  return (
    <>
      <Question hint="符合的走绿色通道，窗口会核对">您是下面的情况吗？</Question>
      <div className={styles.rows}>
        <button type="button" className={styles.row} disabled={isBusy} onClick={() => onChoose(undefined)}>
          都不是，直接取号
        </button>
        {priorityReasons.map((reason) => (
          <button key={reason} type="button" className={styles.row} disabled={isBusy} onClick={() => onChoose(reason)}>
            {priorityReasonNames[reason]}
          </button>
        ))}
      </div>
    </>
  );
}
