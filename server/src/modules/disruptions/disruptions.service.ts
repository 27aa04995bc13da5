import { Injectable } from '@nestjs/common';
import {
  type AffectedListQuery,
  type AffectedView,
  AppError,
  type DisruptionBody,
  type DisruptionPreview,
  type DisruptionView,
  localDateOf,
  type Page,
  type PageQuery,
} from '@yiyun/shared';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Context } from '../../platform/http/context.js';
import { limitOf, pageOf } from '../../platform/http/paging.js';
import { staffOf } from '../../platform/http/policies.js';
import { newId } from '../../platform/ids.js';
import { type AppointmentRow, type Closing, Closings } from '../appointments/index.js';
import { Halls } from '../halls/index.js';
import { Matters } from '../matters/index.js';
import { Tickets } from '../queue/index.js';
import { Phrases, UnitOfWork } from '../records/index.js';
import { Affecting, closingOf, disruptionEntry, isOffer } from './affecting.js';
import { DisruptionViews } from './disruption.views.js';
import { closedTimeOf } from './domain/closed-time.js';
import { disruptionPhrases } from './domain/phrases.js';
import { OffersWorker } from './offers.worker.js';
import { AffectedRepository } from './storage/affected.repository.js';
import { DisruptionRow } from './storage/disruption.entities.js';
import { DisruptionRepository } from './storage/disruption.repository.js';

/** Managers close a hall, a group of matters or some hours, and see what becomes of those affected. */
@Injectable()
export class DisruptionsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly affecting: Affecting,
    private readonly worker: OffersWorker,
    private readonly disruptions: DisruptionRepository,
    private readonly parties: AffectedRepository,
    private readonly views: DisruptionViews,
    private readonly closings: Closings,
    private readonly halls: Halls,
    private readonly matters: Matters,
    private readonly tickets: Tickets,
    private readonly db: Database,
    private readonly clock: Clock,
    phrases: Phrases,
  ) {
    phrases.teach(disruptionPhrases);
  }

  async preview(ctx: Context, body: DisruptionBody): Promise<DisruptionPreview> {
    staffOf(ctx);
    const now = this.clock.now();
    const closing = closingOf(this.rowOf(body, now, ''));
    const rows = (await this.closings.affected(this.db.read, closing, now)).filter((row) => !isOffer(row));
    return {
      affected: rows.length,
      byMatter: this.byMatter(rows),
      waiting: await this.waitingNow(closing, now),
      slotsClosed: await this.closings.openSlots(closing, now),
    };
  }

  async create(ctx: Context, body: DisruptionBody): Promise<DisruptionView> {
    const { id: staffId } = staffOf(ctx);
    const view = await this.work.run(ctx, 'disruptions.create', async (command) => {
      const row = this.rowOf(body, command.at, staffId);
      await command.manager.insert(DisruptionRow, row);
      const { slotsClosed, affected } = await this.affecting.take(command, row);
      const { id, version: _, ...facts } = row;
      const entry = { ...disruptionEntry(id), kind: 'DisruptionDeclared', first: true };
      command.record({ ...entry, facts: { ...facts, slotsClosed, affected } });
      command.emit({ type: 'DisruptionDeclared', hallId: row.hallId, subjectKind: 'disruption', subjectId: id });
      const [made] = await this.views.of([row], command);
      return made as DisruptionView;
    });
    this.worker.start();
    return view;
  }

  async list(ctx: Context, query: PageQuery): Promise<Page<DisruptionView>> {
    staffOf(ctx);
    const rows = await this.disruptions.page(query);
    const views = new Map((await this.views.of(rows)).map((view) => [view.id, view]));
    return pageOf(
      rows,
      limitOf(query),
      ({ id }) => [id],
      ({ id }) => views.get(id) as DisruptionView,
    );
  }

  async get(ctx: Context, id: string): Promise<DisruptionView> {
    staffOf(ctx);
    const [view] = await this.views.of([await this.found(id)]);
    return view as DisruptionView;
  }

  async affected(ctx: Context, id: string, query: AffectedListQuery): Promise<Page<AffectedView>> {
    staffOf(ctx);
    const rows = await this.parties.ofDisruption((await this.found(id)).id, query);
    const views = new Map((await this.views.affected(rows)).map((view) => [view.id, view]));
    return pageOf(
      rows,
      limitOf(query),
      (row) => [row.id],
      (row) => views.get(row.id) as AffectedView,
    );
  }

  private rowOf(body: DisruptionBody, now: number, createdById: string): DisruptionRow {
    const { group, ...time } = closedTimeOf(body, now);
    const { id: hallId } = this.halls.get(body.hallId);
    const { scope, reason } = body;
    return {
      id: newId(now),
      version: 1,
      hallId,
      scope,
      matterGroup: group,
      ...time,
      reason,
      createdAt: now,
      createdById,
    };
  }

  /** People in the hall when it closes today: they are served, or told by those at the windows. */
  private waitingNow({ hallId, fromAt }: Closing, now: number): Promise<number> | number {
    const today = localDateOf(now);
    return localDateOf(fromAt) > today ? 0 : this.tickets.waitingCount(hallId, today);
  }

  private byMatter(rows: readonly AppointmentRow[]): DisruptionPreview['byMatter'] {
    const counts = new Map<string, number>();
    for (const { matterId } of rows) counts.set(matterId, (counts.get(matterId) ?? 0) + 1);
    return [...counts]
      .map(([id, count]) => ({ matterName: this.matters.get(id).name, count }))
      .sort((a, b) => b.count - a.count);
  }

  private async found(id: string): Promise<DisruptionRow> {
    const row = await this.disruptions.find(id);
    if (!row) throw new AppError('request.not_found');
    return row;
  }
}
