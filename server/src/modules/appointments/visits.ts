import { Injectable } from '@nestjs/common';
import type { AppointmentStatus } from '@yiyun/shared';
import { PersonalData } from '../../platform/crypto/personal-data.js';
import { Database } from '../../platform/database/database.js';
import { list } from '../../platform/database/sql.js';
import { type CitizenContact, Citizens } from '../identity/index.js';
import type { Command } from '../records/index.js';
import type { AppointmentRow } from './storage/appointment.entities.js';
import { fromRaw } from './storage/appointment.rows.js';

/** A booking with who comes. */
export interface AppointmentVisit {
  row: AppointmentRow;
  citizen: CitizenContact | undefined;
  note: string | null;
}

/** Bookings as the desk in the hall looks at them. */
@Injectable()
export class AppointmentVisits {
  constructor(
    private readonly db: Database,
    private readonly citizens: Citizens,
    private readonly personalData: PersonalData,
  ) {}

  async ofIds(ids: readonly string[], within?: Command): Promise<AppointmentVisit[]> {
    if (ids.length === 0) return [];
    return this.where(`id IN (${list(ids.length)})`, [...ids], within);
  }

  /** Those of a day who may still check in, in the order of their times. */
  expectedOn(hallId: string, on: string): Promise<AppointmentVisit[]> {
    return this.where("hallId = ? AND onDay = ? AND status IN ('pending','confirmed') ORDER BY startsAt, id", [
      hallId,
      on,
    ]);
  }

  /** How many appointments of a day stand in each state. */
  async countsOn(hallId: string, on: string): Promise<ReadonlyMap<AppointmentStatus, number>> {
    const rows = await this.db.read.query<{ status: AppointmentStatus; n: number | string }[]>(
      'SELECT status, COUNT(*) AS n FROM appointment WHERE hallId = ? AND onDay = ? GROUP BY status',
      [hallId, on],
    );
    return new Map(rows.map(({ status, n }) => [status, Number(n)]));
  }

  private async where(condition: string, parameters: unknown[], within?: Command): Promise<AppointmentVisit[]> {
    const rows = await (within ?? this.db.read).query<AppointmentRow[]>(
      `SELECT * FROM appointment WHERE ${condition}`,
      parameters,
    );
    const citizens = await this.citizens.citizensOf(
      rows.map(({ citizenId }) => citizenId),
      within,
    );
    return rows.map(fromRaw).map((row) => ({
      row,
      citizen: citizens.get(row.citizenId),
      note: row.noteSealed === null ? null : this.personalData.open(row.noteSealed),
    }));
  }
}
