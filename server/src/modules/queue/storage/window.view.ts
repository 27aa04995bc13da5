import type { WindowStatusView } from '@yiyun/shared';
import type { ServiceWindow } from '../../halls/index.js';
import type { TicketRow } from './ticket.entities.js';
import type { WindowStatusRow } from './window.entities.js';

export interface WindowParts {
  officerName: string | undefined;
  rostered: boolean;
  ticket: TicketRow | undefined;
  served: number;
}

export function windowStatusViewOf(
  window: ServiceWindow,
  status: WindowStatusRow | undefined,
  { officerName, rostered, ticket, served }: WindowParts,
): WindowStatusView {
  const isStaffed = status !== undefined && status.state !== 'closed' && status.staffId !== null;
  return {
    id: window.id,
    label: window.label,
    skills: [...window.skills],
    servesComplex: window.servesComplex,
    state: status?.state ?? 'closed',
    reason: status?.reason ?? null,
    since: status?.sinceAt ?? null,
    officer: isStaffed ? { id: status.staffId as string, name: officerName ?? '' } : null,
    rostered,
    currentTicket: ticket
      ? {
          id: ticket.id,
          number: ticket.number,
          status: ticket.status,
          sinceAt: ticket.startedAt ?? ticket.calledAt ?? ticket.drawnAt,
        }
      : null,
    servedToday: served,
  };
}
