import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { isAway } from '../../platform/database/database-errors.js';
import { systemContext } from '../../platform/http/context.js';
import { UnitOfWork } from '../records/index.js';
import { Affecting } from './affecting.js';
import { Offering } from './offering.js';
import { AffectedRepository } from './storage/affected.repository.js';
import { DisruptionRepository } from './storage/disruption.repository.js';

const AT_ONCE = 100;
/** Whoever declares a closure prepares its offers at once; another instance takes over when that has not ended by then. */
const OTHERS_WAIT_MS = 10_000;
const log = new Logger('disruptions');

/**
 * Goes through everybody affected, one command each: whenever and wherever the process dies, what is committed stands,
 * and the next run goes on with the rest. Nobody is missed, nobody told twice (A4, N2).
 */
@Injectable()
export class OffersWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private preparing: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly work: UnitOfWork,
    private readonly affecting: Affecting,
    private readonly offering: Offering,
    private readonly disruptions: DisruptionRepository,
    private readonly parties: AffectedRepository,
    private readonly clock: Clock,
  ) {}

  /** What a process that died left without an offer is gone on with at once, not when its lease of the job has run out. */
  onApplicationBootstrap(): void {
    this.start();
  }

  /** Everything that is due; the job. */
  async run(): Promise<void> {
    await this.completeClosures();
    await this.prepare(this.clock.now() - OTHERS_WAIT_MS);
    await this.putDueOnList();
    await this.nameMissingCallers();
  }

  /** Called after a closure was committed; does not wait. */
  start(): void {
    this.preparing = this.preparing
      .then(() => this.prepare())
      .catch((error: unknown) => log.error(`offers: ${(error as Error).stack ?? String(error)}`));
  }

  /** What `start` began is done. */
  settled(): Promise<void> {
    return this.preparing;
  }

  /** The rest is done after the next start. */
  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    await this.preparing;
  }

  /** Makes an offer to everybody who has none, of closures made before an instant. */
  async prepare(madeBefore?: number): Promise<void> {
    for (let last = ''; ; ) {
      const ids = await this.parties.preparing(AT_ONCE, last, madeBefore);
      if (ids.length === 0) return;
      for (const id of ids) {
        if (this.stopped) return;
        await this.prepareOne(id);
      }
      last = ids.at(-1) as string;
    }
  }

  /** Whoever finds no place, for whatever reason, is called. */
  private async prepareOne(id: string): Promise<void> {
    try {
      await this.work.run(systemContext, 'disruptions.offer', (command) => this.offering.offer(command, id));
    } catch (error) {
      if (isAway(error)) throw error;
      log.error(`no offer for ${id}: ${(error as Error).stack ?? String(error)}`);
      await this.work.run(systemContext, 'disruptions.call', (command) =>
        this.offering.putOnList(command, id, 'fewFound'),
      );
    }
  }

  /** Slots that opened in a closed time, and people who got there all the same, through no fault of theirs. */
  private async completeClosures(): Promise<void> {
    for (const disruption of await this.disruptions.standing(this.clock.now())) {
      if (!(await this.affecting.isIncomplete(disruption, this.clock.now()))) continue;
      await this.work.run(systemContext, 'disruptions.complete', (command) =>
        this.affecting.widen(command, disruption.id),
      );
    }
  }

  private async putDueOnList(): Promise<void> {
    for (const id of await this.parties.due(this.clock.now(), AT_ONCE)) {
      await this.work.run(systemContext, 'disruptions.call', (command) => this.offering.callIfDue(command, id));
    }
  }

  /** An officer who left the hall calls nobody: the next one does. */
  private async nameMissingCallers(): Promise<void> {
    for (const id of await this.offering.withoutCaller()) {
      await this.work.run(systemContext, 'disruptions.nameCaller', (command) => this.offering.nameCaller(command, id));
    }
  }
}
