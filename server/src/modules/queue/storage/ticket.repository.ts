import { Injectable } from '@nestjs/common';
import { AppError, type TicketListQuery, type TicketStatus } from '@yiyun/shared';
import { Database, type Transaction } from '../../../platform/database/database.js';
import { list } from '../../../platform/database/sql.js';
import { limitOf, readCursor } from '../../../platform/http/paging.js';
import type { TicketRow } from './ticket.entities.js';
import { fromRaw } from './ticket.rows.js';

type Within = Pick<Transaction, 'query'>;

/** Reads of tickets; within a transaction when one is given. */
@Injectable()
export class TicketRepository {
  constructor(private readonly db: Database) {}

  async find(id: string, within: Within = this.db.read): Promise<TicketRow | undefined> {
    return (await this.where('id = ?', [id], within))[0];
  }

  /** Throws `request.not_found`. */
  async get(id: string, within?: Within): Promise<TicketRow> {
    const row = await this.find(id, within);
    if (!row) throw new AppError('request.not_found');
    return row;
  }

  async byToken(publicToken: string, within?: Within): Promise<TicketRow | undefined> {
    return (await this.where('publicToken = ?', [publicToken], within))[0];
  }

  async ofAppointment(appointmentId: string, within?: Within): Promise<TicketRow | undefined> {
    return (await this.where('appointmentId = ?', [appointmentId], within))[0];
  }

  /** A hall's tickets of a day in some states. */
  ofDay(hallId: string, on: string, statuses: readonly TicketStatus[], within?: Within): Promise<TicketRow[]> {
    return this.where(
      `hallId = ? AND onDay = ? AND status IN (${list(statuses.length)})`,
      [hallId, on, ...statuses],
      within,
    );
  }

  wholeDay(hallId: string, on: string): Promise<TicketRow[]> {
    return this.where('hallId = ? AND onDay = ?', [hallId, on]);
  }

  drawnSince(hallId: string, on: string, since: number): Promise<TicketRow[]> {
    return this.where("hallId = ? AND onDay = ? AND drawnAt > ? AND source <> 'paper'", [hallId, on, since]);
  }

  /** In the window's hands: called, served, or parked there. */
  atWindow(windowId: string, on: string, within?: Within): Promise<TicketRow[]> {
    return this.where("windowId = ? AND onDay = ? AND status IN ('called','serving','parked')", [windowId, on], within);
  }

  /** Handed to a window or an officer and not called yet. */
  reservedFor(hallId: string, windowId: string, staffId: string, within?: Within): Promise<TicketRow[]> {
    return this.where(
      "hallId = ? AND status = 'waiting' AND (reservedWindowId = ? OR reservedStaffId = ?)",
      [hallId, windowId, staffId],
      within,
    );
  }

  /** Tickets of days before `on`, or of that day, that nobody will serve any more. */
  leftOver(hallId: string, on: string, limit: number): Promise<TicketRow[]> {
    return this.where(
      `hallId = ? AND onDay <= ? AND status IN ('waiting','called','serving','parked','missed') ORDER BY onDay, id LIMIT ${limit}`,
      [hallId, on],
    );
  }

  ofCitizen(citizenId: string, on: string): Promise<TicketRow[]> {
    return this.where('citizenId = ? AND onDay = ? ORDER BY drawnAt', [citizenId, on]);
  }

  /** Every ticket of a person: in the account, or drawn with the account's phone. */
  allOfCitizen(citizenId: string, phoneHash: string | null, within?: Within): Promise<TicketRow[]> {
    return this.where('citizenId = ? OR (citizenId IS NULL AND phoneHash = ?)', [citizenId, phoneHash ?? ''], within);
  }

  /** Done tickets by window. */
  async servedByWindow(hallId: string, on: string): Promise<ReadonlyMap<string, number>> {
    const rows = await this.db.read.query<{ windowId: string; n: number | string }[]>(
      "SELECT windowId, COUNT(*) AS n FROM ticket WHERE hallId = ? AND onDay = ? AND status = 'done' GROUP BY windowId",
      [hallId, on],
    );
    return new Map(rows.map(({ windowId, n }) => [windowId, Number(n)]));
  }

  /** What the newest services took in milliseconds, by matter, the newest last. */
  async newestServices(hallId: string, ofEach: number): Promise<ReadonlyMap<string, number[]>> {
    const rows = await this.db.read.query<{ matterIds: string; serviceMs: number | string }[]>(
      `SELECT matterIds, serviceMs FROM ticket WHERE hallId = ? AND endedAt > 0 AND serviceMs IS NOT NULL
       ORDER BY endedAt DESC LIMIT 2000`,
      [hallId],
    );
    const newest = new Map<string, number[]>();
    for (const { matterIds, serviceMs } of rows) {
      const [matterId = ''] = JSON.parse(matterIds) as string[];
      const times = newest.get(matterId) ?? [];
      if (times.length < ofEach) times.unshift(Number(serviceMs));
      newest.set(matterId, times);
    }
    return newest;
  }

  /** One page of a hall's day, the newest first; one row more than the page. */
  page(hallId: string, on: string, query: TicketListQuery & { phoneHash?: string }): Promise<TicketRow[]> {
    const conditions = ['hallId = ? AND onDay = ?'];
    const parameters: unknown[] = [hallId, on];
    const where = (condition: string, ...values: unknown[]) => {
      conditions.push(condition);
      parameters.push(...values);
    };
    if (query.status) where('status = ?', query.status);
    if (query.lane) where('lane = ?', query.lane);
    if (query.q)
      where(
        '(number LIKE ? OR phoneHash = ?)',
        `${query.q.toUpperCase().replace(/[%_]/g, '')}%`,
        query.phoneHash ?? '',
      );
    const after = readCursor(query.cursor, 0, '');
    if (after) where('(drawnAt < ? OR (drawnAt = ? AND id < ?))', after[0], after[0], after[1]);
    return this.where(
      `${conditions.join(' AND ')} ORDER BY drawnAt DESC, id DESC LIMIT ${limitOf(query) + 1}`,
      parameters,
    );
  }

  private async where(condition: string, parameters: unknown[], within: Within = this.db.read): Promise<TicketRow[]> {
    const rows = await within.query<TicketRow[]>(`SELECT * FROM ticket WHERE ${condition}`, parameters);
    return rows.map(fromRaw);
  }
}
