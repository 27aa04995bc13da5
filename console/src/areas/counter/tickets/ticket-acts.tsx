import type { StaffTicketView, TicketAction, VersionBody, WindowStatusView } from '@yiyun/shared';
import { useState } from 'react';
import { api } from '../../../api/client';
import { useSubmit } from '../../../api/use-submit';
import { ErrorResult } from '../../../components/error-result';
import { KeyButton } from '../../../components/key-button';
import { LeaveDialog } from './park-dialog';
import styles from './tickets.module.css';

interface TicketActsProps {
  of: StaffTicketView;
  /** The window at which the person sits, if he sits. */
  myWindow?: WindowStatusView;
  onChanged: (ticket: StaffTicketView) => unknown;
}

type Direct = 'call' | 'resume' | 'return';
const words: Record<Direct, { label: string; combo: string }> = {
  call: { label: '叫这个号', combo: 'alt+k' },
  resume: { label: '继续办理', combo: 'alt+k' },
  return: { label: '过号返回排队', combo: 'alt+h' },
};

/** What can be done with a ticket that is not in one's hand: call it out of turn, go on, let it queue again, end it. */
export function TicketActs({ of, myWindow, onChanged }: TicketActsProps) {
  const { id: ticketId, version, availableActions, window } = of;
  const [isLeaving, setLeaving] = useState(false);
  const params = { ticketId };
  const act = useSubmit(
    ({ action, ...body }: VersionBody & { action: Direct }, idempotencyKey) =>
      action === 'call'
        ? api.queue.call({ params, body: { ...body, windowId: myWindow?.id ?? '' } }, { idempotencyKey })
        : api.queue[action]({ params, body }, { idempotencyKey }),
    { onDone: onChanged },
  );
  const canTake = myWindow?.state === 'open' && !myWindow.currentTicket;
  const may = (action: TicketAction) => availableActions.includes(action);
  const shown: Record<Direct, boolean> = {
    call: may('call') && canTake,
    resume: may('resume') && canTake && window?.id === myWindow?.id,
    return: may('return'),
  };
  return (
    <>
      <div className={styles.acts}>
        {(Object.keys(words) as Direct[])
          .filter((action) => shown[action])
          .map((action) => (
            <KeyButton
              key={action}
              type={action === 'call' || action === 'resume' ? 'primary' : 'default'}
              label={words[action].label}
              combo={words[action].combo}
              loading={act.isPending && act.variables.action === action}
              onClick={() => act.mutate({ action, version })}
            />
          ))}
        {may('leave') && <KeyButton label="作废" combo="alt+j" onClick={() => setLeaving(true)} />}
      </div>
      {act.error && <ErrorResult title={`没能${words[act.variables?.action ?? 'call'].label}`} error={act.error} />}
      <LeaveDialog of={of} open={isLeaving} onChanged={onChanged} onClose={() => setLeaving(false)} />
    </>
  );
}
