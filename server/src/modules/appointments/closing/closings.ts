import { Injectable } from '@nestjs/common';
import { AppError, halfDayOf, localDateOf, type MatterGroup, matterGroups } from '@yiyun/shared';
import { Database, type Transaction } from '../../../platform/database/database.js';
import { ConcurrentWriteError } from '../../../platform/database/database-errors.js';
import { list } from '../../../platform/database/sql.js';
import type { Command } from '../../records/index.js';
import { Appointments } from '../appointments.facade.js';
import { BookableMatters } from '../bookable-matters.js';
import { runsOf } from '../domain/booking.js';
import type { SlotClosure } from '../domain/slot-changes.js';
import type { AppointmentRow } from '../storage/appointment.entities.js';
import { fromRaw } from '../storage/appointment.rows.js';
import { type FreeSlot, SlotRepository } from '../storage/slot.repository.js';

/** A time for which a hall, or one group of its matters, is closed. */
export interface Closing extends SlotClosure {
  hallId: string;
}
/** Where a visit for certain matters can begin: one slot a matter, without a gap. */
export interface Beginning {
  hallId: string;
  slotIds: string[];
  startsAt: number;
  endsAt: number;
  /** Visits that can still begin there. */
  left: number;
}
type Within = Pick<Transaction, 'query'>;

const groupsOf = ({ group }: SlotClosure): readonly MatterGroup[] => (group === null ? matterGroups : [group]);
/** Who has come is served; who has not, and still could, is affected. */
const AFFECTED = "status IN ('pending','confirmed','held')";

/** What a disruption closes, whom that affects, and where they could go instead. */
@Injectable()
export class Closings {
  constructor(
    private readonly db: Database,
    private readonly appointments: Appointments,
    private readonly matters: BookableMatters,
    private readonly slots: SlotRepository,
  ) {}

  /** Closes every open slot that the time touches, and says how many. From its commit on nobody books there. */
  close(command: Command, closing: Closing): Promise<number> {
    const [where, parameters] = touchedSlots(closing, command.at);
    return command.change(`UPDATE slot SET closedReason = ? WHERE closedReason IS NULL AND ${where}`, [
      closing.reason,
      ...parameters,
    ]);
  }

  /** How many slots `close` would close. */
  async openSlots(closing: Closing, now: number): Promise<number> {
    const [where, parameters] = touchedSlots(closing, now);
    const [row] = await this.db.read.query<{ n: number | string }[]>(
      `SELECT COUNT(*) AS n FROM slot WHERE closedReason IS NULL AND ${where}`,
      parameters,
    );
    return Number(row?.n ?? 0);
  }

  /** Appointments with a place in the closed time whose people have not come, in the order of their beginning; none whose hold is over. */
  async affected(tx: Within, closing: Closing, now: number): Promise<AppointmentRow[]> {
    const [where, parameters] = touchedSlots(closing, now);
    const slots = await tx.query<{ id: string }[]>(`SELECT id FROM slot WHERE ${where}`, parameters);
    const touched = new Set(slots.map(({ id }) => id));
    const { hallId, fromAt, untilAt } = closing;
    const lock = tx === this.db.read || this.db.isSqlite ? '' : ' FOR UPDATE';
    const rows = await tx.query<AppointmentRow[]>(
      `SELECT * FROM appointment WHERE hallId = ? AND onDay >= ? AND onDay <= ? AND ${AFFECTED}
       AND (heldUntil IS NULL OR heldUntil > ?) ORDER BY startsAt, id${lock}`,
      [hallId, localDateOf(Math.max(fromAt, now)), localDateOf(untilAt), now],
    );
    return rows.map(fromRaw).filter(({ slotIds }) => slotIds.some((id) => touched.has(id)));
  }

  /** The hall can't keep these: cancelled by the hall, none of them counts against anybody (A3). */
  async closeOut(command: Command, rows: readonly AppointmentRow[], reason: string): Promise<void> {
    for (const { id } of rows) {
      await this.appointments.closeOut(command, id, reason).catch((error: unknown) => {
        // Moved by its owner or an officer since it was read: the whole command looks again.
        throw error instanceof AppError ? new ConcurrentWriteError(error.message) : error;
      });
    }
  }

  /** Where a visit for these matters can begin from an instant on, in every hall. */
  async beginnings(command: Command, matterIds: readonly string[], fromAt: number): Promise<Beginning[]> {
    await this.appointments.endExpiredHolds(command);
    const groups = this.matters.booked(matterIds).map(({ group }) => group);
    const slots = await this.slots.openFrom(command, [...new Set(groups)], fromAt, command.at);
    const runOf = runsOf(slots);
    return slots
      .filter(({ matterGroup }) => matterGroup === groups[0])
      .flatMap((first) => {
        const run = runOf(first, groups);
        return run ? [beginningOf(run)] : [];
      });
  }

  /** Half-days, as `2026-11-30:pm`, in which the citizen or the taxpayer is expected somewhere; places held by a disruption apart. */
  async expectedHalfDays(
    tx: Within,
    { citizenId, taxpayerId }: Pick<AppointmentRow, 'citizenId' | 'taxpayerId'>,
    now: number,
  ): Promise<{ booked: Set<string>; offered: Set<string> }> {
    const rows = await tx.query<Pick<AppointmentRow, 'onDay' | 'startsAt' | 'offeredBy' | 'heldUntil'>[]>(
      `SELECT onDay, startsAt, offeredBy, heldUntil FROM appointment WHERE endsAt >= ?
       AND (citizenId = ? OR (activeKey > ? AND activeKey < ?)) AND ${AFFECTED} AND (heldUntil IS NULL OR heldUntil > ?)`,
      [now, citizenId, `${taxpayerId}:`, `${taxpayerId};`, now],
    );
    const isOffer = (row: (typeof rows)[number]): boolean => row.heldUntil !== null && row.offeredBy === 'disruption';
    const keyOf = (row: (typeof rows)[number]): string => `${row.onDay}:${halfDayOf(Number(row.startsAt))}`;
    return {
      booked: new Set(rows.filter((row) => !isOffer(row)).map(keyOf)),
      offered: new Set(rows.filter(isOffer).map(keyOf)),
    };
  }

  async rowsOf(ids: readonly string[], tx: Within = this.db.read): Promise<ReadonlyMap<string, AppointmentRow>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.query<AppointmentRow[]>(`SELECT * FROM appointment WHERE id IN (${list(ids.length)})`, [
      ...ids,
    ]);
    return new Map(rows.map((row) => [row.id, fromRaw(row)]));
  }
}

/** Slots that the time touches and that are not over. */
function touchedSlots(closing: Closing, now: number): [where: string, parameters: unknown[]] {
  const groups = groupsOf(closing);
  return [
    `hallId = ? AND matterGroup IN (${list(groups.length)}) AND startsAt < ? AND endsAt > ?`,
    [closing.hallId, ...groups, closing.untilAt, Math.max(closing.fromAt, now)],
  ];
}

const beginningOf = (run: readonly FreeSlot[]): Beginning => ({
  hallId: (run[0] as FreeSlot).hallId,
  slotIds: run.map(({ id }) => id),
  startsAt: (run[0] as FreeSlot).startsAt,
  endsAt: (run.at(-1) as FreeSlot).endsAt,
  left: Math.min(...run.map(({ remaining }) => remaining)),
});
