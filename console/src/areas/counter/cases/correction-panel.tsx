import type { StaffCaseDetailView } from '@yiyun/shared';
import { Panel } from '../../../components/panel';
import { StatusTag } from '../../../components/status-tag';
import { TimeText } from '../../../components/time-text';
import styles from './case-page.module.css';

/** What was asked for, and what the taxpayer answered. */
export function CorrectionPanel({ correction }: { correction: NonNullable<StaffCaseDetailView['correction']> }) {
  const { request, requestedAt, answer, answeredAt } = correction;
  return (
    <Panel
      title="补正"
      actions={
        <StatusTag tone={answer === null ? 'waiting' : 'attention'}>
          {answer === null ? '等待纳税人补正' : '纳税人已补正'}
        </StatusTag>
      }
    >
      <p className={styles.quiet}>
        要求补正（
        <TimeText at={requestedAt} />）
      </p>
      <p className={styles.text}>{request}</p>
      {answer !== null && (
        <>
          <p className={styles.quiet}>
            纳税人答复（
            <TimeText at={answeredAt} />）
          </p>
          <p className={styles.text}>{answer}</p>
        </>
      )}
    </Panel>
  );
}
