import { type StaffCaseDetailView, sayReferenceNo } from '@yiyun/shared';
import { Skeleton } from 'antd';
import { Link, useParams } from 'react-router';
import { asFailure } from '../../../api/errors';
import { DueInFull } from '../../../components/due';
import { ErrorResult } from '../../../components/error-result';
import { type Fact, Facts } from '../../../components/facts';
import { Panel } from '../../../components/panel';
import { TimeText } from '../../../components/time-text';
import { Timeline } from '../../../components/timeline';
import { Page } from '../../../layout/page';
import { hasRole, useMe, worksAt } from '../../../session/me';
import { AcceptPanel } from './accept-panel';
import { CaseActs } from './case-acts';
import styles from './case-page.module.css';
import { CaseStatusTag } from './columns';
import { CorrectionPanel } from './correction-panel';
import { ReceiptBox } from './receipt-box';
import { useCase } from './use-case';

/** One case: what to do now at the left, what is known of it at the right. */
export function CasePage() {
  const { caseId = '' } = useParams();
  const query = useCase(caseId);
  if (query.error && !query.data) {
    return (
      <Page title="办件">
        <ErrorResult title="没能读取这个办件" error={asFailure(query.error)} onRetry={() => void query.refetch()} />
      </Page>
    );
  }
  if (!query.data) return <Skeleton />;
  return <CaseView of={query.data} />;
}

function CaseView({ of }: { of: StaffCaseDetailView }) {
  const canAct = worksAt(useMe(), of.hall.id);
  return (
    <Page
      title={`${of.taxpayerName} · ${of.matter.name}`}
      lead={
        <span className={styles.lead}>
          <CaseStatusTag status={of.status} />
          <DueInFull of={of} />
          <Link to="/counter/cases">办件列表</Link>
        </span>
      }
      actions={canAct && <CaseActs of={of} />}
    >
      <div className={styles.columns}>
        <div>
          {of.receiptNo && <ReceiptBox of={of} receiptNo={of.receiptNo} />}
          {of.correction && <CorrectionPanel correction={of.correction} />}
          {of.outcome && (
            <Panel title={of.status === 'declined' ? '不予受理的原因' : '办理结果'}>
              <p className={styles.text}>{of.outcome}</p>
            </Panel>
          )}
          <AcceptPanel of={of} canAct={canAct} />
        </div>
        <div>
          <Panel title="基本情况">
            <Summary of={of} />
          </Panel>
          <Panel title="经过">
            <Timeline entries={of.timeline} />
          </Panel>
        </div>
      </div>
    </Page>
  );
}

function Summary({ of }: { of: StaffCaseDetailView }) {
  const isManager = hasRole(useMe(), ['manager']);
  const { applicant, appointmentId, promisedWorkingDays } = of;
  const facts: Fact[] = [
    { label: '纳税人', value: of.taxpayerName },
    { label: '信用代码', value: of.uscc },
    { label: '办理人', value: `${applicant.name} ${applicant.maskedPhone}` },
    { label: '办税服务厅', value: of.hall.name },
    { label: '经办人', value: of.owner.name },
    { label: '登记', value: <TimeText at={of.openedAt} /> },
    { label: '受理', value: of.acceptedAt === null ? '未受理' : <TimeText at={of.acceptedAt} /> },
    { label: '承诺时限', value: promisedWorkingDays === null ? undefined : `${promisedWorkingDays} 个工作日` },
    { label: '回执号', value: of.receiptNo && <span className="tabular">{sayReferenceNo(of.receiptNo)}</span> },
  ];
  if (appointmentId) {
    facts.push({
      label: '预约',
      value: <Link to={`/counter/appointments?open=${appointmentId}`}>打开预约</Link>,
    });
  }
  if (isManager) {
    facts.push({ label: '记录', value: <Link to={`/manager/records?stream=case:${of.id}`}>全过程记录</Link> });
  }
  return <Facts facts={facts} />;
}
