import { type BookingPolicyPreset, type BookingPolicyView, localDateOf } from '@yiyun/shared';
import type { ColumnsType } from 'antd/es/table';
import { Link, useNavigate } from 'react-router';
import { asFailure } from '../../../api/errors';
import { wholeList } from '../../../api/whole-list';
import { Choice } from '../../../components/choice';
import { DataTable } from '../../../components/data-table/data-table';
import { ErrorResult } from '../../../components/error-result';
import { KeyButton } from '../../../components/key-button';
import { Panel } from '../../../components/panel';
import { SearchBox } from '../../../components/search-box';
import { TimeText } from '../../../components/time-text';
import { Page } from '../../../layout/page';
import { useNow } from '../../../lib/clock';
import { saidDate } from '../../../lib/time';
import { useFilters } from '../../../lib/use-filters';
import styles from './policies.module.css';
import { PolicyState } from './policy-state';
import { usePolicies, usePresets } from './use-policies';

const columnsAt = (now: number): ColumnsType<BookingPolicyView> => [
  { title: '名称', key: 'title', render: (_, { title }) => title },
  { title: '状态', key: 'state', render: (_, row) => <PolicyState of={row} today={localDateOf(now)} /> },
  {
    title: '生效',
    key: 'from',
    render: (_, { effectiveFromOn }) => <span className="nowrap">{saidDate(effectiveFromOn, now)}</span>,
  },
  { title: '依据', key: 'source', render: (_, { source }) => source },
  {
    title: '发布',
    key: 'published',
    render: (_, { publishedAt }) => <TimeText at={publishedAt} absent="未发布" />,
  },
];

const statuses = [
  { value: '', label: '全部' },
  { value: 'draft', label: '草稿' },
  { value: 'published', label: '已发布' },
];

/** The rules of booking in their versions, what holds now, and what other cities do. */
export function PoliciesPage() {
  const now = useNow();
  const navigate = useNavigate();
  const [{ status, q }, change] = useFilters({ status: '', q: '' });
  const policies = usePolicies();
  const rows = policies.data?.filter(
    (row) => (status === '' || row.status === status) && `${row.title} ${row.source}`.includes(q),
  );
  const current = policies.data?.find(({ inForce }) => inForce);
  return (
    <Page
      title="预约规则"
      lead="规则是有生效日期的版本：改规则就是起草、试算、发布一个新版本；已有的预约按预约时的版本办"
      actions={
        <>
          <SearchBox label="名称或依据" value={q} onSearch={(text) => change({ q: text })} />
          <KeyButton
            type="primary"
            label="起草新规则"
            combo="alt+n"
            onClick={() => void navigate('/manager/booking-policies/new')}
          />
        </>
      }
    >
      <div className={styles.columns}>
        <DataTable
          label="规则版本"
          columns={columnsAt(now)}
          rowKey={({ id }) => id}
          list={wholeList(policies, `policies ${status} ${q}`, rows)}
          onOpen={({ id }) => void navigate(`/manager/booking-policies/${id}`)}
          empty={q ? `没有名称或依据含“${q}”的规则。` : '还没有规则。按“起草新规则”写第一份。'}
          toolbar={<Choice label="状态" value={status} options={statuses} onChange={(to) => change({ status: to })} />}
        />
        <div>
          {current && (
            <Panel title="现在的规则">
              <Sentences of={current.sentences} />
            </Panel>
          )}
          <Presets />
        </div>
      </div>
    </Page>
  );
}

/** Rules in plain words. */
export const Sentences = ({ of }: { of: readonly string[] }) => (
  <ul className={styles.sentences}>
    {of.map((sentence) => (
      <li key={sentence}>{sentence}</li>
    ))}
  </ul>
);

function Presets() {
  const presets = usePresets();
  return (
    <Panel title="各地公布的规则">
      {presets.error && (
        <ErrorResult
          title="没能读取各地的规则"
          error={asFailure(presets.error)}
          onRetry={() => void presets.refetch()}
        />
      )}
      {presets.data?.map((preset) => (
        <Preset key={preset.id} of={preset} />
      ))}
    </Panel>
  );
}

function Preset({ of: { id, title, source, sentences } }: { of: BookingPolicyPreset }) {
  return (
    <details className={styles.preset}>
      <summary>{title}</summary>
      <Sentences of={sentences} />
      <p>
        来源：{source} <Link to={`/manager/booking-policies/new?preset=${id}`}>用这一份起草</Link>
      </p>
    </details>
  );
}
