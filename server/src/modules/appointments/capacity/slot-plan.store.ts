import { Injectable } from '@nestjs/common';
import { instantAt, type LocalDate, type MatterGroup, matterGroups } from '@yiyun/shared';
import type { Transaction } from '../../../platform/database/database.js';
import { ConcurrentWriteError } from '../../../platform/database/database-errors.js';
import { insertSql, list } from '../../../platform/database/sql.js';
import { newId } from '../../../platform/ids.js';
import type { Command } from '../../records/index.js';
import { type DayPlan, type NewSlot, type SlotChanges, type SlotState, slotChanges } from '../domain/slot-changes.js';
import { SlotClosures } from '../slot-closures.js';
import { Places } from '../storage/places.js';

const COLUMNS = [
  'id',
  'hallId',
  'matterGroup',
  'onDay',
  'startsAt',
  'endsAt',
  'capacityTotal',
  'capacityPublic',
  'booked',
  'closedReason',
] as const;

type Reading = Pick<Transaction, 'query'>;
interface SlotRowRead extends Omit<SlotState, 'on' | 'group' | 'startsAt' | 'endsAt'> {
  matterGroup: MatterGroup;
  onDay: LocalDate;
  startsAt: string | number;
  endsAt: string | number;
}

/** Reads slots whole, and brings them to a plan. */
@Injectable()
export class SlotPlanStore {
  constructor(
    private readonly closures: SlotClosures,
    private readonly places: Places,
  ) {}

  async slotsOf(tx: Reading, hallId: string, fromOn: LocalDate, untilOn: LocalDate): Promise<SlotState[]> {
    const rows = await tx.query<SlotRowRead[]>(
      `SELECT id, matterGroup, onDay, startsAt, endsAt, capacityTotal, capacityPublic, booked, closedReason FROM slot
       WHERE hallId = ? AND matterGroup IN (${list(matterGroups.length)}) AND onDay >= ? AND onDay <= ?
       ORDER BY startsAt, matterGroup`,
      [hallId, ...matterGroups, fromOn, untilOn],
    );
    return rows.map(({ matterGroup, onDay, startsAt, endsAt, ...slot }) => ({
      ...slot,
      group: matterGroup,
      on: onDay,
      startsAt: Number(startsAt),
      endsAt: Number(endsAt),
    }));
  }

  /** What differs from the plan. The slots are read first: whoever closed one of them is then among the closures. */
  async changes(tx: Reading, hallId: string, days: readonly DayPlan[], now: number): Promise<SlotChanges & Stands> {
    const [first, last] = [days[0], days.at(-1)];
    if (!first || !last) return { fresh: [], changed: [], existing: [] };
    const existing = await this.slotsOf(tx, hallId, first.on, last.on);
    const closures = await this.closures.closuresOf(tx, hallId, instantAt(first.on, 0), instantAt(last.on, 1440));
    return { ...slotChanges(existing, days, closures, now), existing };
  }

  /**
   * Writes the changes. Places are compared with what is booked at that moment, not when they were planned; a slot that
   * somebody closed or opened since it was read undoes the command, which then plans anew.
   */
  async write(command: Command, hallId: string, { fresh, changed }: SlotChanges): Promise<void> {
    if (fresh.length > 0) await this.insert(command, hallId, fresh);
    const alike = new Map<string, SlotChange[]>();
    for (const change of changed) {
      const { after, before } = change;
      const key = JSON.stringify([after.capacityTotal, after.closedReason, before.closedReason]);
      alike.set(key, [...(alike.get(key) ?? []), change]);
    }
    for (const changes of alike.values()) await this.change(command, changes);
    await this.places.offerFree(
      command,
      changed.map(({ after }) => after.id),
    );
  }

  /** Slots that were closed alike, brought to the same places and the same reason. */
  private async change(command: Command, changes: readonly SlotChange[]): Promise<void> {
    const { before, after } = changes[0] as SlotChange;
    const { capacityTotal, closedReason } = after;
    const [wasClosed, closedBefore] =
      before.closedReason === null ? ['closedReason IS NULL', []] : ['closedReason = ?', [before.closedReason]];
    const changed = await command.change(
      `UPDATE slot SET capacityTotal = ?, capacityPublic = CASE WHEN booked > ? THEN booked ELSE ? END, closedReason = ?
       WHERE id IN (${list(changes.length)}) AND ${wasClosed}`,
      [
        capacityTotal,
        capacityTotal,
        capacityTotal,
        closedReason,
        ...changes.map(({ before: { id } }) => id),
        ...closedBefore,
      ],
    );
    if (changed !== changes.length) throw new ConcurrentWriteError('a slot was closed or opened by somebody else');
  }

  private async insert(command: Command, hallId: string, slots: readonly NewSlot[]): Promise<void> {
    const values = slots.flatMap((slot) => [
      newId(command.at),
      hallId,
      slot.group,
      slot.on,
      slot.startsAt,
      slot.endsAt,
      slot.capacityTotal,
      slot.capacityPublic,
      slot.booked,
      slot.closedReason,
    ]);
    await command.query(insertSql('slot', COLUMNS, slots.length), values);
  }
}

type SlotChange = SlotChanges['changed'][number];
interface Stands {
  /** The slots as they were read. */
  existing: SlotState[];
}
