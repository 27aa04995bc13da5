import { Injectable } from '@nestjs/common';
import { type HallAppointmentsQuery, type MyAppointmentsQuery, normaliseReferenceNo } from '@yiyun/shared';
import { Database, type Transaction } from '../../../platform/database/database.js';
import { contains } from '../../../platform/database/sql.js';
import { limitOf, readCursor } from '../../../platform/http/paging.js';
import type { AppointmentRow } from './appointment.entities.js';
import { fromRaw } from './appointment.view.js';

/** Reads of appointments. Lists give one row more than a page, to tell whether another follows. */
@Injectable()
export class AppointmentRepository {
  constructor(private readonly db: Database) {}

  /** Undefined when there is none; within a transaction when one is given. */
  async find(id: string, tx: Pick<Transaction, 'query'> = this.db.read): Promise<AppointmentRow | undefined> {
    const [row] = await tx.query<AppointmentRow[]>('SELECT * FROM appointment WHERE id = ?', [id]);
    return row && fromRaw(row);
  }

  /** Upcoming: the nearest first, until the end of its slot. Past: the latest first. */
  async ofCitizen(citizenId: string, now: number, query: MyAppointmentsQuery): Promise<AppointmentRow[]> {
    const upcoming = (query.period ?? 'upcoming') === 'upcoming';
    const open = `(endsAt >= ? AND status IN ('held','pending','confirmed','checkedIn','serving'))`;
    const [startsAt, id] = readCursor(query.cursor, 0, '') ?? (upcoming ? [0, ''] : [Number.MAX_SAFE_INTEGER, '']);
    const [beyond, order] = upcoming ? ['>', 'ASC'] : ['<', 'DESC'];
    const rows = await this.db.read.query<AppointmentRow[]>(
      `SELECT * FROM appointment WHERE citizenId = ? AND ${upcoming ? open : `NOT ${open}`}
       AND (startsAt ${beyond} ? OR (startsAt = ? AND id ${beyond} ?))
       ORDER BY startsAt ${order}, id ${order} LIMIT ${limitOf(query) + 1}`,
      [citizenId, now, startsAt, startsAt, id],
    );
    return rows.map(fromRaw);
  }

  /** One hall's appointments: a day's in their order, otherwise the latest day first. */
  async ofHall(hallId: string, query: HallAppointmentsQuery): Promise<AppointmentRow[]> {
    const conditions = ['hallId = ?'];
    const parameters: unknown[] = [hallId];
    const where = (condition: string, ...values: unknown[]) => {
      conditions.push(condition);
      parameters.push(...values);
    };
    if (query.on) where('onDay = ?', query.on);
    if (query.status) where('status = ?', query.status);
    if (query.q) {
      where("(referenceNo = ? OR enterpriseName LIKE ? ESCAPE '!')", normaliseReferenceNo(query.q), contains(query.q));
    }
    const forward = query.on !== undefined;
    const after = readCursor(query.cursor, 0, '');
    const [beyond, order] = forward ? ['>', 'ASC'] : ['<', 'DESC'];
    if (after) where(`(startsAt ${beyond} ? OR (startsAt = ? AND id ${beyond} ?))`, after[0], after[0], after[1]);
    const rows = await this.db.read.query<AppointmentRow[]>(
      `SELECT * FROM appointment WHERE ${conditions.join(' AND ')} ORDER BY startsAt ${order}, id ${order} LIMIT ${limitOf(query) + 1}`,
      parameters,
    );
    return rows.map(fromRaw);
  }
}
