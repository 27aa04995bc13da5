import { laneNames, type StaffTicketView } from '@yiyun/shared';
import { Checkbox, QRCode } from 'antd';
import { KeyButton } from '../../../components/key-button';
import { Panel } from '../../../components/panel';
import { ticketUrl } from '../tickets/ticket-paper';
import { sayEstimate, sayMatters } from '../tickets/ticket-words';
import styles from './desk.module.css';

interface DrawnTicketProps {
  of?: StaffTicketView;
  isAuto: boolean;
  onAuto: (isOn: boolean) => void;
  onPrint: () => void;
  isPrinting: boolean;
}

/** The number that was drawn last, to be read aloud, scanned or printed once more. */
export function DrawnTicket({ of, isAuto, onAuto, onPrint, isPrinting }: DrawnTicketProps) {
  return (
    <Panel
      title="刚取的号"
      actions={
        <Checkbox checked={isAuto} onChange={({ target }) => onAuto(target.checked)}>
          取号就打印
        </Checkbox>
      }
    >
      <div role="status" className={styles.drawn}>
        {of ? (
          <>
            <strong>{of.number}</strong>
            <p>
              {laneNames[of.lane]} · {sayMatters(of)}
            </p>
            {of.aheadCount !== null && <p>前面 {of.aheadCount} 人</p>}
            {of.estimate && (
              <p>
                预计等候{sayEstimate(of.estimate.range)}
                <small>{of.estimate.source}</small>
              </p>
            )}
            <div className={styles.code}>
              <QRCode
                type="svg"
                bordered={false}
                size={112}
                value={ticketUrl(of.publicToken)}
                aria-label={`号票 ${of.number} 的二维码`}
              />
              <p>没有纸也可以：请纳税人用手机扫这个码，看前面还有几人。</p>
            </div>
            <KeyButton label="再打印一张" combo="f8" disabled={isPrinting} onClick={onPrint} />
          </>
        ) : (
          <p className={styles.quiet}>还没有取号。签到或现场取号后，号码会大字显示在这里。</p>
        )}
      </div>
    </Panel>
  );
}
