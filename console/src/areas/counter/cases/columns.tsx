import { type CaseStatus, caseStatusNames, type StaffCaseView, sayReferenceNo } from '@yiyun/shared';
import type { ColumnsType } from 'antd/es/table';
import { Due } from '../../../components/due';
import { StatusTag } from '../../../components/status-tag';
import { caseTones } from '../../../components/status-tones';
import { TimeText } from '../../../components/time-text';

/** How a list shows cases. */
export const caseColumns: ColumnsType<StaffCaseView> = [
  { title: '期限', key: 'due', render: (_, row) => <Due of={row} /> },
  { title: '状态', key: 'status', render: (_, { status }) => <CaseStatusTag status={status} /> },
  { title: '纳税人', key: 'taxpayer', render: (_, { taxpayerName }) => taxpayerName },
  { title: '事项', key: 'matter', render: (_, { matter }) => matter.name },
  {
    title: '回执号',
    key: 'receiptNo',
    render: (_, { receiptNo }) => <span className="nowrap">{receiptNo ? sayReferenceNo(receiptNo) : '未受理'}</span>,
  },
  { title: '经办人', key: 'owner', render: (_, { owner }) => <span className="nowrap">{owner.name}</span> },
  { title: '登记', key: 'openedAt', render: (_, { openedAt }) => <TimeText at={openedAt} /> },
];

/** The state of a case as a word in a shape. */
export function CaseStatusTag({ status }: { status: CaseStatus }) {
  return <StatusTag tone={caseTones[status]}>{caseStatusNames[status]}</StatusTag>;
}
