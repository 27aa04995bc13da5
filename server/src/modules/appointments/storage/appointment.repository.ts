import { Injectable } from '@nestjs/common';
import { type HallAppointmentsQuery, type MyAppointmentsQuery, normaliseReferenceNo } from '@yiyun/shared';
import { Database, type Transaction } from '../../../platform/database/database.js';
import { contains } from '../../../platform/database/sql.js';
import { limitOf, readCursor } from '../../../platform/http/paging.js';
import type { AppointmentRow } from './appointment.entities.js';
import { fromRaw } from './appointment.rows.js';

/** What the QR code holds before the reference number. */
export const QR_PREFIX = 'YIYUN:';

/** Reads of appointments. Lists give one row more than a page, to tell whether another follows. */
@Injectable()
export class AppointmentRepository {
  constructor(private readonly db: Database) {}

  /** Undefined when there is none; within a transaction when one is given. */
  async find(id: string, tx: Pick<Transaction, 'query'> = this.db.read): Promise<AppointmentRow | undefined> {
    const [row] = await tx.query<AppointmentRow[]>('SELECT * FROM appointment WHERE id = ?', [id]);
    return row && fromRaw(row);
  }

  /** By reference number, however it was typed, or by the text of the QR code. */
  async findByCode(code: string, tx: Pick<Transaction, 'query'> = this.db.read): Promise<AppointmentRow | undefined> {
    const referenceNo = normaliseReferenceNo(code.replace(QR_PREFIX, ''));
    const [row] = await tx.query<AppointmentRow[]>('SELECT * FROM appointment WHERE referenceNo = ?', [referenceNo]);
    return row && fromRaw(row);
  }

  /** Those of some days that nobody came to yet, or that were never confirmed. */
  async notCome(hallId: string, fromOn: string, untilOn: string): Promise<AppointmentRow[]> {
    const rows = await this.db.read.query<AppointmentRow[]>(
      `SELECT * FROM appointment WHERE hallId = ? AND onDay >= ? AND onDay <= ? AND status IN ('confirmed','pending')
       ORDER BY startsAt, id`,
      [hallId, fromOn, untilOn],
    );
    return rows.map(fromRaw);
  }

  /** Holds whose time is over, the oldest first. */
  async expiredHolds(now: number, limit: number): Promise<{ id: string }[]> {
    return this.db.read.query(`SELECT id FROM appointment WHERE heldUntil <= ? ORDER BY heldUntil, id LIMIT ${limit}`, [
      now,
    ]);
  }

  /** The same within a command: all of them, whole. */
  async holdsOver(tx: Pick<Transaction, 'query'>, now: number): Promise<AppointmentRow[]> {
    const rows = await tx.query<AppointmentRow[]>(
      'SELECT * FROM appointment WHERE heldUntil <= ? ORDER BY heldUntil, id',
      [now],
    );
    return rows.map(fromRaw);
  }

  /**
   * Upcoming: the nearest first, until the end of its slot, held ones as long as they are held, save the alternatives
   * after a closure, which are chosen elsewhere. Past: the latest first.
   * A hold that came to nothing is no part of anybody's history.
   */
  async ofCitizen(citizenId: string, now: number, query: MyAppointmentsQuery): Promise<AppointmentRow[]> {
    const upcoming = (query.period ?? 'upcoming') === 'upcoming';
    const open = `(endsAt >= ? AND status IN ('pending','confirmed','checkedIn','serving'))`;
    const held = `(heldUntil > ? AND (offeredBy IS NULL OR offeredBy <> 'disruption'))`;
    const shown = upcoming ? `(${open} OR ${held})` : `(NOT ${open} AND status NOT IN ('held','expired'))`;
    const [startsAt, id] = readCursor(query.cursor, 0, '') ?? (upcoming ? [0, ''] : [Number.MAX_SAFE_INTEGER, '']);
    const [beyond, order] = upcoming ? ['>', 'ASC'] : ['<', 'DESC'];
    const rows = await this.db.read.query<AppointmentRow[]>(
      `SELECT * FROM appointment WHERE citizenId = ? AND ${shown}
       AND (startsAt ${beyond} ? OR (startsAt = ? AND id ${beyond} ?))
       ORDER BY startsAt ${order}, id ${order} LIMIT ${limitOf(query) + 1}`,
      [citizenId, now, ...(upcoming ? [now] : []), startsAt, startsAt, id],
    );
    return rows.map(fromRaw);
  }

  /** One hall's appointments: a day's in their order, otherwise the latest day first; none that is only held. */
  async ofHall(hallId: string, query: HallAppointmentsQuery): Promise<AppointmentRow[]> {
    const conditions = ['hallId = ?'];
    const parameters: unknown[] = [hallId];
    const where = (condition: string, ...values: unknown[]) => {
      conditions.push(condition);
      parameters.push(...values);
    };
    if (query.on) where('onDay = ?', query.on);
    if (query.status) where('status = ?', query.status);
    else where("status NOT IN ('held','expired')");
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
