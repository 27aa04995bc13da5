import { useQuery } from '@tanstack/react-query';
import { type HotQuestionEntryView, localDateOf, sayReferenceNo } from '@yiyun/shared';
import type { ColumnsType } from 'antd/es/table';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../../../api/client';
import { keys } from '../../../api/keys';
import { useCursorList } from '../../../api/use-cursor-list';
import { Chart } from '../../../components/chart/chart';
import { DataTable } from '../../../components/data-table/data-table';
import { StatusTag } from '../../../components/status-tag';
import { TimeText } from '../../../components/time-text';
import { Page } from '../../../layout/page';
import { useNow } from '../../../lib/clock';
import { trendAnswer, trendChart } from './hot-chart';
import styles from './hot-questions.module.css';
import { usePeriod } from './use-period';

const columns: ColumnsType<HotQuestionEntryView> = [
  { title: '时间', key: 'at', render: (_, { at }) => <TimeText at={at} /> },
  { title: '方式', key: 'kind', render: (_, { kind }) => (kind === 'question' ? '提问' : '搜索') },
  { title: '原话', key: 'text', render: (_, { text }) => text },
  { title: '结果', key: 'result', render: (_, row) => <Result of={row} /> },
  {
    title: '编号',
    key: 'referenceNo',
    render: (_, { referenceNo }) => referenceNo && <span className="nowrap">{sayReferenceNo(referenceNo)}</span>,
  },
];

function Result({ of: { kind, answered, resultCount } }: { of: HotQuestionEntryView }) {
  if (kind === 'question') {
    return <StatusTag tone={answered ? 'done' : 'attention'}>{answered ? '已答复' : '未答复'}</StatusTag>;
  }
  return (
    <StatusTag tone={resultCount ? 'done' : 'attention'}>
      {resultCount ? `搜到 ${resultCount} 条答案` : '没有搜到答案'}
    </StatusTag>
  );
}

/** One hot question: whether it grows, and the questions themselves; each question opens its record. */
export function HotQuestionPage() {
  const { clusterId = '' } = useParams();
  const navigate = useNavigate();
  const now = useNow();
  const { period, search } = usePeriod();
  const ranking = useQuery({
    queryKey: keys.hotQuestions({ ...period, limit: 100 }),
    queryFn: () => api.insights.hotQuestions({ query: { ...period, limit: 100 } }),
  });
  const hot = ranking.data?.items.find(({ id }) => id === clusterId);
  const list = useCursorList(keys.hotQuestionEntries(clusterId, period), (cursor) =>
    api.insights.hotQuestionEntries({ params: { clusterId }, query: { ...period, limit: 50, cursor } }),
  );
  return (
    <Page
      title={hot?.name ?? '热点问题'}
      lead={
        <span className={styles.lead}>
          <span className="tabular">
            {period.fromOn} 到 {period.untilOn}
          </span>
          {hot && <span>{`${hot.count} 次：提问 ${hot.questions}，搜索 ${hot.searches}`}</span>}
          {hot && (
            <StatusTag tone={hot.coveredBy ? 'done' : 'attention'}>
              {hot.coveredBy ? `知识库：${hot.coveredBy.question}` : '知识库还没有答案'}
            </StatusTag>
          )}
          <Link to={`/manager/hot-questions${search}`}>所有热点问题</Link>
        </span>
      }
    >
      {hot && hot.trend.length > 1 && (
        <Chart
          question="这个问题是越来越多，还是越来越少？"
          answer={trendAnswer(hot, localDateOf(now))}
          data={trendChart(hot)}
          height={13}
        />
      )}
      <div className={styles.list}>
        <DataTable
          label="每一次提问和搜索"
          columns={columns}
          rowKey={({ id }) => id}
          list={list}
          canOpen={({ helpRequestId }) => helpRequestId !== null}
          onOpen={({ helpRequestId }) => void navigate(`/manager/records?stream=help:${helpRequestId}`)}
          empty="这段时间没有这个问题的提问和搜索。"
          toolbar={<span className={styles.quiet}>按回车或点一条提问，看它的全过程记录；搜索没有留下个人记录</span>}
        />
      </div>
    </Page>
  );
}
