import { Injectable } from '@nestjs/common';
import {
  AppError,
  affectedMoves,
  type CallListQuery,
  type CallTaskDetailView,
  type CallTaskView,
  nextState,
  type Page,
  type RecordCallBody,
} from '@yiyun/shared';
import { PersonalData } from '../../platform/crypto/personal-data.js';
import type { Context } from '../../platform/http/context.js';
import { limitOf, pageOf } from '../../platform/http/paging.js';
import { requireHallOfficer } from '../../platform/http/policies.js';
import { newId } from '../../platform/ids.js';
import { Halls } from '../halls/index.js';
import { Citizens } from '../identity/index.js';
import { type Command, Recorder, UnitOfWork } from '../records/index.js';
import { Choosing } from './choosing.js';
import { DisruptionViews } from './disruption.views.js';
import { actAfterCall } from './domain/calls.js';
import { AffectedRepository } from './storage/affected.repository.js';
import { type AffectedPartyRow, CallAttemptRow } from './storage/disruption.entities.js';
import { moveParty, type PartyMove } from './storage/move-party.js';

/** What officers do for those who could not be reached: they call, and book for them on the phone. */
@Injectable()
export class CallListService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly recorder: Recorder,
    private readonly parties: AffectedRepository,
    private readonly views: DisruptionViews,
    private readonly choosing: Choosing,
    private readonly halls: Halls,
    private readonly citizens: Citizens,
    private readonly personalData: PersonalData,
  ) {}

  async list(ctx: Context, hallId: string, query: CallListQuery): Promise<Page<CallTaskView>> {
    const { id: callerId } = requireHallOfficer(ctx, this.halls.get(hallId).id);
    const rows = await this.parties.toCall(hallId, query, callerId);
    const views = new Map((await this.views.tasks(rows)).map((view) => [view.id, view]));
    return pageOf(
      rows,
      limitOf(query),
      (row) => [row.id],
      (row) => views.get(row.id) as CallTaskView,
    );
  }

  /** With the number to dial: whoever looks at it stands in the person's record. */
  async get(ctx: Context, id: string): Promise<CallTaskDetailView> {
    const row = await this.found(ctx, id);
    const { phone } = await this.citizens.citizenOf(row.citizenId);
    const subject = { kind: 'CallTaskViewed', subjectKind: 'affectedParty', subjectId: id, partyId: row.citizenId };
    await this.recorder.viewed(ctx, subject);
    return { ...(await this.view(row)), phone };
  }

  record(ctx: Context, id: string, body: RecordCallBody): Promise<CallTaskView> {
    return this.work.run(ctx, 'disruptions.recordCall', async (command) => {
      const row = await this.found(ctx, id, command);
      if (row.version !== body.version) throw new AppError('request.stale');
      const earlier = await this.parties.calls([id], command);
      const action = actAfterCall(
        earlier.map(({ result }) => result),
        body.result,
      );
      if (!nextState(affectedMoves, row.status, 'officer', action)) throw new AppError('request.not_available');
      const { note } = body;
      const move: PartyMove = { action, by: 'officer', version: row.version, facts: { result: body.result } };
      const moved = await this.after(command, row, { ...move, ...(note && { personal: { note } }) }, body);
      await this.keep(command, ctx, id, body);
      return this.view(moved, command);
    });
  }

  private async after(
    command: Command,
    row: AffectedPartyRow,
    move: PartyMove,
    { appointmentId, slotId }: RecordCallBody,
  ): Promise<AffectedPartyRow> {
    if (move.action === 'noteCall') return moveParty(command, row, move);
    if (move.action === 'rebook') {
      if (appointmentId !== undefined) return this.choosing.take(command, row, move, appointmentId);
      if (slotId !== undefined) return this.choosing.book(command, row, move, slotId);
      const missing = new AppError('request.invalid');
      missing.fields = [{ path: 'slotId', message: '请选择改约的时段' }];
      throw missing;
    }
    const moved = await moveParty(command, row, { ...move, set: { alternativeIds: [] } });
    await this.choosing.release(command, row.alternativeIds);
    return moved;
  }

  private async keep(command: Command, ctx: Context, affectedPartyId: string, body: RecordCallBody): Promise<void> {
    const { id: staffId } = ctx.actor as { id: string };
    const { at } = command;
    const noteSealed = body.note ? this.personalData.seal(body.note) : null;
    const { result } = body;
    await command.manager.insert(CallAttemptRow, { id: newId(at), affectedPartyId, at, staffId, result, noteSealed });
  }

  private async found(ctx: Context, id: string, within?: Command): Promise<AffectedPartyRow> {
    const row = await this.parties.find(id, within);
    if (!row) throw new AppError('request.not_found');
    requireHallOfficer(ctx, row.hallId);
    return row;
  }

  private async view(row: AffectedPartyRow, within?: Command): Promise<CallTaskView> {
    const [view] = await this.views.tasks([row], within);
    return view as CallTaskView;
  }
}
