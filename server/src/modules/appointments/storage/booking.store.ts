import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppError, type AppointmentStatus, makeReferenceNo, REFERENCE_SERIALS } from '@yiyun/shared';
import { Clock } from '../../../platform/clock.js';
import { PersonalData } from '../../../platform/crypto/personal-data.js';
import { Batcher } from '../../../platform/database/batcher.js';
import { Database, type Transaction } from '../../../platform/database/database.js';
import { ConcurrentWriteError, isDuplicate } from '../../../platform/database/database-errors.js';
import { insertSql, list } from '../../../platform/database/sql.js';
import { StatementGroup } from '../../../platform/database/statement-group.js';
import { CommitSignal } from '../../../platform/events/commit-signal.js';
import { appendEvents } from '../../../platform/events/outbox.js';
import type { CitizenActor, Context } from '../../../platform/http/context.js';
import { newId } from '../../../platform/ids.js';
import { type BoundRow, bindingKey, type Taxpayer, Taxpayers } from '../../identity/index.js';
import type { Matter } from '../../matters/index.js';
import { type InteractionBy, InteractionStore, Recorder, RepeatAnswers } from '../../records/index.js';
import { activeKeyOf, decide, type OpenSlot, type Situation } from '../domain/booking.js';
import type { AppointmentRow } from './appointment.entities.js';

/** One booking as it arrives: who, what, and nothing looked up yet. */
export interface BookingRequest {
  ctx: Context<CitizenActor>;
  slotId: string;
  matter: Pick<Matter, 'id' | 'group' | 'confirmation'>;
  taxpayerId: string;
  note: string | undefined;
}
/** What a granted booking answers is made by the view; the store only needs it to keep it for a repeated request. */
export type AnswerOf<T> = (row: AppointmentRow, taxpayer: Taxpayer) => T;

/** `again` marks a refusal that was given, and recorded, before. */
type Outcome<T> = { answer: T } | { refusal: AppError; again?: true };

const APPOINTMENT_COLUMNS = [
  'id',
  'referenceNo',
  'slotId',
  'hallId',
  'matterId',
  'citizenId',
  'taxpayerId',
  'enterpriseName',
  'status',
  'version',
  'onDay',
  'startsAt',
  'endsAt',
  'activeKey',
  'noteSealed',
  'reasonSealed',
  'caseId',
  'bookedAt',
] as const satisfies readonly (keyof AppointmentRow)[];

/**
 * Books in groups: whatever arrives while one transaction is being committed is committed together as the next, with
 * the same few statements for one booking as for a hundred. Correctness rests on the guarded UPDATE and the unique keys
 * alone (A1, A2); a row lock on MySQL only saves retries.
 */
@Injectable()
export class BookingStore<T = unknown> {
  private readonly batcher: Batcher<BookingRequest, Outcome<T>>;
  private answerOf: AnswerOf<T> = () => {
    throw new Error('answerWith was not called');
  };

  constructor(
    private readonly db: Database,
    private readonly interactions: InteractionStore,
    private readonly answers: RepeatAnswers,
    private readonly recorder: Recorder,
    private readonly taxpayers: Taxpayers,
    private readonly personalData: PersonalData,
    private readonly clock: Clock,
    private readonly committed: CommitSignal,
  ) {
    this.batcher = new Batcher((batch) => this.write(batch), {
      lanes: 1,
      maxBatch: 128,
      maxDepth: 2_000,
    });
  }

  /** Sets how a granted booking is shown; once, by the service. */
  answerWith(answerOf: AnswerOf<T>): void {
    this.answerOf = answerOf;
  }

  async book(request: BookingRequest): Promise<T> {
    const outcome = await this.batcher.add(request).catch(refusedByUniqueKey);
    if ('answer' in outcome) {
      this.committed.tell();
      return outcome.answer;
    }
    if (outcome.again) throw outcome.refusal;
    const { repeat } = request.ctx;
    // The same request may have been under way twice, and this one lost to its twin.
    const twin = repeat && (await this.answers.find<T>(repeat));
    if (twin) return twin.answer();
    await this.recorder.refused(request.ctx, 'appointments.book', outcome.refusal);
    throw outcome.refusal;
  }

  private write(batch: BookingRequest[]): Promise<Outcome<T>[]> {
    return this.db.transactionByPackets(async (tx) => {
      const now = this.clock.now();
      const { earlier, fresh, situation, taxpayers } = await this.look(tx, batch, now);
      const decisions = decide(
        fresh.map((r) => ({
          slotId: r.slotId,
          citizenId: r.ctx.actor.id,
          taxpayerId: r.taxpayerId,
          matterGroup: r.matter.group,
        })),
        situation,
      );
      const outcomes = new Map<BookingRequest, Outcome<T>>(earlier);
      const granted: Granted<T>[] = [];
      fresh.forEach((request, i) => {
        const decision = decisions[i] as (typeof decisions)[number];
        if (!decision.granted) {
          outcomes.set(request, { refusal: new AppError(decision.code) });
          return;
        }
        const taxpayer = taxpayers.get(bindingKey(request.ctx.actor.id, request.taxpayerId)) as Taxpayer;
        const row = this.rowOf(request, decision.slot, decision.activeKey, taxpayer, now);
        const answer = this.answerOf(row, taxpayer);
        granted.push({ request, row, answer });
        outcomes.set(request, { answer });
      });
      if (granted.length > 0) await this.save(tx, granted, now);
      return batch.map((request) => outcomes.get(request) ?? outcomes.get(twinIn(batch, request)) ?? failed());
    });
  }

  /** The outcomes of requests that were answered before. */
  private earlierAnswers(batch: BookingRequest[], rows: readonly KeptAnswer[]): Map<BookingRequest, Outcome<T>> {
    const byId = new Map(rows.map((row) => [row.id, row]));
    const found = new Map<BookingRequest, Outcome<T>>();
    for (const request of batch) {
      const { repeat } = request.ctx;
      const row = repeat && byId.get(repeat.id);
      if (row && repeat) found.set(request, this.reopen(repeat, row));
    }
    return found;
  }

  private reopen(repeat: NonNullable<Context['repeat']>, row: { requestHash: string; sealed: string }): Outcome<T> {
    try {
      return { answer: this.answers.open<T>(repeat, row) };
    } catch (error) {
      if (error instanceof AppError) return { refusal: error as AppError, again: true };
      throw error;
    }
  }

  private async look(tx: Transaction, batch: BookingRequest[], now: number): Promise<Look<T>> {
    const repeatIds = batch.map((r) => r.ctx.repeat?.id ?? '');
    const slotIds = [...new Set(batch.map((r) => r.slotId))].sort();
    const [answers, rows, bound] = (await tx.queryAll([
      {
        sql: `SELECT id, requestHash, sealed FROM repeat_answer WHERE id IN (${list(repeatIds.length)})`,
        parameters: repeatIds,
      },
      {
        sql: `SELECT id, hallId, matterGroup, onDay, startsAt, endsAt, capacityPublic, booked, closedReason FROM slot
          WHERE id IN (${list(slotIds.length)}) ORDER BY id${this.db.isSqlite ? '' : ' FOR UPDATE'}`,
        parameters: slotIds,
      },
      this.taxpayers.boundToStatement(batch.map((r) => ({ citizenId: r.ctx.actor.id, taxpayerId: r.taxpayerId }))),
    ])) as [KeptAnswer[], OpenSlot[], BoundRow[]];
    const earlier = this.earlierAnswers(batch, answers);
    const fresh = firstOfEachKey(batch.filter((r) => !earlier.has(r)));
    const slots = new Map(rows.map((s) => [s.id, { ...s, startsAt: Number(s.startsAt), endsAt: Number(s.endsAt) }]));
    const taxpayers = this.taxpayers.readBoundTo(bound);
    const keys = fresh.flatMap((r) => {
      const slot = slots.get(r.slotId);
      return slot ? [activeKeyOf(r.taxpayerId, slot)] : [];
    });
    const taken =
      keys.length === 0
        ? []
        : await tx.query<{ activeKey: string }[]>(
            `SELECT activeKey FROM appointment WHERE activeKey IN (${list(keys.length)})`,
            keys,
          );
    const situation = {
      now,
      slots,
      mayActFor: (citizenId: string, taxpayerId: string) => taxpayers.has(bindingKey(citizenId, taxpayerId)),
      activeKeys: new Set(taken.map((t) => t.activeKey)),
    };
    return { earlier, fresh, situation, taxpayers };
  }

  private rowOf(
    request: BookingRequest,
    slot: OpenSlot,
    activeKey: string,
    taxpayer: Taxpayer,
    now: number,
  ): AppointmentRow {
    const status: AppointmentStatus = request.matter.confirmation === 'automatic' ? 'confirmed' : 'pending';
    return {
      id: newId(now),
      referenceNo: makeReferenceNo('Y', slot.onDay, randomInt(REFERENCE_SERIALS)),
      slotId: slot.id,
      hallId: slot.hallId,
      matterId: request.matter.id,
      citizenId: request.ctx.actor.id,
      taxpayerId: request.taxpayerId,
      enterpriseName: taxpayer.kind === 'enterprise' ? taxpayer.name : null,
      status,
      version: 1,
      onDay: slot.onDay,
      startsAt: slot.startsAt,
      endsAt: slot.endsAt,
      activeKey,
      noteSealed: request.note ? this.personalData.seal(request.note) : null,
      reasonSealed: null,
      caseId: null,
      bookedAt: now,
    };
  }

  /** Takes the places and writes the rows; a slot that changed since it was read undoes the batch, which then runs again. */
  private async save(tx: Transaction, granted: Granted<T>[], now: number): Promise<void> {
    const wins = new Map<string, number>();
    for (const { row } of granted) wins.set(row.slotId, (wins.get(row.slotId) ?? 0) + 1);
    const ids = [...wins.keys()].sort();
    const count = `CASE id ${ids.map(() => 'WHEN ? THEN ?').join(' ')} END`;
    const pairs = ids.flatMap((id) => [id, wins.get(id)]);
    const writes = new StatementGroup();
    writes.add(
      `UPDATE slot SET booked = booked + ${count}
       WHERE id IN (${list(ids.length)}) AND booked + ${count} <= capacityPublic AND closedReason IS NULL`,
      [...pairs, ...ids, ...pairs],
    );
    writes.add(
      insertSql('appointment', APPOINTMENT_COLUMNS, granted.length),
      granted.flatMap(({ row }) => APPOINTMENT_COLUMNS.map((column) => row[column])),
    );
    await this.interactions.append(writes, now, granted.map(interactionOf));
    await appendEvents(
      writes.query,
      now,
      granted.map(({ row }) => ({
        type: 'AppointmentBooked',
        hallId: row.hallId,
        subjectKind: 'appointment',
        subjectId: row.id,
        citizenId: row.citizenId,
        data: { status: row.status, matterId: row.matterId, startsAt: row.startsAt },
      })),
    );
    const repeats = granted.flatMap(({ request, answer }) =>
      request.ctx.repeat ? [this.answers.row(request.ctx.repeat, now, { result: answer })] : [],
    );
    if (repeats.length > 0)
      writes.add(insertSql('repeat_answer', RepeatAnswers.COLUMNS, repeats.length), repeats.flat());
    const [taken] = await tx.queryAll(writes.statements);
    if (taken !== ids.length) throw new ConcurrentWriteError('a slot was taken by somebody else');
  }
}

interface KeptAnswer {
  id: string;
  requestHash: string;
  sealed: string;
}
/** What a batch finds before it decides. */
interface Look<T> {
  earlier: Map<BookingRequest, Outcome<T>>;
  /** Those that have no answer yet, each key once. */
  fresh: BookingRequest[];
  situation: Situation;
  taxpayers: ReadonlyMap<string, Taxpayer>;
}
interface Granted<T> {
  request: BookingRequest;
  row: AppointmentRow;
  answer: T;
}

const interactionOf = ({ request, row }: Granted<unknown>): InteractionBy => ({
  ctx: request.ctx,
  streamId: `appointment:${row.id}`,
  kind: 'AppointmentBooked',
  subjectKind: 'appointment',
  subjectId: row.id,
  partyId: row.citizenId,
  onBehalfOf: row.taxpayerId,
  first: true,
  facts: factsOf(row),
  ...(request.note && { personal: { note: request.note } }),
});

/** What a new appointment's record says of it: every field that is not personal and does not follow from others. */
export const factsOf = (row: AppointmentRow) => ({
  status: row.status,
  referenceNo: row.referenceNo,
  slotId: row.slotId,
  hallId: row.hallId,
  matterId: row.matterId,
  taxpayerId: row.taxpayerId,
  startsAt: row.startsAt,
  endsAt: row.endsAt,
  activeKey: row.activeKey,
  caseId: row.caseId,
});

/** The same Idempotency-Key twice in one batch is one booking. */
function firstOfEachKey(batch: BookingRequest[]): BookingRequest[] {
  return batch.filter((request) => twinIn(batch, request) === request);
}
function twinIn(batch: BookingRequest[], request: BookingRequest): BookingRequest {
  const { repeat } = request.ctx;
  return (repeat && batch.find((other) => other.ctx.repeat?.id === repeat.id)) ?? request;
}
/** Another instance took the half-day between our look and our insert. */
function refusedByUniqueKey(error: unknown): { refusal: AppError; again?: true } {
  if (isDuplicate(error)) return { refusal: new AppError('appointment.already_booked') };
  throw error;
}
function failed(): never {
  throw new Error('a request of the batch was left undecided');
}
