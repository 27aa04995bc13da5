import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  AppError,
  type ManagedNoticesQuery,
  type ManagedNoticeView,
  type NoticeAction,
  type NoticeAudience,
  type NoticeAudienceView,
  type NoticeBody,
  nextState,
  noticeAudiences,
  noticeMoves,
  type Page,
  type UpdateNoticeBody,
} from '@yiyun/shared';
import type { Context } from '../../platform/http/context.js';
import { limitOf, pageOf } from '../../platform/http/paging.js';
import { staffOf } from '../../platform/http/policies.js';
import { newId } from '../../platform/ids.js';
import { Citizens } from '../identity/index.js';
import { type Command, UnitOfWork } from '../records/index.js';
import { NoticeRow } from './storage/notice.entities.js';
import { NoticeRepository } from './storage/notice.repository.js';
import { managedNoticeView } from './storage/notice.view.js';

const RECIPIENTS_AT_ONCE = 1_000;

type NoticeFields = Partial<Omit<NoticeRow, 'id' | 'version' | 'createdAt'>>;

/** Managers draft, publish and end notices. */
@Injectable()
export class ManageNoticesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly notices: NoticeRepository,
    private readonly citizens: Citizens,
  ) {}

  async list(ctx: Context, query: ManagedNoticesQuery): Promise<Page<ManagedNoticeView>> {
    staffOf(ctx);
    const rows = await this.notices.managed(query);
    const counts = await this.notices.countsOf(rows.map(({ id }) => id));
    return pageOf(
      rows,
      limitOf(query),
      (row) => [row.id],
      (row) => managedNoticeView(row, counts.get(row.id)),
    );
  }

  async get(ctx: Context, id: string): Promise<ManagedNoticeView> {
    staffOf(ctx);
    const row = await this.notices.find(id);
    if (!row) throw new AppError('request.not_found');
    return managedNoticeView(row, (await this.notices.countsOf([id])).get(id));
  }

  /** Said before publishing; who is addressed is settled only then. */
  audiences(ctx: Context): Promise<NoticeAudienceView[]> {
    staffOf(ctx);
    const counted = async (audience: NoticeAudience) => ({
      audience,
      count: await this.citizens.countCitizens(audience),
    });
    return Promise.all(noticeAudiences.map(counted));
  }

  create(ctx: Context, { title, category, body, audience }: NoticeBody): Promise<ManagedNoticeView> {
    staffOf(ctx);
    return this.work.run(ctx, 'notices.create', async (command) => {
      const id = newId(command.at);
      const content = { title, category, body, audience, status: 'draft' } as const;
      const empty = { publishedAt: null, completedAt: null, recipientCount: 0 };
      const facts = { ...content, createdAt: command.at, ...empty };
      await command.manager.insert(NoticeRow, { id, ...facts, version: 1 });
      command.record({ ...entryFor(id), kind: 'NoticeDrafted', facts, first: true });
      return managedNoticeView({ id, ...facts, version: 1 }, undefined);
    });
  }

  update(ctx: Context, id: string, { version, ...content }: UpdateNoticeBody): Promise<ManagedNoticeView> {
    staffOf(ctx);
    return this.work.run(ctx, 'notices.update', async (command) => {
      const status = await this.next(command, id, 'edit');
      return this.move(command, id, version, { ...content, status }, 'NoticeEdited');
    });
  }

  /** Addresses the notice to everybody who belongs to its audience at this instant, once and for all (N1). */
  publish(ctx: Context, id: string, version: number): Promise<ManagedNoticeView> {
    staffOf(ctx);
    return this.work.run(ctx, 'notices.publish', async (command) => {
      const status = await this.next(command, id, 'publish');
      const fields = { status, publishedAt: command.at };
      await this.set(command, id, version, fields);
      const audience = await this.address(command, id);
      command.record({ ...entryFor(id), kind: 'NoticePublished', facts: { ...fields, ...audience } });
      command.emit({ type: 'NoticePublished', hallId: null, subjectKind: 'notice', subjectId: id });
      return this.view(command, id);
    });
  }

  complete(ctx: Context, id: string, version: number): Promise<ManagedNoticeView> {
    staffOf(ctx);
    return this.work.run(ctx, 'notices.complete', async (command) => {
      const status = await this.next(command, id, 'complete');
      return this.move(command, id, version, { status, completedAt: command.at }, 'NoticeCompleted');
    });
  }

  /** The hash of the ids in order lets anybody check later that nobody was added or left out. */
  private async address(command: Command, id: string): Promise<{ recipientCount: number; recipientsHash: string }> {
    const { audience } = await this.found(command, id);
    const hash = createHash('sha256');
    let recipientCount = 0;
    for (let after = ''; ; ) {
      const query = { audience, beforeCreatedAt: command.at, after, limit: RECIPIENTS_AT_ONCE };
      const citizenIds = await this.citizens.listCitizenIds(query, command);
      if (citizenIds.length === 0) break;
      await this.notices.addRecipients(command, id, citizenIds);
      for (const citizenId of citizenIds) hash.update(citizenId);
      recipientCount += citizenIds.length;
      after = citizenIds.at(-1) as string;
    }
    if (recipientCount === 0) throw new AppError('notice.audience_empty');
    await command.change('UPDATE notice SET recipientCount = ? WHERE id = ?', [recipientCount, id]);
    return { recipientCount, recipientsHash: hash.digest('hex') };
  }

  private async next(command: Command, id: string, action: NoticeAction): Promise<NoticeRow['status']> {
    const state = nextState(noticeMoves, (await this.found(command, id)).status, 'manager', action);
    if (!state) throw new AppError('request.not_available');
    return state;
  }

  private async move(command: Command, id: string, version: number, fields: NoticeFields, kind: string) {
    await this.set(command, id, version, fields);
    command.record({ ...entryFor(id), kind, facts: fields });
    return this.view(command, id);
  }

  private async set(command: Command, id: string, version: number, fields: NoticeFields): Promise<void> {
    const assignments = Object.keys(fields).map((name) => `${name} = ?, `);
    const moved = await command.change(
      `UPDATE notice SET ${assignments.join('')}version = version + 1 WHERE id = ? AND version = ?`,
      [...Object.values(fields), id, version],
    );
    if (moved !== 1) throw new AppError('request.stale');
  }

  private async view(command: Command, id: string): Promise<ManagedNoticeView> {
    const counts = await this.notices.countsOf([id], command.manager);
    return managedNoticeView(await this.found(command, id), counts.get(id));
  }

  private async found(command: Command, id: string): Promise<NoticeRow> {
    const row = await this.notices.find(id, command.manager);
    if (!row) throw new AppError('request.not_found');
    return row;
  }
}

const entryFor = (id: string) => ({ streamId: `notice:${id}`, subjectKind: 'notice', subjectId: id });
