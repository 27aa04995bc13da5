import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { isDuplicate } from '../../platform/database/database-errors.js';
import { systemContext } from '../../platform/http/context.js';
import { Halls } from '../halls/index.js';
import { UnitOfWork } from '../records/index.js';
import { figuresOf } from './board.service.js';
import { HallQueues } from './hall-queues.js';

const alerts = {
  HallCrowded: 'crowded',
  WindowRateLow: 'rateTooLow',
} as const;

/** Raises an alert to the duty leader when a hall crosses one of its lines; once, until it is back on the good side. */
@Injectable()
export class QueueAlerts {
  constructor(
    private readonly db: Database,
    private readonly work: UnitOfWork,
    private readonly queues: HallQueues,
    private readonly halls: Halls,
  ) {}

  async lookAtAll(): Promise<void> {
    for (const { id } of this.halls.all()) await this.look(id);
  }

  async look(hallId: string): Promise<void> {
    this.queues.touch(hallId);
    const now = await this.queues.now(hallId);
    const figures = figuresOf(now);
    for (const [type, line] of Object.entries(alerts)) {
      const isOver = figures[line] && (now.isOpen || line === 'crowded');
      await this.set(hallId, type, isOver, {
        waiting: now.state.order.length,
        rate: figures.windowOpenRateNow,
        dutyLeaderId: now.hall.dutyLeaderId,
      });
    }
  }

  private async set(
    hallId: string,
    type: string,
    isOver: boolean,
    data: Record<string, string | number | null>,
  ): Promise<void> {
    const id = `${hallId} ${type}`;
    if (isOver) await this.create(id);
    await this.work.run(systemContext, 'queue.alert', async (command) => {
      const changed = isOver
        ? await command.change('UPDATE queue_alert SET raisedAt = ? WHERE id = ? AND raisedAt IS NULL', [
            command.at,
            id,
          ])
        : await command.change('UPDATE queue_alert SET raisedAt = NULL WHERE id = ? AND raisedAt IS NOT NULL', [id]);
      if (changed === 0) return;
      const kind = isOver ? type : `${type}Over`;
      command.record({
        streamId: `queue-alert:${hallId}`,
        kind,
        subjectKind: 'hall',
        subjectId: hallId,
        facts: data,
      });
      command.emit({ type: kind, hallId, subjectKind: 'hall', subjectId: hallId, data });
    });
  }

  private async create(id: string): Promise<void> {
    const rows = await this.db.read.query<unknown[]>('SELECT id FROM queue_alert WHERE id = ?', [id]);
    if (rows.length > 0) return;
    try {
      await this.db.change('INSERT INTO queue_alert (id, raisedAt) VALUES (?, NULL)', [id]);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }
}
