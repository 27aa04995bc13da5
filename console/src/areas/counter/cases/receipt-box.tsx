import { type StaffCaseDetailView, sayReferenceNo } from '@yiyun/shared';
import { useNavigate } from 'react-router';
import { KeyButton } from '../../../components/key-button';
import { Panel } from '../../../components/panel';
import styles from './case-page.module.css';

/** The receipt number, large, to be read aloud; and the way to its print. */
export function ReceiptBox({ of, receiptNo }: { of: StaffCaseDetailView; receiptNo: string }) {
  const navigate = useNavigate();
  return (
    <Panel title="受理回执">
      <div className={styles.receipt}>
        <div>
          <div className={styles.number}>{sayReferenceNo(receiptNo)}</div>
          <p className={styles.quiet}>纳税人凭这个号和手机号后四位查进度。</p>
        </div>
        <KeyButton label="打印回执" combo="alt+p" onClick={() => void navigate(`/counter/cases/${of.id}/receipt`)} />
      </div>
    </Panel>
  );
}
