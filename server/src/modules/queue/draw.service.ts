import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  AppError,
  type CheckInBody,
  type DrawTicketBody,
  type Lane,
  localDateOf,
  type MatterGroup,
  maskName,
  normalisePhone,
  type PriorityReason,
  type StaffTicketView,
  type TicketSource,
} from '@yiyun/shared';
import { Clock } from '../../platform/clock.js';
import { PersonalData } from '../../platform/crypto/personal-data.js';
import type { Context } from '../../platform/http/context.js';
import { requireHallOfficer } from '../../platform/http/policies.js';
import { newId } from '../../platform/ids.js';
import { type Hall, Halls } from '../halls/index.js';
import { type Matter, Matters } from '../matters/index.js';
import { type Command, UnitOfWork } from '../records/index.js';
import { AppointmentArrivals } from './appointment-arrivals.js';
import { laneOf, needsOf, timesOf } from './domain/ticket.js';
import { HallQueues } from './hall-queues.js';
import { QueuePolicies } from './queue-policies.js';
import type { TicketRow } from './storage/ticket.entities.js';
import { TicketRepository } from './storage/ticket.repository.js';
import { dayCounter, TicketStore } from './storage/ticket.store.js';
import { TicketViews } from './ticket-views.js';

const letters: Record<Lane, string> = { priority: 'V', appointment: 'Y', simple: 'A', complex: 'B' };
export const numberOf = (letter: string, serial: number): string => `${letter}${String(serial).padStart(3, '0')}`;
/** 96 bits: nobody finds another's ticket by trying. */
export const newPublicToken = (): string => randomBytes(12).toString('base64url');

/** Who draws, and with what claim. */
export interface NewTicket {
  hall: Hall;
  serial: number;
  source: TicketSource;
  matters: readonly Matter[];
  priorityReason?: PriorityReason | undefined;
  appointment?: { id: string; citizenId: string; opensAt: number };
  name?: string | undefined;
  phone?: string | undefined;
}

/** Tickets are drawn: by appointment, at the guide desk, at the kiosk. */
@Injectable()
export class DrawService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: TicketStore,
    private readonly tickets: TicketRepository,
    private readonly views: TicketViews,
    private readonly queues: HallQueues,
    private readonly policies: QueuePolicies,
    private readonly arrivals: AppointmentArrivals,
    private readonly halls: Halls,
    private readonly matters: Matters,
    private readonly personalData: PersonalData,
    private readonly clock: Clock,
  ) {}

  draw(ctx: Context, hallId: string, body: DrawTicketBody): Promise<StaffTicketView> {
    return this.drawing(ctx, 'queue.draw', hallId, async (command, hall, serial) => {
      const { isOpen, windows } = await this.queues.now(hallId);
      if (!isOpen && !windows.some(({ status }) => status?.state === 'open')) throw new AppError('queue.hall_closed');
      const matters = body.matterIds.map((id) => this.matters.get(id));
      const { source, priorityReason, name, phone } = body;
      return this.newRow(command, { hall, serial, source, matters, priorityReason, name, phone });
    });
  }

  checkIn(ctx: Context, hallId: string, body: CheckInBody): Promise<StaffTicketView> {
    return this.drawing(ctx, 'queue.checkIn', hallId, async (command, hall, serial) => {
      const code = await this.codeOf(command, hallId, body);
      const id = await this.arrivals.idOf(command, code);
      const earlier = id && (await this.tickets.ofAppointment(id, command));
      if (earlier) throw new AppError('queue.already_checked_in', { number: earlier.number });
      const appointment = await this.arrivals.checkIn(command, { ...code, hallId });
      const matters = appointment.matterIds.map((matterId) => this.matters.get(matterId));
      const { priorityReason } = body;
      return this.newRow(command, { hall, serial, source: 'appointment', matters, priorityReason, appointment });
    });
  }

  async findAppointments(ctx: Context, hallId: string, phoneTail: string) {
    requireHallOfficer(ctx, this.halls.get(hallId).id);
    const expected = await this.arrivals.expectedOn(hallId, localDateOf(this.clock.now()));
    return expected
      .filter(({ phone }) => phone?.endsWith(phoneTail))
      .map(({ id, referenceNo, startsAt, matterIds, name }) => ({
        id,
        referenceNo,
        startsAt,
        matterName: this.matters.get(matterIds[0] ?? '').name,
        maskedName: maskName(name),
      }));
  }

  /** The number first: who draws at the same time waits there, and then sees what this one did. */
  private async drawing(
    ctx: Context,
    what: string,
    hallId: string,
    rowOf: (command: Command, hall: Hall, serial: number) => Promise<TicketRow>,
  ): Promise<StaffTicketView> {
    const hall = this.halls.get(hallId);
    const counter = dayCounter(hallId, localDateOf(this.clock.now()));
    await this.store.openCounter(counter);
    const view = await this.work.run(ctx, what, async (command) => {
      requireHallOfficer(ctx, hallId);
      const row = await rowOf(command, hall, await this.store.drawSerials(command, counter));
      await this.store.insert(command, row, this.wordsOf(row));
      return this.views.staff(ctx, row, await this.views.outlooks(hallId), command);
    });
    this.queues.touch(hallId);
    return view;
  }

  /** At the desk without a code the last digits of the phone must fit the booking that was picked. */
  private async codeOf(command: Command, hallId: string, { code, phoneTail, appointmentId }: CheckInBody) {
    if (code) return { code };
    if (!appointmentId || !phoneTail) {
      const refusal = new AppError('request.invalid');
      refusal.fields = [{ path: 'code', message: '请扫描预约码，或填写手机号后四位并选择预约' }];
      throw refusal;
    }
    const visit = (await this.arrivals.visits([appointmentId], command)).get(appointmentId);
    if (visit && !visit.phone?.endsWith(phoneTail)) throw new AppError('queue.code_unknown');
    return { appointmentId, hallId };
  }

  /** A ticket as it is drawn; its lane and its place in the order are decided here, once. */
  async newRow(command: Command, ticket: NewTicket): Promise<TicketRow> {
    const { hall, serial, source, matters, priorityReason = null, appointment, name, phone } = ticket;
    const windows = hall.windows.filter(({ active }) => active);
    const needs = needsOf(
      matters.map(({ category }) => category),
      windows,
    );
    if (!needs || matters.some(({ counterAvailable }) => !counterAvailable))
      throw new AppError('queue.matter_not_served');
    const group: MatterGroup = matters.some((matter) => matter.group === 'complex') ? 'complex' : 'simple';
    const lane = laneOf(group, { hasAppointment: appointment !== undefined, priorityReason });
    const waitsFrom = Math.max(command.at, appointment?.opensAt ?? 0);
    const seal = (text: string | undefined) => (text === undefined ? null : this.personalData.seal(text));
    return {
      id: newId(command.at),
      hallId: hall.id,
      onDay: localDateOf(command.at),
      number: numberOf(letters[lane], serial),
      source,
      lane,
      priorityReason,
      status: 'waiting',
      version: 1,
      matterIds: [...new Set(matters.map(({ id }) => id))],
      needs,
      isComplex: group === 'complex',
      drawnAt: command.at,
      waitsFrom,
      ...timesOf(lane, waitsFrom, await this.policies.rulesOf(hall.id)),
      ...blank,
      appointmentId: appointment?.id ?? null,
      citizenId: appointment?.citizenId ?? null,
      nameSealed: seal(name),
      phoneSealed: seal(phone),
      phoneHash: phone === undefined ? null : this.personalData.hash(normalisePhone(phone)),
      publicToken: newPublicToken(),
    };
  }

  private wordsOf({ nameSealed, phoneSealed }: TicketRow) {
    const open = (sealed: string | null) => (sealed === null ? undefined : this.personalData.open(sealed));
    const [name, phone] = [open(nameSealed), open(phoneSealed)];
    return name === undefined && phone === undefined ? undefined : { ...(name && { name }), ...(phone && { phone }) };
  }
}

/** What nothing has happened to yet. */
export const blank = {
  firstCalledAt: null,
  calledAt: null,
  startedAt: null,
  endedAt: null,
  serviceMs: null,
  interrupted: false,
  windowId: null,
  staffId: null,
  windowKey: null,
  reservedWindowId: null,
  reservedStaffId: null,
  recallCount: 0,
  missedCount: 0,
  reasonSealed: null,
  transfers: [],
  caseIds: [],
} satisfies Partial<TicketRow>;
