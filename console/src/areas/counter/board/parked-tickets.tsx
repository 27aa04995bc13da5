import type { StaffTicketView } from '@yiyun/shared';
import { Button } from 'antd';
import styles from './my-window.module.css';

/** Tickets put aside at one's window, and why; one press opens one. */
export function ParkedTickets({ tickets, onOpen }: { tickets: StaffTicketView[]; onOpen: (id: string) => void }) {
  if (tickets.length === 0) return null;
  return (
    <div className={styles.parked}>
      <h3>暂放 {tickets.length} 位</h3>
      <ul>
        {tickets.map(({ id, number, parkedReason }) => (
          <li key={id}>
            <Button size="small" onClick={() => onOpen(id)}>
              {number}
            </Button>
            <span>{parkedReason}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
