import { type HotQuestionsQuery, type HotQuestionView, localDateOf } from '@yiyun/shared';
import type { ColumnsType } from 'antd/es/table';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../../api/client';
import { keys } from '../../../api/keys';
import { useCursorList } from '../../../api/use-cursor-list';
import { Chart } from '../../../components/chart/chart';
import { DataTable } from '../../../components/data-table/data-table';
import { SearchBox } from '../../../components/search-box';
import { StatusTag } from '../../../components/status-tag';
import { TimeText } from '../../../components/time-text';
import { Page } from '../../../layout/page';
import { useNow } from '../../../lib/clock';
import { topAnswer, topChart } from './hot-chart';
import styles from './hot-questions.module.css';
import { PeriodPicker } from './period-picker';
import { SavingsPanel } from './savings-panel';
import { Sparkline } from './sparkline';
import { usePeriod } from './use-period';

interface Ranked extends HotQuestionView {
  rank: number;
}

const columns: ColumnsType<Ranked> = [
  { title: '名次', key: 'rank', align: 'end', render: (_, { rank }) => rank },
  { title: '问题', key: 'name', render: (_, { name }) => name },
  { title: '次数', key: 'count', align: 'end', render: (_, { count }) => <strong>{count}</strong> },
  {
    title: '提问 / 搜索',
    key: 'kinds',
    align: 'end',
    render: (_, { questions, searches }) => <span className="nowrap">{`${questions} / ${searches}`}</span>,
  },
  { title: '每周', key: 'trend', render: (_, { trend }) => <Sparkline trend={trend} /> },
  { title: '答复', key: 'answered', render: (_, row) => <Answered of={row} /> },
  {
    title: '知识库',
    key: 'covered',
    render: (_, { coveredBy }) => (
      <span title={coveredBy?.question}>
        <StatusTag tone={coveredBy ? 'done' : 'attention'}>{coveredBy ? '已有答案' : '还没有'}</StatusTag>
      </span>
    ),
  },
];

function Answered({ of: { questions, answeredQuestions } }: { of: HotQuestionView }) {
  if (questions === 0) return <span className={styles.quiet}>只有搜索</span>;
  const isDone = answeredQuestions === questions;
  return (
    <StatusTag tone={isDone ? 'done' : 'attention'}>
      {isDone ? '全部已答' : `${questions - answeredQuestions} 个未答`}
    </StatusTag>
  );
}

/** What taxpayers ask most in a period; every number opens the questions behind it. */
export function HotQuestionsPage() {
  const now = useNow();
  const navigate = useNavigate();
  const { period, q, change, search } = usePeriod();
  const query: HotQuestionsQuery = { ...period, q: q || undefined };
  const list = useCursorList(keys.hotQuestions(query), (cursor) =>
    api.insights.hotQuestions({ query: { limit: 50, ...query, cursor } }),
  );
  const rows = useMemo(() => list.rows.map((row, index): Ranked => ({ ...row, rank: index + 1 })), [list.rows]);
  const top = useMemo(() => list.rows.slice(0, 10), [list.rows]);
  const open = ({ id }: Pick<HotQuestionView, 'id'>) => void navigate(`/manager/hot-questions/${id}${search}`);
  const total = list.firstPage?.total ?? 0;
  return (
    <Page
      title="热点问题"
      lead={
        list.firstPage && (
          <>
            这段时间共 {total} 次提问和搜索，统计于 <TimeText at={list.firstPage.computedAt} />
          </>
        )
      }
      actions={<SearchBox label="热点问题" value={q} onSearch={(text) => change({ q: text })} />}
    >
      <PeriodPicker
        period={period}
        today={localDateOf(now)}
        onChange={({ fromOn, untilOn }) => change({ from: fromOn, until: untilOn })}
      />
      {top.length > 0 && !q && (
        <Chart
          question="这段时间大家问得最多的是什么？"
          answer={topAnswer(top, total)}
          data={topChart(top)}
          height={Math.max(8, top.length * 1.9)}
          onDrill={({ category }) => {
            const hit = top[category];
            if (hit) open(hit);
          }}
        />
      )}
      {!q && <SavingsPanel period={period} />}
      <div className={styles.list}>
        <DataTable
          label="热点问题列表"
          columns={columns}
          rowKey={({ id }) => id}
          list={{ ...list, rows }}
          onOpen={open}
          empty={q ? `这段时间没有与“${q}”相符的热点。` : '这段时间没有人提问或搜索。'}
        />
      </div>
    </Page>
  );
}
