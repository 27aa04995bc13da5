import { Injectable } from '@nestjs/common';
import { type MatterGroup, refusalByPolicy, type Standing } from '@yiyun/shared';
import { LRUCache } from 'lru-cache';
import { Database, type Statement, type Transaction } from '../../../platform/database/database.js';
import { list } from '../../../platform/database/sql.js';
import { type BoundRow, bindingKey, type Taxpayer, Taxpayers } from '../../identity/index.js';
import { type BoundBy, keysWanted, type OpenSlot, type Situation, type TimeOfSlot } from '../domain/booking.js';
import { BookingPolicies, type BookingPolicy } from '../policies/booking-policies.js';
import { FREE, Standings } from '../strikes/standings.js';
import type { StrikeSummary } from '../strikes/strike.repository.js';
import type { AppointmentRow } from './appointment.entities.js';
import { AppointmentRepository } from './appointment.repository.js';
import { fromRaw } from './appointment.rows.js';

/** What is asked for, as far as it must be looked up. */
export interface Asked {
  citizenId: string;
  taxpayerId: string;
  slotId: string;
  matters: readonly { id: string; group: MatterGroup }[];
  /** A place is to be held, not booked at once. */
  hold: boolean;
  boundBy?: BoundBy;
  /** Given where the right to act for the taxpayer needs no look. */
  taxpayer?: Taxpayer;
}
export interface Looked {
  situation: Situation;
  taxpayers: ReadonlyMap<string, Taxpayer>;
  /** Holds in the way whose time is over. */
  expired: AppointmentRow[];
  /** Live holds of those who ask, made by themselves. */
  ownHolds: AppointmentRow[];
}
type StoredSlot = OpenSlot & { expired: number | string };

/** Holds in a slot whose time is over by the instant of the parameter: they stand in nobody's way. */
export const EXPIRED_HOLDS =
  '(SELECT COUNT(*) FROM appointment h WHERE h.heldUntil <= ? AND INSTR(h.slotIds, slot.id) > 0)';
const SLOTS = `SELECT id, hallId, matterGroup, onDay, startsAt, endsAt, capacityPublic, booked, closedReason,
  ${EXPIRED_HOLDS} AS expired FROM slot`;

const isBoundByAll = ({ boundBy = 'policy' }: { boundBy?: BoundBy }): boolean => boundBy === 'policy';

const readSlot = (slot: StoredSlot): [string, StoredSlot] => [
  slot.id,
  { ...slot, startsAt: Number(slot.startsAt), endsAt: Number(slot.endsAt) },
];

/** The question who holds these keys; `readHolders` takes its answers. */
const holdersOf = (taxpayerKeys: readonly string[], citizenKeys: readonly string[]): Statement[] =>
  Object.entries({ activeKey: taxpayerKeys, citizenKey: citizenKeys })
    .filter(([, keys]) => keys.length > 0)
    .map(([column, keys]) => ({
      sql: `SELECT * FROM appointment WHERE ${column} IN (${list(keys.length)})`,
      parameters: keys,
    }));
const readHolders = (answers: readonly unknown[]): AppointmentRow[] =>
  (answers as AppointmentRow[][]).flat().map(fromRaw);

/** A citizen holds one choice at a time: what those who want to hold hold already. */
function holdsStatement(asked: readonly Asked[], now: number): Statement[] {
  const citizens = [...new Set(asked.filter(({ hold }) => hold).map(({ citizenId }) => citizenId))];
  if (citizens.length === 0) return [];
  return [
    {
      sql: `SELECT * FROM appointment WHERE heldUntil > ? AND offeredBy IS NULL AND citizenId IN (${list(citizens.length)})`,
      parameters: [now, ...citizens],
    },
  ];
}

/** Reads what a decision about bookings needs, within the booking transaction. */
@Injectable()
export class BookingSituation {
  /** When slots lie that were asked for before, which never changes: what is known needs no round trip of its own. */
  private readonly times = new LRUCache<string, TimeOfSlot>({ max: 20_000 });

  constructor(
    private readonly db: Database,
    private readonly appointments: AppointmentRepository,
    private readonly taxpayers: Taxpayers,
    private readonly policies: BookingPolicies,
    private readonly standings: Standings,
  ) {}

  /** `also` is asked in the same round trip as the first look; its outcome comes back beside what was looked up. */
  async look(
    tx: Transaction,
    asked: readonly Asked[],
    now: number,
    also: readonly Statement[] = [],
  ): Promise<Looked & { also: unknown[] }> {
    const policy = this.policies.inForce(now);
    const first = [...new Set(asked.map(({ slotId }) => slotId))].sort();
    const unsure = asked.filter(({ taxpayer }) => !taxpayer);
    const strikes = this.standings.statement(
      policy,
      asked.filter(isBoundByAll).map(({ taxpayerId }) => taxpayerId),
    );
    const foreseen = first.every((id) => this.times.has(id))
      ? this.holdersWanted(asked, this.times, policy)
      : undefined;
    const holding = holdsStatement(asked, now);
    const looks = [also, strikes, holding, foreseen ?? []];
    const [slotRows, bound, ...answers] = (await tx.queryAll([
      this.slotStatement(`id IN (${list(first.length)})`, first, now),
      this.taxpayers.boundToStatement(unsure),
      ...looks.flat(),
    ])) as [StoredSlot[], BoundRow[], ...unknown[]];
    const [others, [struck = []], ownHolds, foreseenHolders] = looks.map(({ length }) => answers.splice(0, length)) as [
      unknown[],
      StrikeSummary[][],
      unknown[],
      unknown[],
    ];
    const slots = await this.withFollowing(tx, asked, new Map(slotRows.map(readSlot)), now);
    for (const { id, onDay, startsAt } of slots.values()) this.times.set(id, { onDay, startsAt });
    const taxpayers = this.taxpayers.readBoundTo(bound);
    const standings = await this.standings.read(policy, struck, now, tx);
    const holders = readHolders(
      foreseen ? foreseenHolders : await tx.queryAll(this.holdersWanted(asked, slots, policy)),
    );
    const isHeldBy = new Map(holders.map((row) => [row.id, row]));
    for (const row of readHolders(ownHolds)) isHeldBy.set(row.id, row);
    const held = [...isHeldBy.values()].filter(({ status }) => status === 'held');
    const isOver = ({ heldUntil }: AppointmentRow): boolean => heldUntil !== null && heldUntil <= now;
    const expired = new Map(held.filter(isOver).map((row) => [row.id, row]));
    if ([...slots.values()].some((slot) => Number(slot.expired) > 0)) {
      const wanted = (row: AppointmentRow): boolean => row.slotIds.some((id) => slots.has(id));
      for (const row of (await this.appointments.holdsOver(tx, now)).filter(wanted)) expired.set(row.id, row);
    }
    const keys = holders.flatMap(({ activeKey, citizenKey }) => [activeKey, citizenKey]);
    return {
      also: others,
      taxpayers,
      expired: [...expired.values()].sort((a, b) => (a.heldUntil ?? 0) - (b.heldUntil ?? 0)),
      ownHolds: held.filter((row) => !isOver(row) && row.offeredBy === null),
      situation: {
        now,
        slots,
        mayActFor: (citizenId, taxpayerId) => taxpayers.has(bindingKey(citizenId, taxpayerId)),
        activeKeys: new Set(keys.filter((key) => key !== null)),
        rules: policy.rules,
        refusalByPolicy: this.refusals(policy, standings, now),
      },
    };
  }

  private refusals(
    { rules }: BookingPolicy,
    standings: ReadonlyMap<string, Standing>,
    now: number,
  ): NonNullable<Situation['refusalByPolicy']> {
    const days = this.policies.bookable(now);
    return (wish, onDay) => {
      if (wish.boundBy === 'nothing') return undefined;
      const standing = isBoundByAll(wish) ? standings.get(wish.taxpayerId) : undefined;
      return refusalByPolicy(onDay, rules, { days, standing: standing ?? FREE, now });
    };
  }

  /** Slots, locked where the database can: it saves tries, and no decision rests on it. */
  private slotStatement(where: string, parameters: readonly unknown[], now: number): Statement {
    const lock = this.db.isSqlite ? '' : ' FOR UPDATE';
    return { sql: `${SLOTS} WHERE ${where} ORDER BY id${lock}`, parameters: [now, ...parameters] };
  }

  /** With those that further matters may take. */
  private async withFollowing(
    tx: Transaction,
    asked: readonly Asked[],
    first: Map<string, StoredSlot>,
    now: number,
  ): Promise<Map<string, StoredSlot>> {
    const stretches = asked.flatMap(({ slotId, matters }) => {
      const slot = first.get(slotId);
      if (!slot || matters.length === 1) return [];
      const until = slot.startsAt + matters.length * (slot.endsAt - slot.startsAt);
      return [[slot.hallId, slot.startsAt, until]];
    });
    if (stretches.length === 0) return first;
    const where = stretches.map(() => '(hallId = ? AND startsAt > ? AND startsAt < ?)').join(' OR ');
    const [rows] = (await tx.queryAll([this.slotStatement(where, stretches.flat(), now)])) as [StoredSlot[]];
    return new Map([...first, ...rows.map(readSlot)]);
  }

  private holdersWanted(
    asked: readonly Asked[],
    times: { get(slotId: string): TimeOfSlot | undefined },
    { rules }: BookingPolicy,
  ): Statement[] {
    const wanted = asked.flatMap((one) => {
      const slot = times.get(one.slotId);
      return slot ? [keysWanted(one, slot, rules)] : [];
    });
    return holdersOf(
      wanted.flatMap(({ ofTaxpayer }) => ofTaxpayer),
      wanted.flatMap(({ ofCitizen }) => ofCitizen),
    );
  }

  /** The appointments that hold these keys. */
  async holders(tx: Transaction, taxpayerKeys: string[], citizenKeys: string[]): Promise<AppointmentRow[]> {
    return readHolders(await tx.queryAll(holdersOf(taxpayerKeys, citizenKeys)));
  }

  /** Whether somebody may still have an appointment in the half-day of a slot; holds whose time is over don't count. */
  async hasRoom(
    tx: Transaction,
    who: Pick<Asked, 'citizenId' | 'taxpayerId'>,
    slot: Pick<OpenSlot, 'onDay' | 'startsAt'>,
    now: number,
  ): Promise<boolean> {
    const { ofTaxpayer, ofCitizen } = keysWanted(who, slot, this.policies.inForce(now).rules);
    const holders = await this.holders(tx, ofTaxpayer, ofCitizen);
    const standing = holders.filter(({ heldUntil }) => heldUntil === null || heldUntil > now);
    const taken = new Set(standing.flatMap(({ activeKey, citizenKey }) => [activeKey, citizenKey]));
    const isFree = (keys: string[]): boolean => keys.length === 0 || keys.some((key) => !taken.has(key));
    return isFree(ofTaxpayer) && isFree(ofCitizen);
  }
}
