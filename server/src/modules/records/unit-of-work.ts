import { Injectable } from '@nestjs/common';
import { AppError } from '@yiyun/shared';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Database, type Transaction } from '../../platform/database/database.js';
import { insertSql } from '../../platform/database/sql.js';
import { CommitSignal } from '../../platform/events/commit-signal.js';
import type { NewEvent } from '../../platform/events/domain-event.js';
import { appendEvents } from '../../platform/events/outbox.js';
import type { Actor, Context, RepeatKey } from '../../platform/http/context.js';
import { Recorder } from './recorder.js';
import { RepeatAnswers } from './repeat-answers.js';
import { type InteractionBy, InteractionStore, type NewInteraction } from './storage/interaction.store.js';

/** A command under way: the transaction, its instant, and what it leaves in the record and the outbox. */
export interface Command extends Transaction {
  readonly manager: EntityManager;
  /** The instant of the command, the same for everything it writes. */
  readonly at: number;
  /** Whose command it is. */
  readonly actor: Actor;
  /** Every state change says so once; written with the commit. `by` where somebody else than the caller acts, as the system. */
  record(entry: NewInteraction, by?: Context): void;
  /** Told to listeners after the commit. */
  emit(event: NewEvent): void;
}

/** A command with what it has left so far; whoever opens it writes both at its end. */
export function openCommand(tx: Transaction, at: number, ctx: Context) {
  const entries: InteractionBy[] = [];
  const events: NewEvent[] = [];
  const command: Command = {
    ...tx,
    at,
    actor: ctx.actor,
    record: (entry, by = ctx) => void entries.push({ ...entry, ctx: by }),
    emit: (event) => void events.push(event),
  };
  return { command, entries, events };
}

/**
 * A command is one transaction: the change of state, its interaction, its events and the answer to a repeated request;
 * all or nothing. A refusal undoes the transaction and leaves an interaction of kind `Refused`.
 */
@Injectable()
export class UnitOfWork {
  constructor(
    private readonly db: Database,
    private readonly store: InteractionStore,
    private readonly answers: RepeatAnswers,
    private readonly recorder: Recorder,
    private readonly clock: Clock,
    private readonly committed: CommitSignal,
  ) {}

  /**
   * Runs `work`, which may be run again when the database asks for that and so must have no effect outside. `what` names
   * the command in the record of refusals.
   */
  async run<T>(ctx: Context, what: string, work: (command: Command) => Promise<T>): Promise<T> {
    const { repeat } = ctx;
    const earlier = repeat && (await this.answers.find<T>(repeat));
    if (earlier) return earlier.answer();
    try {
      const result = await this.commit(ctx, work);
      this.committed.tell();
      return result;
    } catch (error) {
      // The same request may have been under way twice, and this one lost to its twin.
      const twin = repeat && (await this.answers.find<T>(repeat));
      if (twin) return twin.answer();
      if (error instanceof AppError && error.status < 500) await this.recorder.refused(ctx, what, error as AppError);
      throw error;
    }
  }

  private commit<T>(ctx: Context, work: (command: Command) => Promise<T>): Promise<T> {
    return this.db.transaction(async (tx) => {
      const at = this.clock.now();
      const { command, entries, events } = openCommand(tx, at, ctx);
      const result = await work(command);
      await this.store.append(tx, at, entries);
      await appendEvents(tx.query, at, events);
      if (ctx.repeat) await this.keepAnswer(tx, ctx.repeat, at, result);
      return result;
    });
  }

  private async keepAnswer(tx: Transaction, repeat: RepeatKey, at: number, result: unknown): Promise<void> {
    await tx.query(insertSql('repeat_answer', RepeatAnswers.COLUMNS, 1), this.answers.row(repeat, at, { result }));
  }
}
