import type { Context } from '../../platform/http/context.js';
import type { Taxpayer } from '../identity/index.js';
import type { Command, Phrase } from '../records/index.js';
import type { AppointmentRow } from './storage/appointment.entities.js';

/** What a proxy may do with an appointment, in the words of the other's record. */
const acts: Readonly<Record<string, string>> = {
  AppointmentBooked: '提交预约',
  AppointmentSubmitted: '提交预约',
  AppointmentRescheduled: '改约',
  AppointmentCancelled: '取消预约',
};

export const isProxyAct = (kind: string): boolean => kind in acts;

/** How the acts of a proxy read. */
export const proxyPhrases: Readonly<Record<string, Phrase>> = {
  ActedByProxy: ({ act, referenceNo }) => `亲友代办：${acts[String(act)] ?? ''}${String(referenceNo)}`,
};

/** True where a relative acts for the person himself (亲友代办). */
export const isByProxy = (
  row: Pick<AppointmentRow, 'citizenId'>,
  { citizenId }: Pick<Taxpayer, 'citizenId'>,
): boolean => citizenId !== null && citizenId !== row.citizenId;

/** What a relative does stands in the record of the person for whom it is done, too; nothing where it is his own, or an officer's. */
export function recordForPrincipal(
  command: Command,
  act: string,
  row: AppointmentRow,
  taxpayer: Pick<Taxpayer, 'id' | 'citizenId'>,
  by?: Context,
): void {
  const actor = by?.actor ?? command.actor;
  if (actor.kind !== 'citizen' || !isByProxy(row, taxpayer) || !isProxyAct(act)) return;
  command.record(
    {
      streamId: `proxy-acts:${taxpayer.citizenId}`,
      kind: 'ActedByProxy',
      subjectKind: 'appointment',
      subjectId: row.id,
      partyId: taxpayer.citizenId,
      onBehalfOf: taxpayer.id,
      facts: { act, referenceNo: row.referenceNo, proxyId: row.citizenId },
    },
    by,
  );
}
