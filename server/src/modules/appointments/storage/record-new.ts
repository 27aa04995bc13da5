import type { Context } from '../../../platform/http/context.js';
import type { Taxpayer } from '../../identity/index.js';
import type { Command } from '../../records/index.js';
import { isByProxy, recordForPrincipal } from '../proxy-acts.js';
import type { AppointmentRow } from './appointment.entities.js';
import { factsOf } from './appointment.rows.js';

interface Making {
  /** Who made it; left out, whose command it is. */
  ctx?: Context;
  note?: string | undefined;
  taxpayer: Pick<Taxpayer, 'id' | 'citizenId'>;
}

/** A new appointment, as its record and its listeners hear of it. */
export function recordNew(command: Command, row: AppointmentRow, { ctx, note, taxpayer }: Making): void {
  const kind = row.status === 'held' ? 'AppointmentHeld' : 'AppointmentBooked';
  const subject = { subjectKind: 'appointment', subjectId: row.id };
  command.record(
    {
      ...subject,
      streamId: `appointment:${row.id}`,
      kind,
      partyId: row.citizenId,
      onBehalfOf: row.taxpayerId,
      first: true,
      facts: { ...factsOf(row), ...(isByProxy(row, taxpayer) && { byProxy: true }) },
      ...(note && { personal: { note } }),
    },
    ctx,
  );
  recordForPrincipal(command, kind, row, taxpayer, ctx);
  command.emit({
    ...subject,
    type: kind,
    hallId: row.hallId,
    citizenId: row.citizenId,
    data: { status: row.status, matterId: row.matterId, startsAt: row.startsAt },
  });
}
