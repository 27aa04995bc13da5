import type { StaffTicketView, WindowStatusView } from '@yiyun/shared';
import { Modal } from 'antd';
import { useHall } from '../../../session/hall';
import { useMe, worksAt } from '../../../session/me';
import { ShortcutLayer } from '../../../shortcuts/use-shortcut';
import { TicketStatusTag } from './columns';
import { TicketActs } from './ticket-acts';
import { TicketFacts } from './ticket-facts';
import styles from './tickets.module.css';

interface TicketDialogProps {
  /** Undefined while nothing is open. */
  of?: StaffTicketView;
  myWindow?: WindowStatusView;
  onChanged: (ticket: StaffTicketView) => unknown;
  onClose: () => void;
}

/** A ticket above the board, with what can be done with it. It goes on following the board. */
export function TicketDialog({ of, myWindow, onChanged, onClose }: TicketDialogProps) {
  const canAct = worksAt(useMe(), useHall().id);
  return (
    <Modal title="号票" open={of !== undefined} onCancel={onClose} footer={null} width="34rem" destroyOnHidden>
      <ShortcutLayer>
        {of && (
          <>
            <p className={styles.large}>{of.number}</p>
            <p>
              <TicketStatusTag status={of.status} />
            </p>
            {canAct && <TicketActs of={of} myWindow={myWindow} onChanged={onChanged} />}
            <TicketFacts of={of} />
          </>
        )}
      </ShortcutLayer>
    </Modal>
  );
}
