import {
  availableActions,
  type LiveTicketView,
  MINUTE_MS,
  maskName,
  maskPhone,
  type StaffTicketView,
  type TicketAction,
  type TicketView,
  ticketMoves,
} from '@yiyun/shared';
import type { PersonalData } from '../../../platform/crypto/personal-data.js';
import type { Hall } from '../../halls/index.js';
import type { Matter } from '../../matters/index.js';
import type { BookedVisit } from '../appointment-arrivals.js';
import type { Outlook } from '../domain/hall-state.js';
import type { TicketRow } from './ticket.entities.js';

/** What a view needs besides the row; all of it from memory or one look-up a page. */
export interface TicketParts {
  hall: Hall;
  matters: readonly Matter[];
  /** Of a waiting ticket. */
  outlook: Outlook | undefined;
}
export interface StaffTicketParts extends TicketParts {
  now: number;
  visit: BookedVisit | undefined;
  staffNames: ReadonlyMap<string, string>;
  personalData: Pick<PersonalData, 'open'>;
  mayAct: boolean;
}

const windowOf = (hall: Hall, windowId: string | null): TicketView['window'] => {
  const found = hall.windows.find(({ id }) => id === windowId);
  return found ? { id: found.id, label: found.label } : null;
};

export function ticketViewOf(row: TicketRow, { hall, matters, outlook }: TicketParts): TicketView {
  return {
    id: row.id,
    number: row.number,
    hallId: row.hallId,
    on: row.onDay,
    source: row.source,
    lane: row.lane,
    priorityReason: row.priorityReason,
    status: row.status,
    version: row.version,
    matters: matters.map(({ id, name, group }) => ({ id, name, group })),
    drawnAt: row.drawnAt,
    calledAt: row.calledAt,
    startedAt: row.startedAt,
    endedAt: row.endedAt,
    window: windowOf(hall, row.windowId),
    aheadCount: outlook?.aheadCount ?? null,
    estimate: outlook?.estimate ?? null,
    publicToken: row.publicToken,
  };
}

export function staffTicketViewOf(row: TicketRow, parts: StaffTicketParts): StaffTicketView {
  const { hall, visit, now, personalData, mayAct } = parts;
  return {
    ...ticketViewOf(row, parts),
    person: personOf(row, visit, personalData),
    appointment: visit
      ? { id: visit.id, referenceNo: visit.referenceNo, startsAt: visit.startsAt, note: visit.note }
      : null,
    caseIds: visit?.caseId ? [visit.caseId, ...row.caseIds] : row.caseIds,
    boundInMinutes: row.status === 'waiting' ? Math.floor((row.boundAt - now) / MINUTE_MS) : null,
    missedCount: row.missedCount,
    parkedReason: row.status === 'parked' && row.reasonSealed !== null ? personalData.open(row.reasonSealed) : null,
    reservedFor: reservedFor(row, hall, parts.staffNames),
    transfers: row.transfers.map(({ at, from, to, reasonSealed }) => ({
      at,
      from,
      to,
      reason: reasonSealed === null ? '' : personalData.open(reasonSealed),
    })),
    availableActions: mayAct ? availableActions(ticketMoves, row.status, 'officer') : ([] as TicketAction[]),
  };
}

export function liveTicketViewOf(
  row: TicketRow,
  parts: TicketParts,
  { notifyWhenNear, updatedAt }: Pick<LiveTicketView, 'notifyWhenNear' | 'updatedAt'>,
): LiveTicketView {
  const { id, name, address } = parts.hall;
  return {
    ...ticketViewOf(row, parts),
    hall: { id, name, address },
    supportingDocuments: [...new Set(parts.matters.flatMap(({ supportingDocuments }) => supportingDocuments))],
    notifyWhenNear,
    recallCount: row.recallCount,
    updatedAt,
  };
}

function personOf(
  row: TicketRow,
  visit: BookedVisit | undefined,
  personalData: Pick<PersonalData, 'open'>,
): StaffTicketView['person'] {
  if (visit) return { name: maskName(visit.name), maskedPhone: visit.maskedPhone };
  if (row.nameSealed === null && row.phoneSealed === null) return null;
  return {
    name: row.nameSealed === null ? '' : maskName(personalData.open(row.nameSealed)),
    maskedPhone: row.phoneSealed === null ? '' : maskPhone(personalData.open(row.phoneSealed)),
  };
}

function reservedFor(row: TicketRow, hall: Hall, staffNames: ReadonlyMap<string, string>): string | null {
  if (row.reservedWindowId !== null) return windowOf(hall, row.reservedWindowId)?.label ?? null;
  return row.reservedStaffId === null ? null : (staffNames.get(row.reservedStaffId) ?? null);
}
