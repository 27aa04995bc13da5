import { Injectable } from '@nestjs/common';
import { AppError, type ChooseAlternativeBody, type DisruptionOfferView } from '@yiyun/shared';
import { Clock } from '../../platform/clock.js';
import type { Context } from '../../platform/http/context.js';
import { citizenOf, requireOwner } from '../../platform/http/policies.js';
import { Appointments, Closings } from '../appointments/index.js';
import { type Command, Recorder, UnitOfWork } from '../records/index.js';
import { Callers } from './callers.js';
import { Choosing } from './choosing.js';
import { DisruptionViews } from './disruption.views.js';
import { isHeld } from './offering.js';
import { AffectedRepository } from './storage/affected.repository.js';
import type { AffectedPartyRow } from './storage/disruption.entities.js';
import { moveParty } from './storage/move-party.js';

/** What an affected person sees and chooses. */
@Injectable()
export class OffersService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly recorder: Recorder,
    private readonly parties: AffectedRepository,
    private readonly views: DisruptionViews,
    private readonly closings: Closings,
    private readonly choosing: Choosing,
    private readonly callers: Callers,
    private readonly appointments: Appointments,
    private readonly clock: Clock,
  ) {}

  async mine(ctx: Context): Promise<DisruptionOfferView[]> {
    return this.views.offers(await this.parties.ofCitizen(citizenOf(ctx).id, true));
  }

  /** Whoever opens it has been reached, and keeps the time to choose. */
  async get(ctx: Context, id: string): Promise<DisruptionOfferView> {
    const row = requireOwner(ctx, await this.parties.find(id));
    const subject = { kind: 'OfferViewed', subjectKind: 'affectedParty', subjectId: id, partyId: row.citizenId };
    await this.recorder.viewed(ctx, subject);
    if (row.readAt === null) {
      const now = this.clock.now();
      const rows = await this.closings.rowsOf(row.alternativeIds);
      const held = [...rows.values()].filter((one) => isHeld(one, now));
      await this.parties.opened(id, now, Math.max(now, ...held.map(({ heldUntil }) => heldUntil ?? 0)));
    }
    return this.view(row);
  }

  choose(ctx: Context, id: string, body: ChooseAlternativeBody): Promise<DisruptionOfferView> {
    return this.work.run(ctx, 'disruptions.choose', async (command) => {
      const row = requireOwner(ctx, await this.parties.find(id, command));
      if (row.version !== body.version) throw new AppError('request.stale');
      const moved =
        body.appointmentId === undefined
          ? await this.askForCall(command, row)
          : await this.choosing.take(command, row, { action: 'choose', by: 'citizen' }, body.appointmentId);
      return this.view(moved, command);
    });
  }

  /** None suits: the places go to others, and somebody calls. */
  private async askForCall(command: Command, row: AffectedPartyRow): Promise<AffectedPartyRow> {
    const callerId = await this.callers.nameFor(command, row);
    const moved = await moveParty(command, row, {
      action: 'askForCall',
      by: 'citizen',
      version: row.version,
      set: { callerId, alternativeIds: [] },
      data: { callerId },
    });
    for (const one of row.alternativeIds) await this.appointments.release(command, one);
    return moved;
  }

  private async view(row: AffectedPartyRow, within?: Command): Promise<DisruptionOfferView> {
    const [view] = await this.views.offers([row], within);
    return view as DisruptionOfferView;
  }
}
