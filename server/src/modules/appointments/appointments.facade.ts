import { Injectable } from '@nestjs/common';
import {
  AppError,
  type AppointmentAction,
  checkInTimes,
  localDateOf,
  type OnSiteReason,
  sayInstant,
} from '@yiyun/shared';
import { Halls } from '../halls/index.js';
import type { Taxpayer } from '../identity/index.js';
import type { Command } from '../records/index.js';
import { BookableMatters } from './bookable-matters.js';
import { statusOfBooking } from './domain/new-appointment.js';
import { BookingPolicies } from './policies/booking-policies.js';
import type { AppointmentRow } from './storage/appointment.entities.js';
import { type AppointmentMove, AppointmentMoves, statusAfter } from './storage/appointment.moves.js';
import { AppointmentRepository } from './storage/appointment.repository.js';
import { Bookings } from './storage/bookings.js';

export interface PlaceIn {
  slotId: string;
  /** The first takes the slot, each further one the next after it. */
  matterIds: readonly string[];
  citizenId: string;
  taxpayer: Taxpayer;
}
export interface HoldIn extends PlaceIn {
  heldUntil: number;
  offeredBy: 'disruption';
}
export interface Submission {
  /** The version that the person saw; left out where the caller guards by itself. */
  version?: number;
  note?: string | undefined;
  onSiteReason?: OnSiteReason | undefined;
}

/** The text of the QR code or the reference number; or, where it is known, the appointment itself. */
export interface AppointmentCode {
  code?: string;
  appointmentId?: string;
}
export interface Arrival {
  row: AppointmentRow;
  /** When its check-in opened. */
  opensAt: number;
}

/** What other modules may do with appointments, within their own command. Refusals are AppErrors. */
@Injectable()
export class Appointments {
  constructor(
    private readonly repository: AppointmentRepository,
    private readonly bookings: Bookings,
    private readonly moves: AppointmentMoves,
    private readonly matters: BookableMatters,
    private readonly policies: BookingPolicies,
    private readonly halls: Halls,
  ) {}

  /** Throws `request.not_found`. */
  async get(command: Command, id: string): Promise<AppointmentRow> {
    const row = await this.repository.find(id, command);
    if (!row) throw new AppError('request.not_found');
    return row;
  }

  /**
   * Holds a place beside what the person has: it counts against no half-day until it is submitted. Undefined when it can't
   * be had: full, closed, past, or the matters don't fit.
   */
  async holdIn(command: Command, { heldUntil, offeredBy, ...place }: HoldIn): Promise<AppointmentRow | undefined> {
    const matters = this.matters.get(place.matterIds);
    const how = { matters, heldUntil, boundBy: 'nothing', beside: true, over: { offeredBy } } as const;
    const row = await this.bookings.reserve(command, { ...place, ...how });
    if (row instanceof AppError) return undefined;
    await this.bookings.insert(command, row, place.taxpayer);
    return row;
  }

  /** Books a place that the hall owes somebody: he may have no more than others in a half-day, and no other rule binds him. */
  async bookIn(command: Command, place: PlaceIn): Promise<AppointmentRow> {
    const matters = this.matters.get(place.matterIds);
    const row = await this.bookings.reserve(command, { ...place, matters, boundBy: 'nothing' });
    if (row instanceof AppError) throw row;
    await this.bookings.insert(command, row, place.taxpayer);
    return row;
  }

  /** Makes a held place an appointment, confirmed or pending by its matters. */
  async submitHeld(command: Command, row: AppointmentRow, submission: Submission = {}): Promise<AppointmentRow> {
    statusAfter(row, 'citizen', 'submit');
    if (row.heldUntil !== null && row.heldUntil <= command.at) throw new AppError('appointment.hold_expired');
    const { version = row.version, note, onSiteReason = row.onSiteReason } = submission;
    const keys = await this.bookings.keysFor(command, row);
    return this.moves.move(command, row, {
      status: statusOfBooking(this.matters.booked(row.matterIds)),
      version,
      kind: 'AppointmentSubmitted',
      note,
      also: { ...keys, onSiteReason, bookedAt: command.at },
    });
  }

  /** Ends the holds whose time is over, so that a place of theirs that somebody waits for is seen as his. */
  async endExpiredHolds(command: Command): Promise<void> {
    for (const row of await this.repository.holdsOver(command, command.at)) await this.moves.endHold(command, row);
  }

  /** Gives a held place back; does nothing when it is held no more. */
  async release(command: Command, id: string): Promise<void> {
    const row = await this.repository.find(id, command);
    if (row?.status === 'held') await this.moves.endHold(command, row);
  }

  /** The hall can't keep it: cancelled by the hall, which never counts against the citizen (A3). */
  async closeOut(command: Command, id: string, reason: string): Promise<AppointmentRow> {
    return this.act(command, await this.get(command, id), 'closeOut', {
      kind: 'AppointmentClosedOut',
      reason,
      also: { cancelledBy: 'hall' },
    });
  }

  /** Undefined for a code that is no appointment's; what it may be: see `checkIn`. */
  find(command: Command, { code, appointmentId }: AppointmentCode): Promise<AppointmentRow | undefined> {
    if (appointmentId !== undefined) return this.repository.find(appointmentId, command);
    return this.repository.findByCode(code ?? '', command);
  }

  /**
   * The person is in this hall and draws a ticket: on its day, within the time of its policy, once. Refusals say where and
   * when it would be; one that is checked in already, or undone, is `request.not_available`.
   */
  async checkIn(command: Command, { hallId, ...wanted }: AppointmentCode & { hallId: string }): Promise<Arrival> {
    const row = await this.find(command, wanted);
    if (!row) throw new AppError('queue.code_unknown');
    const when = sayInstant(row.startsAt, command.at);
    if (row.hallId !== hallId)
      throw new AppError('queue.appointment_other_hall', { hall: this.halls.get(row.hallId).name });
    if (row.onDay !== localDateOf(command.at)) throw new AppError('queue.appointment_not_today', { when });
    const status = statusAfter(row, 'officer', 'checkIn');
    const { from, until } = checkInTimes(row, this.policies.get(row.policyId).rules);
    if (command.at < from) throw new AppError('queue.too_early', { when: sayInstant(from, command.at) });
    if (command.at > until) throw new AppError('queue.too_late');
    const move = { status, version: row.version, kind: 'AppointmentCheckedIn', looksAgain: true };
    return { row: await this.moves.move(command, row, move), opensAt: from };
  }

  /**
   * The person is at the counter; does nothing the second time. With a case, the appointment remembers the first one
   * opened from it, at whichever moment of the service. Another hall's appointment is not found.
   */
  async serve(command: Command, id: string, hallId: string, caseId?: string): Promise<AppointmentRow> {
    const row = await this.get(command, id);
    if (row.hallId !== hallId) throw new AppError('request.not_found');
    const also = caseId ? { caseId } : {};
    if (row.status !== 'serving') return this.act(command, row, 'serve', { kind: 'AppointmentServed', also });
    if (!caseId) return row;
    if (row.caseId !== null) throw new AppError('request.not_available');
    const { status, version } = row;
    return this.moves.move(command, row, { status, version, kind: 'AppointmentServed', also });
  }

  /** What was booked is done, as far as the appointment goes; does nothing when it is already. */
  async complete(command: Command, id: string): Promise<void> {
    const row = await this.repository.find(id, command);
    if (row?.status !== 'serving') return;
    await this.act(command, row, 'complete', { kind: 'AppointmentCompleted' });
  }

  private act(
    command: Command,
    row: AppointmentRow,
    action: AppointmentAction,
    how: Pick<AppointmentMove, 'kind' | 'reason' | 'also'>,
  ): Promise<AppointmentRow> {
    const status = statusAfter(row, 'officer', action);
    return this.moves.move(command, row, { status, version: row.version, ...how });
  }
}
