import { laneNames, type StaffTicketView } from '@yiyun/shared';
import { QRCode } from 'antd';
import { PrintSheet } from '../../../components/print-sheet';
import { fullTime } from '../../../lib/time';
import styles from './ticket-paper.module.css';
import { sayEstimate } from './ticket-words';

/** What a phone opens to follow the ticket. */
export const ticketUrl = (publicToken: string): string =>
  `${window.location.origin}/m/#/packages/queue/ticket/index?token=${publicToken}`;

/** The ticket on the 80 mm roll. */
export function TicketPaper({ of, hallName }: { of: StaffTicketView; hallName: string }) {
  const { number, lane, matters, aheadCount, estimate, drawnAt, publicToken } = of;
  return (
    <article className={styles.paper}>
      <h2>{hallName}</h2>
      <strong>{number}</strong>
      <p className={styles.lane}>{laneNames[lane]}</p>
      <ul>
        {matters.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
      {aheadCount !== null && <p>前面还有 {aheadCount} 人</p>}
      {estimate?.range && <p>预计等候{sayEstimate(estimate.range)}</p>}
      <QRCode
        type="svg"
        bordered={false}
        size={150}
        value={ticketUrl(publicToken)}
        aria-label={`号票 ${number} 的二维码`}
      />
      <p>手机扫码看前面人数，快到时提醒</p>
      <p>听到叫号请到窗口；过号请到导税台</p>
      <p>{fullTime(drawnAt)} 取号，当日有效</p>
    </article>
  );
}

interface PrintTicketProps {
  of: StaffTicketView;
  hallName: string;
  onPrinted: () => void;
}

/** Sends a ticket to the printer once. */
export function PrintTicket({ of, hallName, onPrinted }: PrintTicketProps) {
  return (
    <PrintSheet key={of.id} page="size: 80mm 150mm; margin: 3mm" onPrinted={onPrinted}>
      <TicketPaper of={of} hallName={hallName} />
    </PrintSheet>
  );
}
