import { type StaffCaseDetailView, sayReferenceNo } from '@yiyun/shared';
import { QRCode, Skeleton } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { asFailure } from '../../../api/errors';
import { Choice } from '../../../components/choice';
import { ErrorResult } from '../../../components/error-result';
import { KeyButton } from '../../../components/key-button';
import { Page } from '../../../layout/page';
import { now } from '../../../lib/clock';
import { fullTime } from '../../../lib/time';
import { useFilters } from '../../../lib/use-filters';
import styles from './receipt-page.module.css';
import { useCase } from './use-case';

const papers = [
  { value: 'a5', label: 'A5 纸' },
  { value: 'roll', label: '80 毫米小票' },
];
/** The sheet for the printer; a roll is cut by its own length. */
const sheets: Record<string, string> = {
  a5: '@page { size: A5; margin: 12mm }',
  roll: '@page { size: 80mm 200mm; margin: 3mm }',
};

/** The receipt of an accepted case, to print on A5 or on the 80 mm roll of a counter printer. */
export function ReceiptPage() {
  const { caseId = '' } = useParams();
  const navigate = useNavigate();
  const query = useCase(caseId);
  const [{ paper }, change] = useFilters({ paper: 'a5' });
  const of = query.data;
  return (
    <Page
      title="受理回执"
      actions={
        <>
          <Choice label="纸张" value={paper} options={papers} onChange={(value) => change({ paper: value })} />
          <KeyButton
            type="primary"
            label="打印"
            combo="alt+p"
            disabled={!of?.receiptNo}
            onClick={() => window.print()}
          />
          <KeyButton label="返回办件" combo="escape" onClick={() => void navigate(`/counter/cases/${caseId}`)} />
        </>
      }
    >
      {query.error && !of && (
        <ErrorResult title="没能读取办件" error={asFailure(query.error)} onRetry={() => void query.refetch()} />
      )}
      {query.isPending && <Skeleton />}
      {of && !of.receiptNo && <p>这个办件还没有受理，受理后才有回执。</p>}
      {of?.receiptNo && <Receipt of={of} receiptNo={of.receiptNo} paper={paper} />}
    </Page>
  );
}

interface ReceiptProps {
  of: StaffCaseDetailView;
  receiptNo: string;
  paper: string;
}

function Receipt({ of, receiptNo, paper }: ReceiptProps) {
  const received = of.documents.filter((document) => document.received);
  return (
    <article className={`${styles.paper} ${paper === 'roll' ? styles.roll : styles.a5}`}>
      <style>{sheets[paper]}</style>
      <h2>{of.hall.name}</h2>
      <h3>受理回执</h3>
      <p className={styles.number}>{sayReferenceNo(receiptNo)}</p>
      <dl>
        <dt>纳税人</dt>
        <dd>{of.taxpayerName}</dd>
        <dt>办理人</dt>
        <dd>{of.applicant.name}</dd>
        <dt>事项</dt>
        <dd>{of.matter.name}</dd>
        <dt>受理时间</dt>
        <dd>{of.acceptedAt !== null && fullTime(of.acceptedAt)}</dd>
        <dt>办理期限</dt>
        <dd>{of.dueAt === null ? '见补正后的通知' : `${fullTime(of.dueAt)}前`}</dd>
        <dt>经办人</dt>
        <dd>{of.owner.name}</dd>
      </dl>
      {received.length > 0 && (
        <>
          <h4>已收材料（{received.length} 份）</h4>
          <ol>
            {received.map(({ name }) => (
              <li key={name}>{name}</li>
            ))}
          </ol>
        </>
      )}
      <div className={styles.foot}>
        <QRCode type="svg" bordered={false} size={112} value={receiptNo} aria-label={`二维码：${receiptNo}`} />
        <p>
          查进度：打开“一云办税”小程序，点“进度”，扫这个码，或输入回执号和手机号后四位。
          <br />
          打印时间 {fullTime(now())}
        </p>
      </div>
    </article>
  );
}
