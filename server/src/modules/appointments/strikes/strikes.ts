import { Injectable } from '@nestjs/common';
import type { StrikeKind } from '@yiyun/shared';
import { list } from '../../../platform/database/sql.js';
import { systemContext } from '../../../platform/http/context.js';
import type { Command } from '../../records/index.js';
import type { AppointmentRow } from '../storage/appointment.entities.js';
import { StrikeRow } from './strike.entity.js';

/** The record of what stands against somebody for one appointment. */
export const entryOf = ({ id, citizenId, taxpayerId }: Pick<StrikeRow, 'id' | 'citizenId' | 'taxpayerId'>) => ({
  streamId: `strike:${id}`,
  subjectKind: 'strike',
  subjectId: id,
  partyId: citizenId,
  onBehalfOf: taxpayerId,
});

/** Writes strikes, with the moves that earn them. */
@Injectable()
export class Strikes {
  /** Why the hall has closed its time, if it has: what the hall caused never counts (A3). */
  async closedReason(command: Command, { slotIds }: Pick<AppointmentRow, 'slotIds'>): Promise<string | undefined> {
    const [closed] = await command.query<{ closedReason: string }[]>(
      `SELECT closedReason FROM slot WHERE id IN (${list(slotIds.length)}) AND closedReason IS NOT NULL`,
      slotIds,
    );
    return closed?.closedReason;
  }

  /** One strike for the appointment. */
  async add(command: Command, appointment: AppointmentRow, kind: StrikeKind, at: number): Promise<void> {
    const { id, hallId, citizenId, taxpayerId, policyId } = appointment;
    const facts = { kind, hallId, taxpayerId, policyId, at };
    const none = { appealStatus: null, appealedAt: null, statementSealed: null, decidedAt: null, replySealed: null };
    await command.manager.insert(StrikeRow, { id, version: 1, citizenId, ...facts, ...none });
    command.record(
      { ...entryOf({ id, citizenId, taxpayerId }), kind: 'StrikeRecorded', facts, first: true },
      systemContext,
    );
  }
}
