import { Injectable } from '@nestjs/common';
import { AppError, type NoticeDetailView, type NoticeView, type Page, type PageQuery } from '@yiyun/shared';
import type { Context } from '../../platform/http/context.js';
import { limitOf, pageOf } from '../../platform/http/paging.js';
import { citizenOf } from '../../platform/http/policies.js';
import { UnitOfWork } from '../records/index.js';
import { NoticeRepository } from './storage/notice.repository.js';
import { NOT_ADDRESSED, noticeDetailView, noticeView } from './storage/notice.view.js';

const byTime = (row: { publishedAt: number | null; id: string }): [number, string] => [row.publishedAt ?? 0, row.id];

/** Everybody reads what is shown; for those whom a notice is addressed to, fetching and opening it is kept apart (N3). */
@Injectable()
export class ReadNoticesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly notices: NoticeRepository,
  ) {}

  async publicList(query: PageQuery): Promise<Page<NoticeView>> {
    const rows = await this.notices.shown(query);
    return pageOf(rows, limitOf(query), byTime, (row) => noticeView(row, NOT_ADDRESSED));
  }

  async publicGet(id: string): Promise<NoticeDetailView> {
    const row = await this.notices.find(id);
    if (row?.status !== 'published') throw new AppError('request.not_found');
    return noticeDetailView(row, NOT_ADDRESSED);
  }

  /** Everything that is shown; fetching delivers what was addressed to this person. */
  async mine(ctx: Context, query: PageQuery): Promise<Page<NoticeView>> {
    const { id: citizenId } = citizenOf(ctx);
    const limit = limitOf(query);
    const rows = await this.notices.shownTo(citizenId, query);
    const fresh = rows.slice(0, limit).filter((row) => row.addressed && row.deliveredAt === null);
    if (fresh.length > 0)
      await this.deliver(
        ctx,
        citizenId,
        fresh.map((row) => row.id),
      );
    return pageOf(rows, limit, byTime, (row) => noticeView(row, row));
  }

  /** Opens it; whom it is addressed to has received and read it then, even when it is no longer shown. */
  read(ctx: Context, noticeId: string): Promise<NoticeDetailView> {
    const { id: citizenId } = citizenOf(ctx);
    return this.work.run(ctx, 'notices.read', async (command) => {
      const recipient = await this.notices.recipient(citizenId, noticeId, command.manager);
      const row = await this.notices.find(noticeId, command.manager);
      if (!row || (!recipient && row.status !== 'published')) throw new AppError('request.not_found');
      const isFirst = !recipient || (await this.notices.read(command, citizenId, noticeId));
      if (isFirst)
        command.record({ ...entryFor(citizenId), kind: 'NoticeRead', subjectId: noticeId, facts: { noticeId } });
      return noticeDetailView(
        row,
        recipient ? { addressed: true, readAt: recipient.readAt ?? command.at } : NOT_ADDRESSED,
      );
    });
  }

  private deliver(ctx: Context, citizenId: string, noticeIds: string[]): Promise<void> {
    return this.work.run(ctx, 'notices.deliver', async (command) => {
      const count = await this.notices.deliver(command, citizenId, noticeIds);
      if (count === 0) return;
      const facts = { count, noticeIds };
      command.record({ ...entryFor(citizenId), kind: 'NoticesDelivered', subjectId: citizenId, facts });
    });
  }
}

/** What a citizen receives and reads has a stream of his own: readers of one notice don't wait for each other. */
const entryFor = (citizenId: string) => ({
  streamId: `notices-of:${citizenId}`,
  subjectKind: 'notice',
  partyId: citizenId,
});
