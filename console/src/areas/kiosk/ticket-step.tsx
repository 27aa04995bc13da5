import { laneNames, type StaffTicketView } from '@yiyun/shared';
import { QRCode } from 'antd';
import { ticketUrl } from '../counter/tickets/ticket-paper';
import { sayEstimate } from '../counter/tickets/ticket-words';
import styles from './kiosk.module.css';
import { Question } from './question';

/** The number, large, while the paper comes out. */
export function TicketStep({ of, onDone }: { of: StaffTicketView; onDone: () => void }) {
  return (
    <>
      <Question>请取号票</Question>
      <div className={styles.ticket}>
        <div>
          <strong>{of.number}</strong>
          <p>{laneNames[of.lane]}</p>
          {of.aheadCount !== null && <p>前面还有 {of.aheadCount} 人</p>}
          {of.estimate?.range && <p>预计等候{sayEstimate(of.estimate.range)}</p>}
        </div>
        <div>
          <QRCode
            type="svg"
            bordered={false}
            size={220}
            value={ticketUrl(of.publicToken)}
            aria-label={`号票 ${of.number} 的二维码`}
          />
          <p>手机扫一下，随时看排到哪了</p>
        </div>
      </div>
      <button type="button" className={styles.go} onClick={onDone}>
        好了
      </button>
    </>
  );
}
