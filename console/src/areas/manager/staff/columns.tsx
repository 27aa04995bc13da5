import type { StaffView } from '@yiyun/shared';
import type { ColumnsType } from 'antd/es/table';
import { StatusTag } from '../../../components/status-tag';
import { TimeText } from '../../../components/time-text';
import { roleNames } from '../../../session/me';

/** Whether the account can be used now, as a word in a shape. */
export function StaffState({ of: { active, lockedUntil }, now }: { of: StaffView; now: number }) {
  if (!active) return <StatusTag tone="ended">已停用</StatusTag>;
  if (lockedUntil !== null && lockedUntil > now) return <StatusTag tone="attention">暂时锁定</StatusTag>;
  return <StatusTag tone="done">启用</StatusTag>;
}

/** How a list shows staff; `hallName` gives a hall's name by its id. */
export const staffColumns = (hallName: (id: string) => string, now: number): ColumnsType<StaffView> => [
  { title: '姓名', key: 'name', render: (_, { name }) => <span className="nowrap">{name}</span> },
  { title: '账号', key: 'account', render: (_, { account }) => account },
  { title: '状态', key: 'state', render: (_, row) => <StaffState of={row} now={now} /> },
  { title: '角色', key: 'roles', render: (_, { roles }) => roles.map((role) => roleNames[role]).join('、') },
  { title: '办税服务厅', key: 'halls', render: (_, { hallIds }) => hallIds.map(hallName).join('、') || '无' },
  { title: '最近登录', key: 'lastSignInAt', render: (_, row) => <TimeText at={row.lastSignInAt} absent="从未登录" /> },
];
