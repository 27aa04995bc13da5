import { useMutation } from '@tanstack/react-query';
import { isReferenceNo, type RecordEntryView, recordQueryRules } from '@yiyun/shared';
import { Input } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../../api/client';
import { asFailure } from '../../../api/errors';
import { keys } from '../../../api/keys';
import { useCursorList } from '../../../api/use-cursor-list';
import { DataTable } from '../../../components/data-table/data-table';
import { KeyButton } from '../../../components/key-button';
import { Page } from '../../../layout/page';
import { exactTime } from '../../../lib/time';
import { useFilters } from '../../../lib/use-filters';
import styles from './records-page.module.css';

const terminals: Record<string, string> = {
  weapp: '微信小程序',
  h5: '手机网页',
  console: '厅内工作台',
  system: '系统',
  other: '其他',
};

const columns: ColumnsType<RecordEntryView> = [
  { title: '序号', key: 'version', align: 'end', render: (_, { streamVersion }) => streamVersion },
  {
    title: '时间（北京时间）',
    key: 'at',
    render: (_, { at }) => <span className="nowrap">{exactTime(at).replace('（北京时间）', '')}</span>,
  },
  { title: '做了什么', key: 'text', render: (_, { text }) => text },
  { title: '谁', key: 'by', render: (_, { by }) => <span className="nowrap">{by}</span> },
  { title: '终端', key: 'terminal', render: (_, { terminal }) => terminals[terminal] ?? terminal },
  {
    title: '校验值',
    key: 'hash',
    render: (_, { entryHash }) => <code title={entryHash}>{entryHash.slice(0, 12)}…</code>,
  },
];

/** Where the thing itself can be seen. */
function subjectOf(stream: string): { to: string; label: string } | undefined {
  const [kind, id = ''] = stream.split(':');
  const places: Record<string, { to: string; label: string }> = {
    help: { to: `/counter/questions/${id}`, label: '打开这个问题' },
    case: { to: `/counter/cases/${id}`, label: '打开这个办件' },
    appointment: { to: `/counter/appointments?open=${id}`, label: '打开这个预约' },
    notice: { to: `/manager/notices/${id}`, label: '打开这份公告' },
  };
  return places[kind ?? ''];
}

/** The whole record of one thing, entry by entry, each built on the one before. */
export function RecordsPage() {
  const [{ stream }, change] = useFilters({ stream: '' });
  return (
    <Page
      title="服务记录"
      lead={stream ? <Subject stream={stream} /> : '一件事的每一步：谁、什么时候、在哪个终端做了什么'}
    >
      <StreamForm key={stream} stream={stream} onOpen={(next) => change({ stream: next })} />
      {stream && <Entries stream={stream} />}
    </Page>
  );
}

function Subject({ stream }: { stream: string }) {
  const subject = subjectOf(stream);
  return (
    <>
      <code>{stream}</code> {subject && <Link to={subject.to}>{subject.label}</Link>}
    </>
  );
}

const WHAT_TO_TYPE = '预约号、回执号或提问编号，例如 S261122-7KQ2M9；也可以是“类别:编号”形式的记录编号。';

/** Leads to a record by the number that the taxpayer has of the thing, or by the record's own. */
function StreamForm({ stream, onOpen }: { stream: string; onOpen: (stream: string) => void }) {
  const [typed, setTyped] = useState(stream);
  const [problem, setProblem] = useState<string>();
  const find = useMutation({
    mutationFn: (referenceNo: string) => api.records.find({ query: { referenceNo } }),
    onSuccess: ({ streamId }) => onOpen(streamId),
    onError: (thrown) => {
      const failure = asFailure(thrown);
      setProblem(failure.code === 'request.not_found' ? '没有这个编号，请核对。' : failure.message);
    },
  });
  const open = () => {
    const trimmed = typed.trim();
    setProblem(undefined);
    if (isReferenceNo(trimmed)) find.mutate(trimmed);
    else if (recordQueryRules.streamId.pattern.test(trimmed)) onOpen(trimmed);
    else setProblem(`编号不对，请核对。应填${WHAT_TO_TYPE}`);
  };
  return (
    <div className={styles.form}>
      <label htmlFor="stream">编号</label>
      <Input
        id="stream"
        value={typed}
        spellCheck={false}
        status={problem ? 'error' : ''}
        aria-describedby="stream-hint"
        onChange={({ target }) => setTyped(target.value)}
        onPressEnter={open}
      />
      <KeyButton label="查看记录" loading={find.isPending} onClick={open} />
      <p id="stream-hint" role={problem ? 'alert' : undefined} className={problem ? styles.wrong : styles.quiet}>
        {problem ?? WHAT_TO_TYPE}
      </p>
    </div>
  );
}

function Entries({ stream }: { stream: string }) {
  const list = useCursorList(keys.record(stream), (cursor) =>
    api.records.stream({ query: { streamId: stream, limit: 50, cursor } }),
  );
  return (
    <DataTable
      label="记录"
      columns={columns}
      rowKey={({ id }) => id}
      list={list}
      empty="没有这个编号的记录，请核对。"
    />
  );
}
