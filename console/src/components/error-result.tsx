import { Button } from 'antd';
import { type Failure, isFault } from '../api/errors';
import styles from './error-result.module.css';

export interface ErrorResultProps {
  /** What did not succeed, as a sentence: 没能读取预约列表. */
  title: string;
  error: Failure;
  onRetry?: () => void;
  isRetrying?: boolean;
}

/** A failure in words, for a fault with the number that an administrator can look up, and a way to try again. */
export function ErrorResult({ title, error, onRetry, isRetrying }: ErrorResultProps) {
  return (
    <div className={styles.box} role="alert">
      <strong>{title}</strong>
      <p>{error.message}</p>
      {isFault(error) && error.requestId && (
        <p className={styles.request}>
          反映问题时请提供编号 <code>{error.requestId}</code>
        </p>
      )}
      {onRetry && (
        <Button onClick={onRetry} loading={isRetrying}>
          再试一次
        </Button>
      )}
    </div>
  );
}
