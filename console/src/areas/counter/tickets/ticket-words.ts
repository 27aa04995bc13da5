import { laneNames, MINUTE_MS, type StaffTicketView, type TicketView } from '@yiyun/shared';
import type { StatusTone } from '../../../components/status-tag';

/** Minutes before its bound from which on a ticket calls for attention. */
const CLOSE_MINUTES = 5;

/** How long somebody has waited, in whole minutes; `now` in epoch ms. */
export const waitedMinutes = ({ drawnAt }: Pick<TicketView, 'drawnAt'>, now: number): number =>
  Math.max(0, Math.floor((now - drawnAt) / MINUTE_MS));

/** What is left until the bound of the lane; `readAt` is when `boundInMinutes` was true. */
export function sayBound(
  { boundInMinutes }: Pick<StaffTicketView, 'boundInMinutes'>,
  readAt: number,
  now: number,
): { text: string; tone?: StatusTone } {
  if (boundInMinutes === null) return { text: '' };
  const left = boundInMinutes - Math.floor(Math.max(0, now - readAt) / MINUTE_MS);
  if (left < 0) return { text: `已超 ${-left} 分`, tone: 'failed' };
  if (left <= CLOSE_MINUTES) return { text: `还有 ${left} 分到上限`, tone: 'attention' };
  return { text: `${left} 分` };
}

/** The matters of a ticket in one line. */
export const sayMatters = ({ matters }: Pick<TicketView, 'matters'>): string =>
  matters.map(({ name }) => name).join('、');

/** Why and how it waits: 绿色通道, 预约 09:30 …; the lane alone where there is nothing more. */
export const sayLane = ({ lane }: Pick<TicketView, 'lane'>): string => laneNames[lane];

/** The estimate in words; what it was computed from stands in `source`. */
export function sayEstimate(range: { p50Minutes: number; p80Minutes: number } | null): string {
  if (!range) return '没有窗口办理，等候不详';
  const { p50Minutes, p80Minutes } = range;
  if (p50Minutes === 0) return `不到 ${Math.max(1, p80Minutes)} 分钟`;
  return p50Minutes === p80Minutes ? `约 ${p80Minutes} 分钟` : `约 ${p50Minutes}–${p80Minutes} 分钟`;
}
