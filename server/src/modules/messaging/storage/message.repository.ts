import { Injectable } from '@nestjs/common';
import type { MessageView } from '@yiyun/shared';
import { type EntityManager, LessThan } from 'typeorm';
import { PersonalData } from '../../../platform/crypto/personal-data.js';
import { Database } from '../../../platform/database/database.js';
import { insertSql, list } from '../../../platform/database/sql.js';
import type { Command } from '../../records/index.js';
import { MessageRow } from './message.entity.js';

const COLUMNS = ['id', 'citizenId', 'eventId', 'kind', 'title', 'body', 'subjectKind', 'subjectId', 'sentAt'] as const;

/** An event sends one message to a citizen at most. */
export const messageKey = (eventId: string, citizenId: string): string => `${eventId} ${citizenId}`;

@Injectable()
export class MessageRepository {
  constructor(
    private readonly db: Database,
    private readonly personalData: PersonalData,
  ) {}

  /** Newest first, those older than the id `before`. */
  page(citizenId: string, before: string, take: number): Promise<MessageRow[]> {
    return this.db.read.find(MessageRow, { where: { citizenId, id: LessThan(before) }, order: { id: 'DESC' }, take });
  }

  byId(manager: EntityManager, id: string): Promise<MessageRow | null> {
    return manager.findOneBy(MessageRow, { id });
  }

  /** Which messages of these events were sent already, as `messageKey` names them. */
  async sentOf(command: Command, eventIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await command.query<Pick<MessageRow, 'eventId' | 'citizenId'>[]>(
      `SELECT eventId, citizenId FROM message WHERE eventId IN (${list(eventIds.length)})`,
      [...eventIds],
    );
    return new Set(rows.map((row) => messageKey(row.eventId, row.citizenId)));
  }

  async insert(command: Command, messages: readonly Omit<MessageRow, 'deliveredAt' | 'readAt'>[]): Promise<void> {
    const { seal } = this;
    const rows = messages.map((m) => ({ ...m, title: seal(m.title), body: seal(m.body) }));
    await command.query(
      insertSql('message', COLUMNS, rows.length),
      rows.flatMap((row) => COLUMNS.map((column) => row[column])),
    );
  }

  async unread(citizenId: string): Promise<number> {
    const [row] = await this.db.read.query<{ n: string | number }[]>(
      'SELECT COUNT(*) AS n FROM message WHERE citizenId = ? AND readAt IS NULL',
      [citizenId],
    );
    return Number(row?.n ?? 0);
  }

  /** Returns how many of these had not been delivered before. */
  deliver(command: Command, ids: readonly string[]): Promise<number> {
    return command.change(
      `UPDATE message SET deliveredAt = ? WHERE id IN (${list(ids.length)}) AND deliveredAt IS NULL`,
      [command.at, ...ids],
    );
  }

  /** Who reads a message has received it. Returns how many were unread before; all of the citizen's without an id. */
  read(command: Command, citizenId: string, id?: string): Promise<number> {
    return command.change(
      `UPDATE message SET readAt = ?, deliveredAt = COALESCE(deliveredAt, ?)
       WHERE citizenId = ? AND readAt IS NULL${id === undefined ? '' : ' AND id = ?'}`,
      [command.at, command.at, citizenId, ...(id === undefined ? [] : [id])],
    );
  }

  async removeAll(command: Command, citizenId: string): Promise<void> {
    await command.change('DELETE FROM message WHERE citizenId = ?', [citizenId]);
  }

  view(row: MessageRow): MessageView {
    const { id, kind, subjectKind, subjectId, sentAt, readAt } = row;
    const [title, body] = [this.personalData.open(row.title), this.personalData.open(row.body)];
    return { id, kind, title, body, subjectKind, subjectId, sentAt, readAt };
  }

  private readonly seal = (plain: string): string => this.personalData.seal(plain);
}
