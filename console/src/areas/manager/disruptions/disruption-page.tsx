import { useQuery } from '@tanstack/react-query';
import { type AffectedStatus, affectedStatuses, affectedStatusNames, type DisruptionView } from '@yiyun/shared';
import { Skeleton } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../../../api/client';
import { asFailure } from '../../../api/errors';
import { keys } from '../../../api/keys';
import { useCursorList } from '../../../api/use-cursor-list';
import { Choice } from '../../../components/choice';
import { DataTable } from '../../../components/data-table/data-table';
import { ErrorResult } from '../../../components/error-result';
import { Page } from '../../../layout/page';
import { useNow } from '../../../lib/clock';
import { useFilters } from '../../../lib/use-filters';
import { affectedColumns, Progress, progressOf, sayScope, saySpan } from './columns';
import styles from './disruptions.module.css';

/** One closure: how far it is, and everybody whom it affects. */
export function DisruptionPage() {
  const { disruptionId = '' } = useParams();
  const query = useQuery({
    queryKey: keys.disruption(disruptionId),
    queryFn: () => api.disruptions.get({ params: { disruptionId } }),
    refetchInterval: ({ state }) => (state.data?.working ? 2_000 : false),
  });
  if (query.error && !query.data) {
    return (
      <Page title="停办">
        <ErrorResult title="没能读取停办" error={asFailure(query.error)} onRetry={() => void query.refetch()} />
      </Page>
    );
  }
  return query.data ? <DisruptionBody of={query.data} /> : <Skeleton />;
}

const statuses = [
  { value: '', label: '全部' },
  ...affectedStatuses.map((value) => ({ value: value as string, label: affectedStatusNames[value] })),
];

function DisruptionBody({ of }: { of: DisruptionView }) {
  const now = useNow();
  const navigate = useNavigate();
  const [{ status }, change] = useFilters({ status: '' });
  const filter = { status: (status as AffectedStatus) || undefined };
  const list = useCursorList(keys.affected(of.id, filter), (cursor) =>
    api.disruptions.affected({ params: { disruptionId: of.id }, query: { limit: 50, ...filter, cursor } }),
  );
  const { all, settled } = progressOf(of);
  return (
    <Page
      title={`${of.hall.name}停办`}
      lead={
        <span className={styles.lead}>
          <Progress of={of} />
          <span>{saySpan(of, now)}</span>
          <span>
            {sayScope(of)} · {of.reason} · {of.createdBy}登记
          </span>
          <Link to="/manager/disruptions">所有停办</Link>
        </span>
      }
    >
      <section className={styles.counts} aria-label="进展" aria-live="polite">
        <p>
          <strong>
            {settled} / {all}
          </strong>
          人已落实
        </p>
        {affectedStatuses.map((state) => (
          <button
            key={state}
            type="button"
            aria-pressed={status === state}
            onClick={() => change({ status: status === state ? '' : state })}
          >
            <strong>{of.counts[state]}</strong>
            {affectedStatusNames[state]}
          </button>
        ))}
      </section>
      <DataTable
        label="受影响的人"
        columns={affectedColumns(now)}
        rowKey={({ id }) => id}
        list={list}
        onOpen={({ appointment, chosenAppointmentId }) =>
          void navigate(`/counter/appointments?open=${chosenAppointmentId ?? appointment.id}`)
        }
        empty={of.working ? '正在安排，稍后就有。' : status ? '没有人在这个状态。' : '没有人受影响。'}
        toolbar={<Choice label="状态" value={status} options={statuses} onChange={(to) => change({ status: to })} />}
      />
    </Page>
  );
}
