import { Injectable } from '@nestjs/common';
import { AppError, type HallView, type ManagedHallView, type UpdateHallBody } from '@yiyun/shared';
import { Clock } from '../../platform/clock.js';
import type { Context } from '../../platform/http/context.js';
import { StaffDirectory } from '../identity/index.js';
import { Phrases, UnitOfWork } from '../records/index.js';
import type { Hall } from './domain/hall.js';
import { Halls } from './halls.js';
import { SlotHorizon } from './slot-horizon.js';
import { hallViewOf, managedHallViewOf } from './storage/hall.view.js';

@Injectable()
export class HallsService {
  constructor(
    private readonly halls: Halls,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly slots: SlotHorizon,
    private readonly staff: StaffDirectory,
    phrases: Phrases,
  ) {
    phrases.teach({
      HallAdded: (facts) => `${String(facts.name)}启用`,
      HallUpdated: '办税服务厅的信息有修改',
    });
  }

  async list(): Promise<HallView[]> {
    return this.halls.all().map((hall) => this.viewOf(hall));
  }

  async get(hallId: string): Promise<HallView> {
    return this.viewOf(this.halls.get(hallId));
  }

  async managedList(): Promise<ManagedHallView[]> {
    return this.managedViewsOf(this.halls.all());
  }

  async managed(hallId: string): Promise<ManagedHallView> {
    const [view] = await this.managedViewsOf([this.halls.get(hallId)]);
    return view as ManagedHallView;
  }

  async update(ctx: Context, hallId: string, { version, ...content }: UpdateHallBody): Promise<ManagedHallView> {
    const hall = this.halls.get(hallId);
    const changes = { ...content, dutyLeaderId: content.dutyLeaderId ?? null };
    const [changed] = await this.managedViewsOf([{ ...hall, ...changes, version: version + 1 }]);
    const view = await this.work.run(ctx, 'halls.update', async (command) => {
      await this.requireLeader(hall, changes.dutyLeaderId);
      const { address, telephone, guide, dutyLeaderId } = changes;
      const rows = await command.change(
        `UPDATE hall SET address = ?, telephone = ?, guide = ?, dutyLeaderId = ?, version = version + 1
         WHERE id = ? AND version = ?`,
        [address, telephone, guide, dutyLeaderId, hallId, version],
      );
      if (rows !== 1) throw new AppError('request.stale');
      command.record({
        streamId: `hall:${hallId}`,
        kind: 'HallUpdated',
        subjectKind: 'hall',
        subjectId: hallId,
        facts: { ...changes, version: version + 1 },
      });
      command.emit({ type: 'HallUpdated', hallId, subjectKind: 'hall', subjectId: hallId });
      return changed as ManagedHallView;
    });
    await this.halls.refresh();
    return view;
  }

  private viewOf(hall: Hall): HallView {
    return hallViewOf(hall, this.halls.calendarOf(hall.id), this.clock.now());
  }

  private async managedViewsOf(halls: readonly Hall[]): Promise<ManagedHallView[]> {
    const lastSlotDays = await this.slots.lastSlotDays();
    const leaders = await this.staff.namesOf(halls.flatMap(({ dutyLeaderId }) => dutyLeaderId ?? []));
    return halls.map((hall) => {
      const name = leaders.get(hall.dutyLeaderId ?? '');
      return managedHallViewOf(hall, this.halls.calendarOf(hall.id), this.clock.now(), {
        slotsUntilOn: lastSlotDays.get(hall.id) ?? null,
        dutyLeader: hall.dutyLeaderId !== null && name !== undefined ? { id: hall.dutyLeaderId, name } : null,
      });
    });
  }

  /** Somebody of the hall, or a manager, whose account is in use. */
  private async requireLeader({ id: hallId }: Hall, leaderId: string | null): Promise<void> {
    if (leaderId === null) return;
    const leader = (await this.staff.staffOf([leaderId])).get(leaderId);
    if (leader?.active && (leader.hallIds.includes(hallId) || leader.roles.includes('manager'))) return;
    const refusal = new AppError('request.invalid');
    refusal.fields = [{ path: 'dutyLeaderId', message: '请选择本厅的工作人员或管理人员' }];
    throw refusal;
  }
}
