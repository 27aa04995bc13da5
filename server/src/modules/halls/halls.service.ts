import { Injectable } from '@nestjs/common';
import { AppError, type HallView, type ManagedHallView, type UpdateHallBody } from '@yiyun/shared';
import { Clock } from '../../platform/clock.js';
import type { Context } from '../../platform/http/context.js';
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
    phrases: Phrases,
  ) {
    phrases.teach({
      HallAdded: (facts) => `${String(facts.name)}启用`,
      HallUpdated: '办税服务厅的信息或名额有修改',
    });
  }

  async list(): Promise<HallView[]> {
    return this.halls.all().map((hall) => this.viewOf(hall));
  }

  async get(hallId: string): Promise<HallView> {
    return this.viewOf(this.halls.get(hallId));
  }

  async managedList(): Promise<ManagedHallView[]> {
    const lastSlotDays = await this.slots.lastSlotDays();
    return this.halls.all().map((hall) => this.managedViewOf(hall, lastSlotDays.get(hall.id)));
  }

  async update(ctx: Context, hallId: string, { version, ...changes }: UpdateHallBody): Promise<ManagedHallView> {
    const hall = this.halls.get(hallId);
    const lastSlotDays = await this.slots.lastSlotDays();
    const view = await this.work.run(ctx, 'halls.update', async (command) => {
      const { address, telephone, guide, capacitySimple, capacityComplex } = changes;
      const changed = await command.change(
        `UPDATE hall SET address = ?, telephone = ?, guide = ?, capacitySimple = ?, capacityComplex = ?,
         version = version + 1 WHERE id = ? AND version = ?`,
        [address, telephone, guide, capacitySimple, capacityComplex, hallId, version],
      );
      if (changed !== 1) throw new AppError('request.stale');
      const now: Hall = { ...hall, ...changes, version: version + 1 };
      command.record({
        streamId: `hall:${hallId}`,
        kind: 'HallUpdated',
        subjectKind: 'hall',
        subjectId: hallId,
        facts: { ...changes, version: now.version },
      });
      command.emit({ type: 'HallUpdated', hallId, subjectKind: 'hall', subjectId: hallId });
      return this.managedViewOf(now, lastSlotDays.get(hallId));
    });
    await this.halls.refresh();
    return view;
  }

  private viewOf(hall: Hall): HallView {
    return hallViewOf(hall, this.halls.calendarOf(hall.id), this.clock.now());
  }

  private managedViewOf(hall: Hall, slotsUntilOn: string | undefined): ManagedHallView {
    return managedHallViewOf(hall, this.halls.calendarOf(hall.id), this.clock.now(), slotsUntilOn ?? null);
  }
}
