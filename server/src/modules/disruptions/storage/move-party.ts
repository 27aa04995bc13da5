import { type AffectedAction, type AffectedActor, AppError, affectedMoves, nextState } from '@yiyun/shared';
import { ConcurrentWriteError } from '../../../platform/database/database-errors.js';
import type { DomainEvent } from '../../../platform/events/domain-event.js';
import type { Command } from '../../records/index.js';
import type { AffectedPartyRow } from './disruption.entities.js';

const kinds: Record<AffectedAction, string> = {
  offer: 'AlternativesOffered',
  prepareAgain: 'OfferPreparedAgain',
  putOnList: 'PutOnCallList',
  choose: 'AlternativeChosen',
  askForCall: 'CallAsked',
  noteCall: 'CallNoted',
  nameCaller: 'CallerNamed',
  rebook: 'RebookedByPhone',
  giveUp: 'CallsGivenUp',
  decline: 'VisitDeclined',
};

export interface PartyMove {
  action: AffectedAction;
  by: AffectedActor;
  /** The version that the person saw; the system's own moves try again instead. */
  version?: number;
  set?: Partial<Pick<AffectedPartyRow, 'alternativeIds' | 'chosenAppointmentId' | 'callAt' | 'callerId'>>;
  /** What the record says besides. */
  facts?: Readonly<Record<string, string>>;
  personal?: Readonly<Record<string, string>>;
  /** What listeners are told besides. */
  data?: DomainEvent['data'];
}

/** Moves an affected person by compare-and-set, records it once and tells listeners; whoever comes second is told (A4). */
export async function moveParty(command: Command, row: AffectedPartyRow, move: PartyMove): Promise<AffectedPartyRow> {
  const { action, by, version, set, facts, personal, data } = move;
  if (version !== undefined && version !== row.version) throw new AppError('request.stale');
  const status = nextState(affectedMoves, row.status, by, action);
  if (!status) throw new AppError('request.not_available');
  const next: AffectedPartyRow = { ...row, callAt: null, ...set, status, version: row.version + 1 };
  const changed = await command.change(
    `UPDATE affected_party SET status = ?, version = ?, alternativeIds = ?, chosenAppointmentId = ?, callAt = ?, callerId = ?
     WHERE id = ? AND version = ?`,
    [
      next.status,
      next.version,
      JSON.stringify(next.alternativeIds),
      next.chosenAppointmentId,
      next.callAt,
      next.callerId,
      row.id,
      row.version,
    ],
  );
  if (changed !== 1) {
    throw by === 'system' ? new ConcurrentWriteError('moved by somebody else') : new AppError('request.stale');
  }
  const { alternativeIds, chosenAppointmentId, callerId } = next;
  command.record({
    ...partyEntry(row),
    kind: kinds[action],
    facts: { status, alternativeIds, chosenAppointmentId, callerId, ...facts },
    ...(personal && { personal }),
  });
  command.emit({
    type: kinds[action],
    hallId: row.hallId,
    subjectKind: 'affectedParty',
    subjectId: row.id,
    citizenId: row.citizenId,
    ...(data && { data }),
  });
  return next;
}

export const partyEntry = ({ id, citizenId }: Pick<AffectedPartyRow, 'id' | 'citizenId'>) => ({
  streamId: `affected:${id}`,
  subjectKind: 'affectedParty',
  subjectId: id,
  partyId: citizenId,
});
