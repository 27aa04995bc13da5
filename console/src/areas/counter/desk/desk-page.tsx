import { useQueryClient } from '@tanstack/react-query';
import type { StaffTicketView } from '@yiyun/shared';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { keys } from '../../../api/keys';
import { KeyButton } from '../../../components/key-button';
import { Page } from '../../../layout/page';
import { useHall } from '../../../session/hall';
import { PrintTicket } from '../tickets/ticket-paper';
import { useAutoPrint } from './auto-print';
import { CheckInPanel } from './check-in-panel';
import styles from './desk.module.css';
import { DrawnTicket } from './drawn-ticket';
import { WalkInPanel } from './walk-in-panel';

/** The desk at the door: check in who has an appointment, give a number to who has none. */
export function DeskPage() {
  const hall = useHall();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [isAuto, setAuto] = useAutoPrint();
  const [drawn, setDrawn] = useState<StaffTicketView>();
  const [printing, setPrinting] = useState<StaffTicketView>();
  const scan = useRef<{ focus: () => void }>(null);
  const show = async (ticket: StaffTicketView) => {
    setDrawn(ticket);
    if (isAuto) setPrinting(ticket);
    scan.current?.focus();
    await client.invalidateQueries({ queryKey: keys.board(hall.id) });
    await client.invalidateQueries({ queryKey: ['appointment', hall.id] });
  };
  return (
    <Page
      title="导税台"
      lead={`${hall.name}，扫码枪随时可以扫预约码`}
      actions={
        <>
          <KeyButton label="代人预约" combo="alt+b" onClick={() => void navigate('/counter/desk/book')} />
          <KeyButton label="纸质号" combo="alt+p" onClick={() => void navigate('/counter/desk/paper')} />
          <KeyButton label="自助取号机" onClick={() => window.open(`/console/kiosk/${hall.id}`, '_blank')} />
          <KeyButton label="叫号屏" onClick={() => window.open(`/console/screen/${hall.id}`, '_blank')} />
        </>
      }
    >
      <div className={styles.columns}>
        <CheckInPanel hallId={hall.id} field={scan} onDrawn={show} />
        <WalkInPanel hallId={hall.id} onDrawn={show} />
        <DrawnTicket
          of={drawn}
          isAuto={isAuto}
          onAuto={setAuto}
          onPrint={() => setPrinting(drawn)}
          isPrinting={printing !== undefined}
        />
      </div>
      {printing && <PrintTicket of={printing} hallName={hall.name} onPrinted={() => setPrinting(undefined)} />}
    </Page>
  );
}
