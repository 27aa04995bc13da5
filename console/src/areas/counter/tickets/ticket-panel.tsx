import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { api } from '../../../api/client';
import { asFailure } from '../../../api/errors';
import { keys } from '../../../api/keys';
import { ErrorResult } from '../../../components/error-result';
import { KeyButton } from '../../../components/key-button';
import { Panel } from '../../../components/panel';
import { Timeline } from '../../../components/timeline';
import { useHall } from '../../../session/hall';
import { hasRole, useMe, worksAt } from '../../../session/me';
import { myWindow, withTicket } from '../board/board-changes';
import { useBoard, useBoardCache } from '../board/use-board';
import { TicketStatusTag } from './columns';
import { TicketActs } from './ticket-acts';
import { TicketFacts } from './ticket-facts';
import styles from './tickets.module.css';

/** One ticket: what it is, its steps, and what can be done with it. */
export function TicketPanel({ ticketId, onClose }: { ticketId: string; onClose: () => void }) {
  const client = useQueryClient();
  const me = useMe();
  const hall = useHall();
  const box = useRef<HTMLDivElement>(null);
  const board = useBoard(hall.id);
  const { change } = useBoardCache(hall.id);
  const query = useQuery({
    queryKey: keys.ticket(ticketId),
    queryFn: () => api.queue.get({ params: { ticketId } }),
  });
  const isShown = query.data !== undefined;
  useEffect(() => {
    if (isShown) box.current?.focus({ preventScroll: true });
  }, [isShown]);
  if (query.error && !query.data) {
    return <ErrorResult title="没能读取这个号" error={asFailure(query.error)} onRetry={() => void query.refetch()} />;
  }
  if (!query.data) return <Skeleton />;
  const ticket = query.data;
  return (
    <div ref={box} tabIndex={-1} className={styles.box}>
      <Panel title="号票" actions={<KeyButton size="small" combo="escape" label="关闭" onClick={onClose} />}>
        <p className={styles.large}>{ticket.number}</p>
        <p>
          <TicketStatusTag status={ticket.status} />
        </p>
        {worksAt(me, ticket.hallId) && (
          <TicketActs
            of={ticket}
            myWindow={board.data && myWindow(board.data, me.id)?.window}
            onChanged={async (changed) => {
              await change((last) => withTicket(last, changed));
              await client.invalidateQueries({ queryKey: keys.ticket(ticketId) });
            }}
          />
        )}
        <TicketFacts of={ticket} />
        {hasRole(me, ['manager']) && <Link to={`/manager/records?stream=ticket:${ticketId}`}>全过程记录</Link>}
      </Panel>
      <Panel title="经过">
        <Timeline entries={ticket.timeline} />
      </Panel>
    </div>
  );
}
