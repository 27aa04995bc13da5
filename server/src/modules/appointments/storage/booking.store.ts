import { Injectable } from '@nestjs/common';
import { AppError, type OnSiteReason } from '@yiyun/shared';
import { Clock } from '../../../platform/clock.js';
import { PersonalData } from '../../../platform/crypto/personal-data.js';
import { Batcher } from '../../../platform/database/batcher.js';
import { Database, type Statement } from '../../../platform/database/database.js';
import { isDuplicate } from '../../../platform/database/database-errors.js';
import { insertSql, list } from '../../../platform/database/sql.js';
import { StatementGroup } from '../../../platform/database/statement-group.js';
import { CommitSignal } from '../../../platform/events/commit-signal.js';
import { appendEvents } from '../../../platform/events/outbox.js';
import { type Context, systemContext } from '../../../platform/http/context.js';
import { newId } from '../../../platform/ids.js';
import { bindingKey, type Taxpayer } from '../../identity/index.js';
import type { Matter } from '../../matters/index.js';
import { type Command, InteractionStore, openCommand, Recorder, RepeatAnswers } from '../../records/index.js';
import { decide, type Grant, keysWanted } from '../domain/booking.js';
import { holdUntil, newAppointment } from '../domain/new-appointment.js';
import { BookingPolicies } from '../policies/booking-policies.js';
import type { AppointmentRow } from './appointment.entities.js';
import { AppointmentMoves } from './appointment.moves.js';
import { insertAppointments } from './appointment.rows.js';
import type { Asked, Looked } from './booking.situation.js';
import { Bookings } from './bookings.js';
import { Places } from './places.js';
import { recordNew } from './record-new.js';

/** One booking as it arrives: who, what, and nothing looked up yet. */
export interface BookingRequest<T> extends Asked {
  ctx: Context;
  /** In the order of their slots, which follow each other without a gap. */
  matters: readonly Pick<Matter, 'id' | 'group' | 'confirmation'>[];
  note?: string | undefined;
  onSiteReason?: OnSiteReason | undefined;
  /** What is answered; kept for a repeated request. */
  view(row: AppointmentRow, taxpayer: Taxpayer): T;
}
type Request = BookingRequest<unknown>;

/** `again` marks a refusal that was given, and recorded, before. */
type Outcome = { answer: unknown } | { refusal: AppError; again?: true };

/**
 * Books in groups: whatever arrives while one transaction is being committed is committed together as the next, with
 * the same few statements for one booking as for a hundred. Correctness rests on the guarded UPDATE and the unique keys
 * alone (A1, A2); a row lock on MySQL only saves retries.
 */
@Injectable()
export class BookingStore {
  private readonly batcher: Batcher<Request, Outcome>;

  constructor(
    private readonly db: Database,
    private readonly interactions: InteractionStore,
    private readonly answers: RepeatAnswers,
    private readonly recorder: Recorder,
    private readonly bookings: Bookings,
    private readonly places: Places,
    private readonly moves: AppointmentMoves,
    private readonly policies: BookingPolicies,
    private readonly personalData: PersonalData,
    private readonly clock: Clock,
    private readonly committed: CommitSignal,
  ) {
    this.batcher = new Batcher((batch) => this.write(batch), {
      lanes: 1,
      maxBatch: 128,
      maxDepth: 2_000,
      gatherMs: 3,
    });
  }

  async book<T>(request: BookingRequest<T>): Promise<T> {
    const outcome = await this.batcher.add(request as Request).catch(refusedByUniqueKey);
    if ('answer' in outcome) {
      this.committed.tell();
      return outcome.answer as T;
    }
    if (outcome.again) throw outcome.refusal;
    const { repeat } = request.ctx;
    // The same request may have been under way twice, and this one lost to its twin.
    const twin = repeat && (await this.answers.find<T>(repeat));
    if (twin) return twin.answer();
    await this.recorder.refused(request.ctx, request.hold ? 'appointments.hold' : 'appointments.book', outcome.refusal);
    throw outcome.refusal;
  }

  private write(batch: Request[]): Promise<Outcome[]> {
    return this.db.transactionByPackets(async (tx) => {
      const { command, entries, events } = openCommand(tx, this.clock.now(), systemContext);
      const looked = await this.bookings.look(command, batch, [keptAnswersOf(batch)]);
      const outcomes = this.earlierAnswers(batch, looked.also[0] as KeptAnswer[]);
      const fresh = firstOfEachKey(batch.filter((r) => !outcomes.has(r)));
      const granted: Granted[] = [];
      for (const [request, outcome] of this.decideAll(command.at, fresh, looked)) {
        outcomes.set(request, outcome);
        if ('answer' in outcome) granted.push(outcome);
      }
      const writes = new StatementGroup();
      await this.save(command, writes, granted);
      // Streams that go on need a look at their heads first; new ones don't.
      await this.interactions.append(entries.every(({ first }) => first) ? writes : tx, command.at, entries);
      await appendEvents(writes.query, command.at, events);
      this.keepAnswers(writes, command.at, granted);
      await writes.sendLast(tx);
      return batch.map((request) => outcomes.get(request) ?? outcomes.get(twinIn(batch, request)) ?? failed());
    });
  }

  /** The outcomes of requests that were answered before. */
  private earlierAnswers(batch: Request[], rows: readonly KeptAnswer[]): Map<Request, Outcome> {
    const byId = new Map(rows.map((row) => [row.id, row]));
    const found = new Map<Request, Outcome>();
    for (const request of rows.length === 0 ? [] : batch) {
      const { repeat } = request.ctx;
      const row = repeat && byId.get(repeat.id);
      if (row && repeat) found.set(request, this.reopen(repeat, row));
    }
    return found;
  }

  private reopen(repeat: NonNullable<Context['repeat']>, row: { requestHash: string; sealed: string }): Outcome {
    try {
      return { answer: this.answers.open(repeat, row) };
    } catch (error) {
      if (error instanceof AppError) return { refusal: error as AppError, again: true };
      throw error;
    }
  }

  private decideAll(now: number, fresh: Request[], looked: Looked): [Request, Granted | { refusal: AppError }][] {
    const replaced = replacedBy(fresh, looked);
    const sameAgain = fresh.map((request) => replaced.get(request)?.find((row) => isSame(request, row)));
    const deciding = fresh.filter((_, i) => !sameAgain[i]);
    const decisions = decide(
      deciding.map((r) => ({
        slotId: r.slotId,
        citizenId: r.citizenId,
        taxpayerId: r.taxpayerId,
        groups: r.matters.map(({ group }) => group),
        vouched: r.taxpayer !== undefined,
        boundBy: r.boundBy ?? 'policy',
        replaces: replaced.get(r) ?? [],
      })),
      looked.situation,
    );
    const decided = new Map(deciding.map((request, i) => [request, decisions[i]]));
    return fresh.map((request, i) => {
      const taxpayer = taxpayerOf(request, looked);
      const row = sameAgain[i];
      if (row && taxpayer)
        return [request, { request, row, taxpayer, isNew: false, replaces: [], answer: request.view(row, taxpayer) }];
      const decision = decided.get(request);
      if (!decision?.granted || !taxpayer) return [request, { refusal: refusalOf(decision) }];
      const made = this.rowOf(now, request, decision, taxpayer);
      const replaces = replaced.get(request) ?? [];
      return [request, { request, row: made, taxpayer, isNew: true, replaces, answer: request.view(made, taxpayer) }];
    });
  }

  private rowOf(now: number, request: Request, grant: Grant, taxpayer: Taxpayer): AppointmentRow {
    const { id: policyId, rules } = this.policies.inForce(now);
    const { citizenId, matters, note, onSiteReason = null } = request;
    const { slots, activeKey, citizenKey } = grant;
    const startsAt = slots[0]?.startsAt ?? now;
    const heldUntil = request.hold ? holdUntil(now, rules.holdMinutes, startsAt) : null;
    return newAppointment(
      { id: newId(now), now, slots, matters, citizenId, taxpayer, policyId, heldUntil },
      { activeKey, citizenKey, onSiteReason, noteSealed: note ? this.personalData.seal(note) : null },
    );
  }

  /** Takes the places and writes the rows; a slot that changed since it was read undoes the batch, which then runs again. */
  private async save(command: Command, writes: StatementGroup, granted: readonly Granted[]): Promise<void> {
    const fresh = granted.filter(({ isNew }) => isNew);
    if (fresh.length === 0) return;
    const wanted = new Map<string, number>();
    for (const { row, replaces } of fresh) {
      const own = new Set(replaces.flatMap(({ slotIds }) => slotIds));
      for (const id of row.slotIds) if (!own.has(id)) wanted.set(id, (wanted.get(id) ?? 0) + 1);
    }
    this.places.takeWith(writes, wanted);
    for (const { row, replaces } of fresh) {
      for (const held of replaces) await this.moves.endHold(command, held, new Set(row.slotIds));
    }
    writes.add(...insertAppointments(fresh.map(({ row }) => row)));
    for (const { request, row, taxpayer } of fresh) recordNew(command, row, { ...request, taxpayer });
  }

  private keepAnswers(writes: StatementGroup, at: number, granted: readonly Granted[]): void {
    const repeats = granted.flatMap(({ request, answer }) =>
      request.ctx.repeat ? [this.answers.row(request.ctx.repeat, at, { result: answer })] : [],
    );
    if (repeats.length > 0)
      writes.add(insertSql('repeat_answer', RepeatAnswers.COLUMNS, repeats.length), repeats.flat());
  }
}

interface KeptAnswer {
  id: string;
  requestHash: string;
  sealed: string;
}
function keptAnswersOf(batch: readonly Request[]): Statement {
  const keys = batch.map((r) => r.ctx.repeat?.id ?? '');
  return {
    sql: `SELECT id, requestHash, sealed FROM repeat_answer WHERE id IN (${list(keys.length)})`,
    parameters: keys,
  };
}

interface Granted {
  request: Request;
  row: AppointmentRow;
  taxpayer: Taxpayer;
  /** False where the same place was held already. */
  isNew: boolean;
  replaces: readonly AppointmentRow[];
  answer: unknown;
}

/** What each request takes the place of: a citizen holds one choice at a time, and none in the half-day that he books. */
function replacedBy(fresh: Request[], { ownHolds, situation }: Looked): Map<Request, AppointmentRow[]> {
  const replaced = new Map<Request, AppointmentRow[]>();
  const claimed = new Set<string>();
  for (const request of ownHolds.length === 0 ? [] : fresh) {
    const slot = situation.slots.get(request.slotId);
    const keys = slot ? keysWanted(request, slot, situation.rules).ofTaxpayer : [];
    const isInTheWay = (row: AppointmentRow): boolean => request.hold || keys.includes(row.activeKey ?? '');
    const mine = ownHolds.filter(
      (row) => row.citizenId === request.citizenId && !claimed.has(row.id) && isInTheWay(row),
    );
    for (const { id } of mine) claimed.add(id);
    replaced.set(request, mine);
  }
  return replaced;
}

const isSame = (request: Request, row: AppointmentRow): boolean =>
  request.hold &&
  row.slotId === request.slotId &&
  row.taxpayerId === request.taxpayerId &&
  row.matterIds.join() === request.matters.map(({ id }) => id).join();

const taxpayerOf = (request: Request, { taxpayers }: Looked): Taxpayer | undefined =>
  request.taxpayer ?? taxpayers.get(bindingKey(request.citizenId, request.taxpayerId));

function refusalOf(decision: ReturnType<typeof decide>[number] | undefined): AppError {
  return decision && !decision.granted ? decision.refusal : new AppError('identity.taxpayer_not_yours');
}

/** The same Idempotency-Key twice in one batch is one booking. */
function firstOfEachKey(batch: Request[]): Request[] {
  return batch.filter((request) => twinIn(batch, request) === request);
}
function twinIn(batch: Request[], request: Request): Request {
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
