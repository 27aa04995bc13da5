import { clockTime } from '../../lib/time';
import styles from './kiosk.module.css';
import type { Step } from './kiosk-steps';
import { Question } from './question';

interface WhichStepProps {
  step: Extract<Step, { name: 'which' }>;
  isBusy: boolean;
  onChoose: (appointmentId: string) => void;
  onWalkIn: () => void;
}

/** Which of today's appointments with these digits is one's own. */
export function WhichStep({ step: { phoneTail, found }, isBusy, onChoose, onWalkIn }: WhichStepProps) {
  if (found.length === 0) {
    return (
      <>
        <Question hint="请核对号码，或者预约的是不是今天、这个厅。">{`没有找到尾号 ${phoneTail} 今天的预约`}</Question>
        <div className={styles.rows}>
          <button type="button" className={styles.row} onClick={onWalkIn}>
            不用预约，现场取号
          </button>
          <p>也可以请导税台的工作人员帮您找。</p>
        </div>
      </>
    );
  }
  return (
    <>
      <Question hint="点一下就签到，并打印号票">哪一个是您的预约？</Question>
      <div className={styles.rows}>
        {found.map(({ id, startsAt, matterName, maskedName }) => (
          <button key={id} type="button" className={styles.row} disabled={isBusy} onClick={() => onChoose(id)}>
            <b>{clockTime(startsAt)}</b> {maskedName}
            <small>{matterName}</small>
          </button>
        ))}
      </div>
    </>
  );
}
