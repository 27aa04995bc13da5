import { Injectable } from '@nestjs/common';
import {
  AppError,
  type AppointmentAction,
  type AppointmentActor,
  type AppointmentStatus,
  appointmentMoves,
  liveAppointmentStatuses,
  nextState,
} from '@yiyun/shared';
import { PersonalData } from '../../../platform/crypto/personal-data.js';
import { ConcurrentWriteError } from '../../../platform/database/database-errors.js';
import { type Context, systemContext } from '../../../platform/http/context.js';
import { type Taxpayer, Taxpayers } from '../../identity/index.js';
import type { Command, Facts } from '../../records/index.js';
import { isByProxy, isProxyAct, recordForPrincipal } from '../proxy-acts.js';
import { WaitlistStore } from '../waitlist/waitlist.store.js';
import type { AppointmentRow } from './appointment.entities.js';
import { factsChanged, MOVABLE, type Movable } from './appointment.rows.js';
import { Places } from './places.js';

export interface AppointmentMove {
  status: AppointmentStatus;
  /** The version that the person saw; another one by now is refused as stale. */
  version: number;
  /** The interaction's kind; also the event's type. */
  kind: string;
  /** Words of a person, kept sealed. */
  reason?: string | undefined;
  note?: string | undefined;
  /** Said in the record besides what changed. */
  facts?: Facts;
  /** What changes besides. */
  also?: Partial<Movable>;
  /** Places that go over to another appointment instead of being given back. */
  handsOver?: ReadonlySet<string>;
  /** The system itself acts, in whosever command: who lost a race then tries again instead of being refused. */
  bySystem?: boolean;
  /** Nobody said which version he saw: who lost a race looks again and is told what is so now. */
  looksAgain?: boolean;
}

const liveStatuses = new Set<AppointmentStatus>(liveAppointmentStatuses);
const SET = ['version', ...MOVABLE].map((column) => `${column} = ?`).join(', ');

/**
 * Moves an appointment by compare-and-set, gives its places back when it no longer lives, records it once and tells
 * listeners. Two at once: one wins, the other is told that the thing has changed.
 */
@Injectable()
export class AppointmentMoves {
  constructor(
    private readonly places: Places,
    private readonly taxpayers: Taxpayers,
    private readonly waitlist: WaitlistStore,
    private readonly personalData: PersonalData,
  ) {}

  async move(command: Command, row: AppointmentRow, move: AppointmentMove): Promise<AppointmentRow> {
    if (row.version !== move.version) throw lost(move);
    const next = this.after(row, move);
    const changed = await command.change(`UPDATE appointment SET ${SET} WHERE id = ? AND version = ?`, [
      next.version,
      ...MOVABLE.map((column) => next[column]),
      row.id,
      row.version,
    ]);
    if (changed !== 1) throw lost(move);
    const principal = await this.principalOf(command, next, move);
    record(command, row, next, move, principal !== undefined);
    if (principal) recordForPrincipal(command, move.kind, next, principal);
    if (row.offeredBy === 'waitlist' && row.status === 'held') await this.settleOffer(command, row, next, move);
    if (liveStatuses.has(row.status) && !liveStatuses.has(next.status)) {
      await this.places.giveBack(
        command,
        row.slotIds.filter((id) => !move.handsOver?.has(id)),
      );
    }
    return next;
  }

  /** Ends a hold: its time is over, or something else took its place. */
  endHold(command: Command, row: AppointmentRow, handsOver?: ReadonlySet<string>): Promise<AppointmentRow> {
    const status = statusAfter(row, 'system', 'expire');
    const how = { version: row.version, kind: 'HoldEnded', bySystem: true };
    return this.move(command, row, { status, ...how, ...(handsOver && { handsOver }) });
  }

  /** The person for whom a relative acts now; he reads it in his own record. */
  private async principalOf(
    command: Command,
    row: AppointmentRow,
    { kind, bySystem }: AppointmentMove,
  ): Promise<Taxpayer | undefined> {
    if (command.actor.kind !== 'citizen' || bySystem || row.enterpriseName !== null || !isProxyAct(kind))
      return undefined;
    const taxpayer = await this.taxpayers.taxpayerOf(row.taxpayerId, command);
    return isByProxy(row, taxpayer) ? taxpayer : undefined;
  }

  /** What became of a place that the waitlist offered; one that the hall took away again is waited for as before. */
  private settleOffer(
    command: Command,
    row: AppointmentRow,
    next: AppointmentRow,
    { kind }: AppointmentMove,
  ): Promise<void> {
    const outcome = (): Parameters<WaitlistStore['settle']>[2] => {
      if (liveStatuses.has(next.status)) return { status: 'taken', kind: 'WaitlistTaken' };
      if (next.cancelledBy === 'hall') return { status: 'waiting', kind: 'WaitlistOfferEnded', appointmentId: null };
      if (kind === 'HoldReleased') return { status: 'left', kind: 'WaitlistLeft', byPerson: true };
      return { status: 'lapsed', kind: 'WaitlistLapsed' };
    };
    return this.waitlist.settle(command, row.id, outcome());
  }

  private after(row: AppointmentRow, { status, reason, note, also }: AppointmentMove): AppointmentRow {
    const isLive = liveStatuses.has(status);
    return {
      ...row,
      ...(reason && { reasonSealed: this.personalData.seal(reason) }),
      ...(note && { noteSealed: this.personalData.seal(note) }),
      ...also,
      ...(!isLive && { activeKey: null, citizenKey: null }),
      heldUntil: status === 'held' ? row.heldUntil : null,
      status,
      version: row.version + 1,
    };
  }
}

/** The state after an act, or the refusal that it is not available now. */
export function statusAfter(
  row: Pick<AppointmentRow, 'status'>,
  actor: AppointmentActor,
  action: AppointmentAction,
): AppointmentStatus {
  const next = nextState(appointmentMoves, row.status, actor, action);
  if (!next) throw new AppError('request.not_available');
  return next;
}

const lost = ({ bySystem, looksAgain }: AppointmentMove): Error =>
  bySystem || looksAgain
    ? new ConcurrentWriteError('the appointment was moved by somebody else')
    : new AppError('request.stale');

function record(
  command: Command,
  row: AppointmentRow,
  next: AppointmentRow,
  move: AppointmentMove,
  byProxy: boolean,
): void {
  const { kind, reason, note, facts, bySystem } = move;
  const by: Context | undefined = bySystem ? systemContext : undefined;
  command.record(
    {
      streamId: `appointment:${row.id}`,
      kind,
      subjectKind: 'appointment',
      subjectId: row.id,
      partyId: row.citizenId,
      onBehalfOf: row.taxpayerId,
      facts: { ...factsChanged(row, next), ...facts, ...(byProxy && { byProxy }) },
      ...((reason || note) && { personal: { ...(reason && { reason }), ...(note && { note }) } }),
    },
    by,
  );
  command.emit({
    type: kind,
    hallId: row.hallId,
    subjectKind: 'appointment',
    subjectId: row.id,
    citizenId: row.citizenId,
    data: { status: next.status, startsAt: row.startsAt },
  });
}
