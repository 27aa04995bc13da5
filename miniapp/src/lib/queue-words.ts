import {
  type HallLoadView,
  laneNames,
  type MatterGroup,
  matterGroups,
  type TicketStatus,
  ticketStatusNames,
  type WaitEstimateView,
  type WaitRange,
} from '@yiyun/shared';
import type { Tone } from '@/components';

export const ticketTones: Record<TicketStatus, Tone> = {
  waiting: 'waiting',
  called: 'attention',
  serving: 'underway',
  parked: 'waiting',
  missed: 'failed',
  done: 'done',
  left: 'off',
};

/** Of a day's tickets those for which there is still something to wait for. */
export const isLiveTicket = ({ status }: { status: TicketStatus }): boolean => !['done', 'left'].includes(status);

/** '不用等', '大约 10 分钟', '大约 10–20 分钟': half wait less than the first, four in five less than the second. */
export function sayRange({ p50Minutes, p80Minutes }: WaitRange): string {
  if (p80Minutes < 1) return '不用等';
  const [from, to] = [Math.round(p50Minutes), Math.round(p80Minutes)];
  return from >= to || from < 1 ? `大约 ${to} 分钟以内` : `大约 ${from}–${to} 分钟`;
}

/** The wait, or that nobody knows it. */
export const sayWait = ({ range }: WaitEstimateView): string => (range ? sayRange(range) : '等候时间未知');

/**
 * One line on how full a hall is: '现在 12 人在等 · 3 个窗口在办 · 大约 20–35 分钟'. The wait is that of the group, or of
 * each when it is open what somebody comes for.
 */
export function sayLoad(load: HallLoadView, group?: MatterGroup): string {
  if (!load.open) return '现在不办公';
  const waiting = load.waiting === 0 ? '现在没有人在等' : `现在 ${load.waiting} 人在等`;
  const windows = load.openWindows === 0 ? '没有窗口在办' : `${load.openWindows} 个窗口在办`;
  return [waiting, windows, sayLoadWait(load, group)].join(' · ');
}

function sayLoadWait({ estimates }: HallLoadView, group: MatterGroup | undefined): string {
  if (group) return sayWait(estimates[group]);
  const known = matterGroups.filter((one) => estimates[one].range !== null);
  if (known.length === 0) return '等候时间未知';
  return known.map((one) => `${laneNames[one]}${sayWait(estimates[one])}`).join(' · ');
}

/** What a ticket's number should be followed by: '前面还有 3 位', '请到 3 号窗口', … */
export function sayPlace(ticket: {
  status: TicketStatus;
  aheadCount: number | null;
  window: { label: string } | null;
}): string {
  const { status, aheadCount } = ticket;
  const label = ticket.window?.label ?? '窗口';
  switch (status) {
    case 'waiting':
      if (aheadCount === null) return ticketStatusNames.waiting;
      return aheadCount === 0 ? '下一位就是您' : `前面还有 ${aheadCount} 位`;
    case 'called':
      return `请到${label}`;
    case 'serving':
      return `正在${label}办理`;
    case 'parked':
      return `暂放，稍后回${label}继续`;
    case 'missed':
      return '已过号，请到导税台';
    case 'done':
      return '已办完';
    case 'left':
      return '号已作废';
  }
}
