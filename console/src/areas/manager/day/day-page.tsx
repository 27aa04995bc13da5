import { useQuery } from '@tanstack/react-query';
import { type DaySummaryView, laneNames, localDateOf } from '@yiyun/shared';
import { Skeleton } from 'antd';
import { Link, useNavigate } from 'react-router';
import { api } from '../../../api/client';
import { asFailure } from '../../../api/errors';
import { keys } from '../../../api/keys';
import { Chart } from '../../../components/chart/chart';
import { DayPicker } from '../../../components/day-picker';
import { ErrorResult } from '../../../components/error-result';
import { Panel } from '../../../components/panel';
import { Page } from '../../../layout/page';
import { useNow } from '../../../lib/clock';
import { saidDate } from '../../../lib/time';
import { useFilters } from '../../../lib/use-filters';
import { useHall } from '../../../session/hall';
import styles from './day.module.css';
import { crowdAnswer, crowdChart, rateAnswer, rateChart, waitAnswer, waitChart } from './day-charts';

/** What a day of a hall was like; every number opens the records behind it. */
export function DayPage() {
  const now = useNow();
  const today = localDateOf(now);
  const hall = useHall();
  const [{ on }, change] = useFilters({ on: today });
  const day = useQuery({
    queryKey: keys.day(hall.id, on),
    queryFn: () => api.queue.day({ params: { hallId: hall.id }, query: { on } }),
    refetchInterval: on === today ? 60_000 : false,
  });
  return (
    <Page
      title="一天的情况"
      lead={`${hall.name}，${saidDate(on, now)}${on === today ? '到现在' : ''}`}
      actions={<DayPicker on={on} today={today} onChange={(next) => change({ on: next })} />}
    >
      {day.error && (
        <ErrorResult title="没能读取这一天" error={asFailure(day.error)} onRetry={() => void day.refetch()} />
      )}
      {day.isPending && <Skeleton />}
      {day.data && <Day of={day.data} />}
    </Page>
  );
}

function Day({ of }: { of: DaySummaryView }) {
  const navigate = useNavigate();
  const toTickets = (filter: string) => void navigate(`/counter/tickets?on=${of.on}${filter}`);
  return (
    <>
      <Figures of={of} />
      <div className={styles.charts}>
        <Chart
          question="窗口开得够不够？"
          answer={rateAnswer(of)}
          data={rateChart(of)}
          height={13}
          onDrill={() => toTickets('')}
        />
        <Chart
          question="什么时候最挤？"
          answer={crowdAnswer(of)}
          data={crowdChart(of)}
          height={13}
          onDrill={() => toTickets('')}
        />
        <Chart
          question="大家等了多久？"
          answer={waitAnswer(of)}
          data={waitChart(of)}
          height={13}
          onDrill={({ category }) => toTickets(`&lane=${of.waitMinutes[category]?.lane ?? ''}`)}
        />
      </div>
      <Tables of={of} />
    </>
  );
}

function Figures({ of: { on, drawn, served, missed, left, appointments } }: { of: DaySummaryView }) {
  const figures = [
    { label: '取号', count: drawn, to: `/counter/tickets?on=${on}` },
    { label: '办完', count: served, to: `/counter/tickets?on=${on}&status=done` },
    { label: '过号没回来', count: missed, to: `/counter/tickets?on=${on}&status=missed` },
    { label: '离开', count: left, to: `/counter/tickets?on=${on}&status=left` },
    { label: '预约', count: appointments.booked, to: `/counter/appointments?on=${on}` },
    { label: '到厅', count: appointments.came, to: `/counter/appointments?on=${on}&status=completed` },
    { label: '爽约', count: appointments.noShow, to: `/counter/appointments?on=${on}&status=noShow` },
    { label: '取消', count: appointments.cancelled, to: `/counter/appointments?on=${on}&status=cancelled` },
  ];
  return (
    <section className={styles.figures} aria-label="这一天的数字">
      {figures.map(({ label, count, to }) => (
        <Link key={label} to={to}>
          <strong>{count}</strong>
          {label}
        </Link>
      ))}
    </section>
  );
}

function Tables({ of: { windows, serviceMinutes, waitMinutes, on } }: { of: DaySummaryView }) {
  return (
    <div className={styles.tables}>
      <Panel title="每个窗口开了多久，办了多少？">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">窗口</th>
              <th scope="col">开着（分钟）</th>
              <th scope="col">应开（分钟）</th>
              <th scope="col">办了</th>
            </tr>
          </thead>
          <tbody>
            {windows.map(({ label, openMinutes, rosteredMinutes, served }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{openMinutes}</td>
                <td>{rosteredMinutes}</td>
                <td>
                  <Link to={`/counter/tickets?on=${on}&status=done`}>{served}</Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
      <Panel title="每个事项办多久？">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">事项</th>
              <th scope="col">办了</th>
              <th scope="col">一半不超过（分钟）</th>
            </tr>
          </thead>
          <tbody>
            {serviceMinutes.map(({ matterName, count, median }) => (
              <tr key={matterName}>
                <th scope="row">{matterName}</th>
                <td>{count}</td>
                <td>{median}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {serviceMinutes.length === 0 && <p>还没有办完的号。</p>}
      </Panel>
      <Panel title="谁等得超过了上限？">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">通道</th>
              <th scope="col">最久（分钟）</th>
              <th scope="col">超上限</th>
            </tr>
          </thead>
          <tbody>
            {waitMinutes.map(({ lane, longest, overBound }) => (
              <tr key={lane}>
                <th scope="row">
                  <Link to={`/counter/tickets?on=${on}&lane=${lane}`}>{laneNames[lane]}</Link>
                </th>
                <td>{longest}</td>
                <td>{overBound} 人</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
    </div>
  );
}
