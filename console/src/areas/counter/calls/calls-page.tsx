import type { CallTaskView } from '@yiyun/shared';
import type { ColumnsType } from 'antd/es/table';
import { api } from '../../../api/client';
import { keys } from '../../../api/keys';
import { useCursorList } from '../../../api/use-cursor-list';
import { Choice } from '../../../components/choice';
import { DataTable } from '../../../components/data-table/data-table';
import { focusRow } from '../../../components/data-table/focus-row';
import { SideBySide } from '../../../components/side-by-side';
import { Page } from '../../../layout/page';
import { useNow } from '../../../lib/clock';
import { saidTime } from '../../../lib/time';
import { useFilters } from '../../../lib/use-filters';
import { useHall } from '../../../session/hall';
import { AffectedStatusTag } from './affected-tag';
import { CallPanel } from './call-panel';

const columnsAt = (now: number): ColumnsType<CallTaskView> => [
  { title: '原来约在', key: 'time', render: (_, { appointment }) => saidTime(appointment.startsAt, now) },
  { title: '状态', key: 'status', render: (_, { status }) => <AffectedStatusTag status={status} /> },
  { title: '办理人', key: 'person', render: (_, { person }) => <span className="nowrap">{person.name}</span> },
  { title: '事项', key: 'matter', render: (_, { matter }) => matter.name },
  { title: '打过', key: 'calls', render: (_, { calls }) => `${calls.length} 次` },
  { title: '由谁打', key: 'caller', render: (_, { caller }) => <span className="nowrap">{caller?.name}</span> },
];
const owners = [
  { value: 'mine', label: '我的' },
  { value: 'all', label: '本厅' },
];

/** Whom a closure affects and whom no message has reached: to be called and rebooked on the phone. */
export function CallsPage() {
  const { id: hallId } = useHall();
  const now = useNow();
  const [{ owner, open }, change] = useFilters({ owner: 'all', open: '' });
  const query = { mine: owner === 'mine' || undefined };
  const list = useCursorList(keys.callList(hallId, query), (cursor) =>
    api.disruptions.callList({ params: { hallId }, query: { limit: 50, ...query, cursor } }),
  );
  const close = () => {
    change({ open: '' });
    focusRow(open);
  };
  return (
    <Page title="电话联系" lead="停办后没看到消息、或手机上没有合适时间的人；打开一位，看号码，打电话，替他改约">
      <SideBySide
        list={
          <DataTable
            label="待联系的人"
            columns={columnsAt(now)}
            rowKey={({ id }) => id}
            list={list}
            openKey={open}
            onOpen={({ id }) => change({ open: id })}
            empty={owner === 'mine' ? '没有分给您的电话。' : '没有要打的电话。'}
            toolbar={
              <Choice
                label="由谁打"
                value={owner}
                options={owners}
                onChange={(to) => change({ owner: to, open: '' })}
              />
            }
          />
        }
        side={open && <CallPanel key={open} affectedPartyId={open} hallId={hallId} onClose={close} />}
      />
    </Page>
  );
}
