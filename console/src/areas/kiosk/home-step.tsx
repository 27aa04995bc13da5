import styles from './kiosk.module.css';
import { Question } from './question';

/** The first page: with an appointment, or without. */
export function HomeStep({ onAppointment, onWalkIn }: { onAppointment: () => void; onWalkIn: () => void }) {
  return (
    <>
      <Question hint="有预约码的，现在就可以对着扫码口扫一下">您预约了吗？</Question>
      <div className={styles.two}>
        <button type="button" className={styles.huge} onClick={onAppointment}>
          预约了
          <small>输手机号后四位，签到取号</small>
        </button>
        <button type="button" className={styles.huge} onClick={onWalkIn}>
          没有预约
          <small>选要办的事，现场取号</small>
        </button>
      </div>
    </>
  );
}
