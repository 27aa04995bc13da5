import { type HelpStatus, helpStatusNames, type StaffHelpView, sayDuration, sayReferenceNo } from '@yiyun/shared';
import type { ColumnsType } from 'antd/es/table';
import { StatusTag } from '../../../components/status-tag';
import { helpTones } from '../../../components/status-tones';
import { TimeText } from '../../../components/time-text';
import styles from './question-page.module.css';

const isWaiting = ({ status }: StaffHelpView) => status === 'open' || status === 'reopened' || status === 'claimed';

/** How a list shows questions. */
export const questionColumns: ColumnsType<StaffHelpView> = [
  {
    title: '等待',
    key: 'waiting',
    render: (_, row) => (
      <span className="nowrap">{isWaiting(row) ? sayDuration(row.waitingMs) : <TimeText at={row.answeredAt} />}</span>
    ),
  },
  { title: '状态', key: 'status', render: (_, { status }) => <HelpStatusTag status={status} /> },
  {
    title: '问题',
    key: 'title',
    render: (_, { title, hasVoice }) => (
      <>
        {hasVoice && <span className={styles.voice}>语音</span>} {title}
      </>
    ),
  },
  { title: '相关事项', key: 'matter', render: (_, { matterName }) => matterName ?? '未选' },
  { title: '提问人', key: 'asker', render: (_, { askerName }) => <span className="nowrap">{askerName}</span> },
  {
    title: '解答人',
    key: 'assignee',
    render: (_, { assignee }) => <span className="nowrap">{assignee?.name ?? '无人'}</span>,
  },
  {
    title: '编号',
    key: 'referenceNo',
    render: (_, { referenceNo }) => <span className="nowrap">{sayReferenceNo(referenceNo)}</span>,
  },
];

/** The state of a question as a word in a shape. */
export function HelpStatusTag({ status }: { status: HelpStatus }) {
  return <StatusTag tone={helpTones[status]}>{helpStatusNames[status]}</StatusTag>;
}
