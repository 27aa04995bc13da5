import { laneNames, priorityReasonNames, type StaffTicketView, type TicketSource } from '@yiyun/shared';
import { Link } from 'react-router';
import { type Fact, Facts } from '../../../components/facts';
import { TimeText } from '../../../components/time-text';
import { clockTime } from '../../../lib/time';
import { sayEstimate, sayMatters } from './ticket-words';
import styles from './tickets.module.css';

export const sourceNames: Record<TicketSource, string> = {
  appointment: '预约签到',
  walkIn: '导税台取号',
  kiosk: '自助取号',
  paper: '纸质号补录',
};

/** What is known of a ticket. */
export function TicketFacts({ of }: { of: StaffTicketView }) {
  const { lane, priorityReason, person, appointment, window, estimate, aheadCount, transfers } = of;
  const facts: Fact[] = [
    { label: '事项', value: sayMatters(of) },
    { label: '通道', value: `${laneNames[lane]}${priorityReason ? `（${priorityReasonNames[priorityReason]}）` : ''}` },
    { label: '办理人', value: person && `${person.name} ${person.maskedPhone}` },
    { label: '来源', value: sourceNames[of.source] },
    { label: '取号', value: <TimeText at={of.drawnAt} /> },
  ];
  if (aheadCount !== null) facts.push({ label: '前面人数', value: `${aheadCount} 人` });
  if (estimate) facts.push({ label: '预计等候', value: `${sayEstimate(estimate.range)}（${estimate.source}）` });
  if (of.reservedFor) facts.push({ label: '指定由', value: of.reservedFor });
  if (of.parkedReason) facts.push({ label: '暂放原因', value: of.parkedReason });
  if (of.calledAt !== null) facts.push({ label: '叫号', value: <TimeText at={of.calledAt} /> });
  if (window) facts.push({ label: '窗口', value: window.label });
  if (of.startedAt !== null) facts.push({ label: '开始', value: <TimeText at={of.startedAt} /> });
  if (of.endedAt !== null) facts.push({ label: '结束', value: <TimeText at={of.endedAt} /> });
  if (of.missedCount > 0) facts.push({ label: '过号', value: `${of.missedCount} 次` });
  if (appointment) {
    const to = `/counter/appointments?open=${appointment.id}`;
    facts.push({ label: '预约', value: <Link to={to}>{clockTime(appointment.startsAt)} 的预约</Link> });
  }
  if (transfers.length > 0) {
    const handed = (
      <ol className={styles.handed}>
        {transfers.map(({ at, from, to, reason }) => (
          <li key={at}>
            {clockTime(at)} {from} → {to}：{reason}
          </li>
        ))}
      </ol>
    );
    facts.push({ label: '转办', value: handed });
  }
  return <Facts facts={facts} />;
}
