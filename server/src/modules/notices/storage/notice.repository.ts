import { Injectable } from '@nestjs/common';
import type { ManagedNoticesQuery, PageQuery } from '@yiyun/shared';
import type { EntityManager } from 'typeorm';
import { Database } from '../../../platform/database/database.js';
import { contains, insertSql, list } from '../../../platform/database/sql.js';
import { limitOf, readCursor } from '../../../platform/http/paging.js';
import type { Command } from '../../records/index.js';
import { NoticeRecipientRow, NoticeRow } from './notice.entities.js';

/** A notice as one citizen has it. */
export interface ReadersNotice extends NoticeRow {
  addressed: boolean;
  deliveredAt: number | null;
  readAt: number | null;
}
type Instants = 'publishedAt' | 'deliveredAt' | 'readAt';
type RawReadersNotice = Omit<NoticeRow, Instants> & { citizenId: string | null } & Record<
    Instants,
    string | number | null
  >;
const instant = (raw: string | number | null): number | null => (raw === null ? null : Number(raw));
const readersNotice = ({ citizenId, ...row }: RawReadersNotice): ReadersNotice => ({
  ...row,
  addressed: citizenId !== null,
  publishedAt: instant(row.publishedAt),
  deliveredAt: instant(row.deliveredAt),
  readAt: instant(row.readAt),
});

export interface NoticeCounts {
  delivered: number;
  read: number;
}

@Injectable()
export class NoticeRepository {
  constructor(private readonly db: Database) {}

  find(id: string, manager: EntityManager = this.db.read): Promise<NoticeRow | null> {
    return manager.findOneBy(NoticeRow, { id });
  }

  /** One more row than the page holds, newest first, of those that are shown to everybody. */
  shown(query: PageQuery): Promise<NoticeRow[]> {
    const [publishedAt, id] = readCursor(query.cursor, 0, '') ?? [Number.MAX_SAFE_INTEGER, '~'];
    return this.db.read
      .createQueryBuilder(NoticeRow, 'n')
      .where("n.status = 'published' AND (n.publishedAt < :at OR (n.publishedAt = :at AND n.id < :id))", {
        at: publishedAt,
        id,
      })
      .orderBy({ 'n.publishedAt': 'DESC', 'n.id': 'DESC' })
      .limit(limitOf(query) + 1)
      .getMany();
  }

  /** The same, with what one citizen has done with each that was addressed to him. */
  async shownTo(citizenId: string, query: PageQuery): Promise<ReadersNotice[]> {
    const [publishedAt, id] = readCursor(query.cursor, 0, '') ?? [Number.MAX_SAFE_INTEGER, '~'];
    const rows = await this.db.read.query<RawReadersNotice[]>(
      `SELECT n.*, r.citizenId, r.deliveredAt, r.readAt
       FROM notice n LEFT JOIN notice_recipient r ON r.noticeId = n.id AND r.citizenId = ?
       WHERE n.status = 'published' AND (n.publishedAt < ? OR (n.publishedAt = ? AND n.id < ?))
       ORDER BY n.publishedAt DESC, n.id DESC LIMIT ${limitOf(query) + 1}`,
      [citizenId, publishedAt, publishedAt, id],
    );
    return rows.map(readersNotice);
  }

  /** All that were ever addressed to one citizen, those that are no longer shown included, newest first. */
  async addressedTo(citizenId: string): Promise<ReadersNotice[]> {
    const rows = await this.db.read.query<RawReadersNotice[]>(
      `SELECT n.*, r.citizenId, r.deliveredAt, r.readAt FROM notice_recipient r JOIN notice n ON n.id = r.noticeId
       WHERE r.citizenId = ? ORDER BY n.publishedAt DESC, n.id DESC`,
      [citizenId],
    );
    return rows.map(readersNotice);
  }

  managed(query: ManagedNoticesQuery): Promise<NoticeRow[]> {
    const [before] = readCursor(query.cursor, '') ?? ['~'];
    const rows = this.db.read.createQueryBuilder(NoticeRow, 'n').where('n.id < :before', { before });
    if (query.status) rows.andWhere('n.status = :status', { status: query.status });
    if (query.q) rows.andWhere("(n.title LIKE :q ESCAPE '!' OR n.body LIKE :q ESCAPE '!')", { q: contains(query.q) });
    return rows
      .orderBy('n.id', 'DESC')
      .limit(limitOf(query) + 1)
      .getMany();
  }

  recipient(citizenId: string, noticeId: string, manager: EntityManager): Promise<NoticeRecipientRow | null> {
    return manager.findOneBy(NoticeRecipientRow, { citizenId, noticeId });
  }

  async addRecipients(command: Command, noticeId: string, citizenIds: readonly string[]): Promise<void> {
    await command.query(
      insertSql('notice_recipient', ['citizenId', 'noticeId'], citizenIds.length),
      citizenIds.flatMap((citizenId) => [citizenId, noticeId]),
    );
  }

  /** Returns how many of these had not been delivered before. */
  deliver(command: Command, citizenId: string, noticeIds: readonly string[]): Promise<number> {
    return command.change(
      `UPDATE notice_recipient SET deliveredAt = ?
       WHERE citizenId = ? AND deliveredAt IS NULL AND noticeId IN (${list(noticeIds.length)})`,
      [command.at, citizenId, ...noticeIds],
    );
  }

  /** Who reads a notice has received it. Returns whether it was the first time. */
  async read(command: Command, citizenId: string, noticeId: string): Promise<boolean> {
    const opened = await command.change(
      `UPDATE notice_recipient SET readAt = ?, deliveredAt = COALESCE(deliveredAt, ?)
       WHERE citizenId = ? AND noticeId = ? AND readAt IS NULL`,
      [command.at, command.at, citizenId, noticeId],
    );
    return opened === 1;
  }

  async countsOf(
    noticeIds: readonly string[],
    source: Pick<EntityManager, 'query'> = this.db.read,
  ): Promise<ReadonlyMap<string, NoticeCounts>> {
    if (noticeIds.length === 0) return new Map();
    const rows = await source.query<{ noticeId: string; delivered: string | number; opened: string | number }[]>(
      `SELECT noticeId, COUNT(deliveredAt) AS delivered, COUNT(readAt) AS opened FROM notice_recipient
       WHERE noticeId IN (${list(noticeIds.length)}) GROUP BY noticeId`,
      [...noticeIds],
    );
    return new Map(rows.map((r) => [r.noticeId, { delivered: Number(r.delivered), read: Number(r.opened) }]));
  }
}
