import { Injectable } from '@nestjs/common';
import type { PageQuery, WaitlistStatus } from '@yiyun/shared';
import { Database, type Transaction } from '../../../platform/database/database.js';
import { ConcurrentWriteError } from '../../../platform/database/database-errors.js';
import { systemContext } from '../../../platform/http/context.js';
import { limitOf, readCursor } from '../../../platform/http/paging.js';
import type { Command } from '../../records/index.js';
import type { OpenSlot } from '../domain/booking.js';
import type { WaitlistRow } from './waitlist.entity.js';

/** An entry with what is held for it and how many wait before it. */
export interface WaitlistListed extends WaitlistRow {
  heldUntil: number | null;
  aheadCount: number;
}
interface Move {
  status: WaitlistStatus;
  kind: string;
  appointmentId?: string | null;
  /** The person himself acts; otherwise the system does, in whosever command. */
  byPerson?: boolean;
}
type Reading = Pick<Transaction, 'query'>;

const AT_MOST = 100;
const ENDED: readonly WaitlistStatus[] = ['taken', 'left', 'lapsed'];
/** Open slots of the time waited for that have not begun. */
const OPEN_SLOTS = `FROM slot WHERE slot.hallId = w.hallId AND slot.matterGroup = w.matterGroup AND slot.startsAt >= w.fromAt
  AND slot.endsAt <= w.untilAt AND slot.startsAt > ? AND slot.closedReason IS NULL`;
const LISTED = `SELECT w.*, (SELECT heldUntil FROM appointment a WHERE a.id = w.appointmentId) AS heldUntil,
  (SELECT COUNT(*) FROM waitlist_entry o WHERE o.hallId = w.hallId AND o.matterGroup = w.matterGroup
   AND o.status = 'waiting' AND o.fromAt < w.untilAt AND o.untilAt > w.fromAt
   AND (o.joinedAt < w.joinedAt OR (o.joinedAt = w.joinedAt AND o.id < w.id))) AS aheadCount FROM waitlist_entry w`;
const fromRaw = <R extends WaitlistRow>(row: R): R => ({
  ...row,
  version: Number(row.version),
  fromAt: Number(row.fromAt),
  untilAt: Number(row.untilAt),
  joinedAt: Number(row.joinedAt),
});
const listed = (row: WaitlistListed): WaitlistListed => ({
  ...fromRaw(row),
  heldUntil: row.heldUntil === null ? null : Number(row.heldUntil),
  aheadCount: Number(row.aheadCount),
});

/** Waitlist entries and their moves. */
@Injectable()
export class WaitlistStore {
  constructor(private readonly db: Database) {}

  async find(id: string, tx: Reading = this.db.read): Promise<WaitlistListed | undefined> {
    const [row] = await tx.query<WaitlistListed[]>(`${LISTED} WHERE w.id = ?`, [id]);
    return row && listed(row);
  }

  async isWaiting(tx: Reading, activeKey: string): Promise<boolean> {
    return (await tx.query<unknown[]>('SELECT id FROM waitlist_entry WHERE activeKey = ?', [activeKey])).length > 0;
  }

  /** The newest first; one row more than a page. */
  async ofCitizen(citizenId: string, query: PageQuery): Promise<WaitlistListed[]> {
    const [before] = readCursor(query.cursor, '') ?? ['~'];
    const rows = await this.db.read.query<WaitlistListed[]>(
      `${LISTED} WHERE w.citizenId = ? AND w.id < ? ORDER BY w.id DESC LIMIT ${limitOf(query) + 1}`,
      [citizenId, before],
    );
    return rows.map(listed);
  }

  /** Who waits for this slot, in the order of joining. */
  async waitingFor(tx: Reading, slot: OpenSlot): Promise<WaitlistRow[]> {
    const rows = await tx.query<WaitlistRow[]>(
      `SELECT * FROM waitlist_entry WHERE hallId = ? AND matterGroup = ? AND status = 'waiting' AND fromAt <= ? AND untilAt >= ?
       ORDER BY joinedAt, id LIMIT ${AT_MOST}`,
      [slot.hallId, slot.matterGroup, slot.startsAt, slot.endsAt],
    );
    return rows.map(fromRaw);
  }

  /** Slots that have a place although somebody waits for one. */
  async slotsToOffer(now: number): Promise<string[]> {
    const rows = await this.db.read.query<{ id: string }[]>(
      `SELECT DISTINCT slot.id FROM waitlist_entry w JOIN slot ON slot.hallId = w.hallId AND slot.matterGroup = w.matterGroup
       AND slot.startsAt >= w.fromAt AND slot.endsAt <= w.untilAt
       WHERE w.status = 'waiting' AND slot.startsAt > ? AND slot.closedReason IS NULL AND slot.booked < slot.capacityPublic
       LIMIT ${AT_MOST}`,
      [now],
    );
    return rows.map(({ id }) => id);
  }

  /** Entries for which no slot can come any more: all have begun, or are closed. */
  async lapsed(now: number): Promise<string[]> {
    const rows = await this.db.read.query<{ id: string }[]>(
      `SELECT w.id FROM waitlist_entry w WHERE w.status = 'waiting' AND NOT EXISTS (SELECT 1 ${OPEN_SLOTS}) LIMIT ${AT_MOST}`,
      [now],
    );
    return rows.map(({ id }) => id);
  }

  /** How many of the citizen's entries still wait or have an offer. */
  async openCount(tx: Reading, citizenId: string): Promise<number> {
    const [row] = await tx.query<{ n: number | string }[]>(
      "SELECT COUNT(*) AS n FROM waitlist_entry WHERE citizenId = ? AND status IN ('waiting','offered')",
      [citizenId],
    );
    return Number(row?.n ?? 0);
  }

  /** The entry to which a place was offered that is no longer held, or became an appointment. */
  async settle(command: Command, appointmentId: string, move: Move): Promise<void> {
    const [row] = await command.query<WaitlistRow[]>(
      "SELECT * FROM waitlist_entry WHERE appointmentId = ? AND status = 'offered'",
      [appointmentId],
    );
    if (row) await this.move(command, fromRaw(row), move);
  }

  /** By compare-and-set; recorded once and told. Who lost a race tries again and sees what became of it. */
  async move(command: Command, row: WaitlistRow, move: Move): Promise<void> {
    const { status, kind, appointmentId = row.appointmentId, byPerson } = move;
    const activeKey = ENDED.includes(status) ? null : row.activeKey;
    const moved = await command.change(
      'UPDATE waitlist_entry SET status = ?, appointmentId = ?, activeKey = ?, version = version + 1 WHERE id = ? AND version = ?',
      [status, appointmentId, activeKey, row.id, row.version],
    );
    if (moved !== 1) throw new ConcurrentWriteError('the waitlist entry was moved by somebody else');
    const facts = { status, appointmentId, activeKey };
    command.record({ ...entryOf(row), kind, facts }, byPerson ? undefined : systemContext);
    command.emit(eventOf(row, kind));
  }
}

/** The record of one entry. */
export const entryOf = (row: Pick<WaitlistRow, 'id' | 'citizenId' | 'taxpayerId'>) => ({
  streamId: `waitlist:${row.id}`,
  subjectKind: 'waitlist',
  subjectId: row.id,
  partyId: row.citizenId,
  onBehalfOf: row.taxpayerId,
});

export const eventOf = (row: WaitlistRow, type: string, data: Record<string, number> = {}) => ({
  type,
  hallId: row.hallId,
  subjectKind: 'waitlist',
  subjectId: row.id,
  citizenId: row.citizenId,
  data: { startsAt: row.fromAt, ...data },
});
