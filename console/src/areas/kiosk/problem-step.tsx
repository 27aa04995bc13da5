import styles from './kiosk.module.css';
import { Question } from './question';

/** Something could not be done: what, and where to turn. */
export function ProblemStep({ message }: { message: string }) {
  return (
    <>
      <Question>没有取到号</Question>
      <p role="alert" className={styles.problem}>
        {message}
      </p>
      <p className={styles.problem}>可以回到首页再试，或者请导税台的工作人员帮您取号。</p>
    </>
  );
}
