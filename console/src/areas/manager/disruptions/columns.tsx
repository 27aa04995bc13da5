import {
  type AffectedStatus,
  type AffectedView,
  affectedStatuses,
  type DisruptionView,
  sayReferenceNo,
} from '@yiyun/shared';
import type { ColumnsType } from 'antd/es/table';
import { StatusTag } from '../../../components/status-tag';
import { TimeText } from '../../../components/time-text';
import { clockTime, saidTime } from '../../../lib/time';
import { AffectedStatusTag } from '../../counter/calls/affected-tag';

const groupNames = { simple: '简易事项', complex: '复杂事项' } as const;

/** What is closed: the whole hall, or a group of matters. */
export const sayScope = ({ scope, group }: Pick<DisruptionView, 'scope' | 'group'>): string =>
  scope === 'group' && group ? groupNames[group] : '全厅';

/** From when until when; the day is said once. */
export function saySpan({ fromAt, untilAt }: Pick<DisruptionView, 'fromAt' | 'untilAt'>, now: number): string {
  const isSameDay =
    untilAt - fromAt < 86_400_000 && saidTime(untilAt, now).split(' ')[0] === saidTime(fromAt, now).split(' ')[0];
  return `${saidTime(fromAt, now)}–${isSameDay ? clockTime(untilAt) : saidTime(untilAt, now)}`;
}

/** Everybody who is affected, and those for whom nothing is left to do. */
export function progressOf({ counts }: Pick<DisruptionView, 'counts'>): { all: number; settled: number } {
  const settledStates: readonly AffectedStatus[] = ['chosen', 'declined', 'unreachable'];
  const sum = (states: readonly AffectedStatus[]) => states.reduce((total, state) => total + counts[state], 0);
  return { all: sum(affectedStatuses), settled: sum(settledStates) };
}

export const disruptionColumns = (now: number): ColumnsType<DisruptionView> => [
  { title: '停办时间', key: 'span', render: (_, row) => <span className="nowrap">{saySpan(row, now)}</span> },
  { title: '办税服务厅', key: 'hall', render: (_, { hall }) => hall.name },
  { title: '范围', key: 'scope', render: (_, row) => sayScope(row) },
  { title: '原因', key: 'reason', render: (_, { reason }) => reason },
  { title: '进展', key: 'progress', render: (_, row) => <Progress of={row} /> },
  { title: '登记', key: 'created', render: (_, { createdAt }) => <TimeText at={createdAt} /> },
];

/** How far it is: preparing, people to call, or everybody settled. */
export function Progress({ of }: { of: DisruptionView }) {
  const { all, settled } = progressOf(of);
  if (all === 0) return <StatusTag tone="done">没有人受影响</StatusTag>;
  if (of.working) return <StatusTag tone="working">正在安排，{all} 人</StatusTag>;
  if (of.counts.toCall > 0) return <StatusTag tone="attention">待打电话 {of.counts.toCall} 人</StatusTag>;
  if (settled < all) return <StatusTag tone="waiting">{`已落实 ${settled} / ${all} 人`}</StatusTag>;
  return <StatusTag tone="done">{all} 人全部落实</StatusTag>;
}

export const affectedColumns = (now: number): ColumnsType<AffectedView> => [
  { title: '状态', key: 'status', render: (_, { status }) => <AffectedStatusTag status={status} /> },
  { title: '办理人', key: 'person', render: (_, { person }) => `${person.name} ${person.maskedPhone}` },
  { title: '原来约在', key: 'time', render: (_, { appointment }) => saidTime(appointment.startsAt, now) },
  { title: '事项', key: 'matter', render: (_, { matter }) => matter.name },
  {
    title: '改约方案',
    key: 'alternatives',
    render: (_, { alternatives, status }) => (status === 'offered' ? `${alternatives.length} 个` : ''),
  },
  { title: '看过', key: 'read', render: (_, { readAt }) => <TimeText at={readAt} absent="没看" /> },
  {
    title: '电话',
    key: 'calls',
    render: (_, { caller, calls }) => (caller ? `${caller.name}，打了 ${calls.length} 次` : ''),
  },
  {
    title: '预约号',
    key: 'referenceNo',
    render: (_, { appointment }) => <span className="nowrap">{sayReferenceNo(appointment.referenceNo)}</span>,
  },
];
