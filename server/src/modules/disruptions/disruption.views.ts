import { Injectable } from '@nestjs/common';
import {
  type AffectedActor,
  type AffectedView,
  type AlternativeView,
  affectedMoves,
  availableActions,
  type CallTaskView,
  type DisruptionOfferView,
  type DisruptionView,
} from '@yiyun/shared';
import { Clock } from '../../platform/clock.js';
import { PersonalData } from '../../platform/crypto/personal-data.js';
import { type AppointmentRow, Closings } from '../appointments/index.js';
import { Halls } from '../halls/index.js';
import { Citizens, StaffDirectory, Taxpayers } from '../identity/index.js';
import { Matters } from '../matters/index.js';
import type { Command } from '../records/index.js';
import { isHeld } from './offering.js';
import { AffectedRepository } from './storage/affected.repository.js';
import type { AffectedPartyRow, DisruptionRow } from './storage/disruption.entities.js';
import { DisruptionRepository, noCounts } from './storage/disruption.repository.js';

/** Closures and those affected as people read them. Inside a command give the command. */
@Injectable()
export class DisruptionViews {
  constructor(
    private readonly disruptions: DisruptionRepository,
    private readonly parties: AffectedRepository,
    private readonly closings: Closings,
    private readonly halls: Halls,
    private readonly matters: Matters,
    private readonly citizens: Citizens,
    private readonly taxpayers: Taxpayers,
    private readonly staff: StaffDirectory,
    private readonly personalData: PersonalData,
    private readonly clock: Clock,
  ) {}

  async of(rows: readonly DisruptionRow[], within?: Command): Promise<DisruptionView[]> {
    const counts = await this.disruptions.countsOf(
      rows.map(({ id }) => id),
      within,
    );
    const names = await this.staff.namesOf([...new Set(rows.map(({ createdById }) => createdById))], within);
    return rows.map((row) => {
      const { id, scope, matterGroup: group, fromAt, untilAt, reason, createdAt, createdById } = row;
      const { id: hallId, name } = this.halls.get(row.hallId);
      const ofThis = counts.get(id) ?? noCounts();
      const said = { id, hall: { id: hallId, name }, scope, group, fromAt, untilAt, reason, createdAt };
      return { ...said, createdBy: names.get(createdById) ?? '', counts: ofThis, working: ofThis.preparing > 0 };
    });
  }

  async offers(rows: readonly AffectedPartyRow[], within?: Command): Promise<DisruptionOfferView[]> {
    const { disruptions, appointments } = await this.around(rows, within);
    const taxpayers = await this.taxpayers.taxpayersOf(
      [...appointments.values()].map(({ taxpayerId }) => taxpayerId),
      within,
    );
    return rows.map((row) => {
      const closed = appointments.get(row.appointmentId) as AppointmentRow;
      const { id, name, telephone } = this.halls.get(row.hallId);
      return {
        ...this.common(row, appointments, 'citizen'),
        reason: disruptions.get(row.disruptionId)?.reason ?? '',
        hall: { id, name, telephone },
        matterName: this.matterNames(closed),
        taxpayerName: taxpayers.get(closed.taxpayerId)?.name ?? '已注销用户',
        appointmentId: closed.id,
        startsAt: closed.startsAt,
      };
    });
  }

  async affected(rows: readonly AffectedPartyRow[], within?: Command): Promise<AffectedView[]> {
    return (await this.tasks(rows, within)).map(({ disruptionId: _, reason: __, ...view }) => view);
  }

  async tasks(rows: readonly AffectedPartyRow[], within?: Command): Promise<CallTaskView[]> {
    const { disruptions, appointments } = await this.around(rows, within);
    const people = await this.citizens.citizensOf(
      rows.map(({ citizenId }) => citizenId),
      within,
    );
    const calls = await this.parties.calls(
      rows.map(({ id }) => id),
      within,
    );
    const staffIds = [...calls.map(({ staffId }) => staffId), ...rows.flatMap(({ callerId }) => callerId ?? [])];
    const names = await this.staff.namesOf([...new Set(staffIds)], within);
    return rows.map((row) => {
      const closed = appointments.get(row.appointmentId) as AppointmentRow;
      const person = people.get(row.citizenId);
      const { callerId } = row;
      return {
        ...this.common(row, appointments, 'officer'),
        disruptionId: row.disruptionId,
        reason: disruptions.get(row.disruptionId)?.reason ?? '',
        appointment: { id: closed.id, referenceNo: closed.referenceNo, startsAt: closed.startsAt },
        matter: { id: closed.matterId, name: this.matterNames(closed) },
        person: { name: person?.name || '未填写姓名', maskedPhone: person?.maskedPhone ?? '' },
        caller: callerId === null ? null : { id: callerId, name: names.get(callerId) ?? '' },
        calls: calls
          .filter(({ affectedPartyId }) => affectedPartyId === row.id)
          .map(({ at, staffId, result, noteSealed }) => ({
            at,
            by: names.get(staffId) ?? '',
            result,
            note: noteSealed === null ? null : this.personalData.open(noteSealed),
          })),
        readAt: row.readAt,
      };
    });
  }

  private common(row: AffectedPartyRow, appointments: ReadonlyMap<string, AppointmentRow>, actor: AffectedActor) {
    const { id, status, version, chosenAppointmentId } = row;
    const now = this.clock.now();
    const alternatives = row.alternativeIds
      .flatMap((one) => appointments.get(one) ?? [])
      .filter((one) => isHeld(one, now))
      .sort((a, b) => a.startsAt - b.startsAt)
      .map((one) => this.alternative(one));
    const open = availableActions(affectedMoves, status, actor);
    const actions = alternatives.length > 0 ? open : open.filter((action) => action !== 'choose');
    return { id, status, version, alternatives, chosenAppointmentId, availableActions: actions };
  }

  private alternative({ id, hallId, startsAt, endsAt, heldUntil }: AppointmentRow): AlternativeView {
    const hall = this.halls.get(hallId);
    const where = { id: hall.id, name: hall.name, address: hall.address };
    return { appointmentId: id, hall: where, startsAt, endsAt, heldUntil: heldUntil ?? startsAt };
  }

  private matterNames({ matterIds }: AppointmentRow): string {
    return matterIds.map((id) => this.matters.get(id).name).join('、');
  }

  private async around(rows: readonly AffectedPartyRow[], within?: Command) {
    const disruptionIds = [...new Set(rows.map(({ disruptionId }) => disruptionId))];
    const ids = rows.flatMap(({ appointmentId, alternativeIds }) => [appointmentId, ...alternativeIds]);
    return {
      disruptions: await this.disruptions.byIds(disruptionIds, within?.manager),
      appointments: await this.closings.rowsOf(ids, within),
    };
  }
}
