import {
  type DeflectionEntryView,
  type DeflectionOutcome,
  deflectionOutcomeNames,
  deflectionOutcomes,
  localDateOf,
  sayReferenceNo,
} from '@yiyun/shared';
import type { ColumnsType } from 'antd/es/table';
import { Link, useNavigate } from 'react-router';
import { api } from '../../../api/client';
import { keys } from '../../../api/keys';
import { useCursorList } from '../../../api/use-cursor-list';
import { Choice } from '../../../components/choice';
import { DataTable } from '../../../components/data-table/data-table';
import { TimeText } from '../../../components/time-text';
import { Page } from '../../../layout/page';
import { useNow } from '../../../lib/clock';
import { useFilters } from '../../../lib/use-filters';
import styles from './hot-questions.module.css';
import { PeriodPicker } from './period-picker';
import { usePeriod } from './use-period';

const notes: Record<DeflectionOutcome, string> = {
  lasting: '看过相似答案说已解决，之后7天没有再提问：省下了一次提问',
  askedLater: '看过相似答案说已解决，7天内还是提了问',
  undecided: '看过相似答案说已解决，还没满7天，到现在没有再提问',
  askedAnyway: '看到了相似答案，还是把问题发给了工作人员',
};
const options = deflectionOutcomes.map((value) => ({ value, label: deflectionOutcomeNames[value] }));

const columns: ColumnsType<DeflectionEntryView> = [
  { title: '时间', key: 'at', render: (_, { at }) => <TimeText at={at} /> },
  { title: '想问的话', key: 'text', render: (_, { text }) => text || <span className={styles.quiet}>没有文字</span> },
  {
    title: '有帮助的答案',
    key: 'helpful',
    render: (_, { helpful }) => helpful?.question ?? <span className={styles.quiet}>无</span>,
  },
  {
    title: '后来的提问',
    key: 'asked',
    render: (_, { asked }) => asked && <span className="nowrap">{sayReferenceNo(asked.referenceNo)}</span>,
  },
];

/** Each look at similar answers of one outcome; each opens its record. */
export function SavingsPage() {
  const navigate = useNavigate();
  const now = useNow();
  const { period, change } = usePeriod();
  const [filters, choose] = useFilters({ outcome: 'lasting' });
  const outcome = deflectionOutcomes.find((one) => one === filters.outcome) ?? 'lasting';
  const list = useCursorList(keys.deflectionEntries({ ...period, outcome }), (cursor) =>
    api.insights.deflectionEntries({ query: { ...period, outcome, limit: 50, cursor } }),
  );
  return (
    <Page
      title="相似答案省下的提问"
      lead={
        <span className={styles.lead}>
          <span>{notes[outcome]}</span>
          <Link to={`/manager/hot-questions?from=${period.fromOn}&until=${period.untilOn}`}>所有热点问题</Link>
        </span>
      }
    >
      <PeriodPicker
        period={period}
        today={localDateOf(now)}
        onChange={({ fromOn, untilOn }) => change({ from: fromOn, until: untilOn })}
      />
      <DataTable
        label={`看过相似答案：${deflectionOutcomeNames[outcome]}`}
        columns={columns}
        rowKey={({ id }) => id}
        list={list}
        onOpen={({ id, asked }) =>
          void navigate(`/manager/records?stream=${asked ? `help:${asked.helpRequestId}` : `deflection:${id}`}`)
        }
        empty="这段时间没有这样的经过。"
        toolbar={
          <Choice label="结果" value={outcome} options={options} onChange={(next) => choose({ outcome: next })} />
        }
      />
    </Page>
  );
}
