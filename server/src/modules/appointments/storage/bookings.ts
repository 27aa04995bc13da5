import { Injectable } from '@nestjs/common';
import { AppError } from '@yiyun/shared';
import type { Statement } from '../../../platform/database/database.js';
import { ConcurrentWriteError, isDuplicate } from '../../../platform/database/database-errors.js';
import { newId } from '../../../platform/ids.js';
import type { Taxpayer } from '../../identity/index.js';
import type { Matter } from '../../matters/index.js';
import type { Command } from '../../records/index.js';
import { type BoundBy, decide, keysWanted } from '../domain/booking.js';
import { newAppointment } from '../domain/new-appointment.js';
import { BookingPolicies } from '../policies/booking-policies.js';
import type { AppointmentRow } from './appointment.entities.js';
import { AppointmentMoves } from './appointment.moves.js';
import { insertAppointments } from './appointment.rows.js';
import { type Asked, BookingSituation, type Looked } from './booking.situation.js';
import { Places } from './places.js';
import { recordNew } from './record-new.js';

/** One place wanted within a command, for somebody whose right to it was looked at before. */
export interface PlaceWanted {
  slotId: string;
  matters: readonly Pick<Matter, 'id' | 'group' | 'confirmation'>[];
  citizenId: string;
  taxpayer: Taxpayer;
  /** Held until then; left out, it is booked. */
  heldUntil?: number;
  boundBy: BoundBy;
  /** True: it does not count against what the taxpayer may have in a half-day, until it is submitted. */
  beside?: boolean;
  /** What it takes the place of; its caller ends it. */
  replaces?: AppointmentRow;
  over?: Partial<AppointmentRow>;
}

/** Books within somebody's command; the many bookings of citizens go through BookingStore. */
@Injectable()
export class Bookings {
  constructor(
    private readonly situations: BookingSituation,
    private readonly places: Places,
    private readonly moves: AppointmentMoves,
    private readonly policies: BookingPolicies,
  ) {}

  /**
   * Looks before a decision. Holds whose time is over are ended first, so that their places go the one way back. `also` is
   * asked in the same round trip.
   */
  async look(
    command: Command,
    asked: readonly Asked[],
    also: readonly Statement[] = [],
  ): Promise<Looked & { also: unknown[] }> {
    const looked = await this.situations.look(command, asked, command.at, also);
    if (looked.expired.length === 0) return looked;
    for (const row of looked.expired) await this.moves.endHold(command, row);
    return { ...(await this.situations.look(command, asked, command.at)), also: looked.also };
  }

  /** Takes the places for an appointment that is still to be written by `insert`, or says why not; a refusal takes nothing. */
  async reserve(command: Command, wanted: PlaceWanted): Promise<AppointmentRow | AppError> {
    const { slotId, matters, citizenId, taxpayer, boundBy, heldUntil, replaces } = wanted;
    const asked: Asked = { citizenId, taxpayerId: taxpayer.id, slotId, matters, boundBy, hold: false, taxpayer };
    const { situation } = await this.look(command, [asked]);
    const groups = matters.map(({ group }) => group);
    const wish = { slotId, citizenId, taxpayerId: taxpayer.id, groups, boundBy, vouched: true };
    const [decision] = decide(
      [{ ...wish, ...(replaces && { replaces: [replaces] }) }],
      wanted.beside ? { ...situation, activeKeys: new Set() } : situation,
    );
    if (!decision?.granted) return decision?.refusal ?? new AppError('request.not_found');

    const { slots, activeKey, citizenKey } = decision;
    const own = new Set(replaces?.slotIds);
    const fresh = slots.filter(({ id }) => !own.has(id));
    await this.places.take(command, new Map(fresh.map(({ id }) => [id, 1])));
    const { id: policyId } = this.policies.inForce(command.at);
    const making = { id: newId(command.at), now: command.at, slots, matters, citizenId, taxpayer, policyId };
    const keys = wanted.beside ? {} : { activeKey, citizenKey };
    return newAppointment({ ...making, ...(heldUntil && { heldUntil }) }, { ...keys, ...wanted.over });
  }

  /** Writes a new appointment whose places are taken. */
  async insert(command: Command, row: AppointmentRow, taxpayer: Taxpayer, note?: string): Promise<void> {
    try {
      await command.query(...insertAppointments([row]));
    } catch (error) {
      throw isDuplicate(error) ? new ConcurrentWriteError('the half-day was taken by somebody else') : error;
    }
    recordNew(command, row, { taxpayer, note });
  }

  /** The keys that a held place beside others takes when it is accepted; refuses where the half-day is full. */
  async keysFor(command: Command, row: AppointmentRow): Promise<Pick<AppointmentRow, 'activeKey' | 'citizenKey'>> {
    if (row.activeKey !== null) return { activeKey: row.activeKey, citizenKey: row.citizenKey };
    const { rules } = this.policies.inForce(command.at);
    const { ofTaxpayer, ofCitizen } = keysWanted(row, row, rules);
    const holders = await this.situations.holders(command, ofTaxpayer, ofCitizen);
    const isOver = ({ heldUntil }: AppointmentRow): boolean => heldUntil !== null && heldUntil <= command.at;
    for (const over of holders.filter(isOver)) await this.moves.endHold(command, over);
    const standing = holders.filter((holder) => !isOver(holder));
    const taken = new Set(standing.flatMap((holder) => [holder.activeKey, holder.citizenKey]));
    const activeKey = ofTaxpayer.find((key) => !taken.has(key));
    const citizenKey = ofCitizen.find((key) => !taken.has(key)) ?? null;
    if (activeKey === undefined || (ofCitizen.length > 0 && citizenKey === null))
      throw new AppError('appointment.already_booked');
    return { activeKey, citizenKey };
  }
}
