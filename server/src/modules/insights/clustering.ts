import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { MINUTE_MS } from '@yiyun/shared';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { JobFailedError, JobWorker, startThread } from '../../platform/threads/index.js';
import { type ChangeMark, HelpQuestions } from '../help/index.js';
import type { ClusteringJob, ClusteringJobResult } from './clusters.worker.js';
import { placementOf } from './domain/placement.js';
import { ClusterStore } from './storage/cluster.store.js';
import { EntryStore, type Source, sources } from './storage/entry.store.js';

const PAGE = 500;
/** A transaction may commit an older change after a newer one was read; look back this far, what is known stays. */
const OVERLAP_MS = MINUTE_MS;
/** New wordings that are placed in one run. */
const WORDINGS_A_RUN = 1_500;
/** What somebody who looks at the hot questions waits for; more is left to the job. */
const SMALL = { waiting: 300, wordings: 3_000 };

/**
 * Keeps entries and clusters in step with what is asked. The linkage runs in a thread of its own. Any number of
 * instances may do it at once: what one of them did makes the others' work void.
 */
@Injectable()
export class Clustering implements OnModuleDestroy {
  private readonly log = new Logger('insights');
  private readonly thread = new JobWorker<ClusteringJob, ClusteringJobResult>({
    start: () => startThread(new URL('./clusters.worker', import.meta.url), { maxOldGenerationSizeMb: 1024 }),
    timeoutMs: 10 * MINUTE_MS,
    maxWaiting: 2,
  });
  private tail: Promise<void> = Promise.resolve();
  private busy = false;
  private stopped = false;

  constructor(
    private readonly db: Database,
    private readonly questions: HelpQuestions,
    private readonly entries: EntryStore,
    private readonly clusters: ClusterStore,
    private readonly clock: Clock,
  ) {}

  /** Takes in everything that is new and gives every wording its cluster. */
  async catchUp(): Promise<void> {
    await this.alone(async () => {
      const at = this.clock.now();
      for (const source of sources) await this.take(source, Number.POSITIVE_INFINITY);
      await this.placeAll();
      if (!this.stopped) await this.entries.finished(at);
    });
  }

  /** Reads everything again from the beginning, to find what came with an earlier instant. Ids and names stay. */
  async catchUpFromBeginning(): Promise<void> {
    await this.alone(async () => {
      const state = await this.entries.state();
      const beginning = { questionsAt: 0, questionsId: '', searchesAt: 0, searchesId: '' };
      await this.db.transaction((tx) => this.entries.advance(tx, state, beginning));
    });
    await this.catchUp();
  }

  /**
   * The same as far as it takes a moment, for somebody who waits. Returns the instant up to which everything asked is
   * counted.
   */
  async freshen(): Promise<number> {
    if (!this.busy) await this.alone(() => this.takeAndPlaceSome());
    const { version, computedAt } = await this.entries.state();
    return version === 0 ? this.clock.now() : computedAt;
  }

  /** Ends a run under way; whoever runs next takes it up again. */
  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    await this.thread.close();
    await this.tail;
  }

  private async takeAndPlaceSome(): Promise<void> {
    const at = this.clock.now();
    let complete = true;
    for (const source of sources) complete = (await this.take(source, 1)) && complete;
    const waiting = await this.entries.waiting(SMALL.waiting + 1);
    if (waiting > SMALL.waiting) return;
    if (waiting > 0 && (await this.clusters.wordings()) > SMALL.wordings) return;
    if (waiting > 0) await this.placeAll();
    if (complete && !this.stopped) await this.entries.finished(at);
  }

  /** Takes so many pages of changes in; true when there are no more. */
  private async take(source: Source, pages: number): Promise<boolean> {
    const read = source === 'questions' ? this.questions.questionsChanged : this.questions.searchesMade;
    const start = await this.entries.state();
    let mark: ChangeMark = { changedAt: start[`${source}At`] - OVERLAP_MS, id: '' };
    for (let page = 0; page < pages && !this.stopped; ) {
      const state = await this.entries.state();
      const changes = await read.call(this.questions, mark, PAGE);
      const last = changes.at(-1);
      if (!last) return true;
      if ((await this.entries.take(state, source, changes, last)) === 'void') continue;
      if (changes.length < PAGE) return true;
      mark = last;
      page++;
    }
    return false;
  }

  private async placeAll(): Promise<void> {
    while (!this.stopped) {
      const state = await this.entries.state();
      const items = await this.entries.unplaced(WORDINGS_A_RUN);
      if (items.length === 0) return;
      const previous = await this.clusters.known();
      const placement = placementOf(previous, await this.thread.run({ items, previous }));
      if (placement.placed.length === 0) return;
      await this.clusters.place(state, placement);
    }
  }

  /** What a thread that gave up leaves undone is the next run's; those who wait get what is stored. */
  private leave(error: unknown): void {
    if (!(error instanceof JobFailedError)) throw error;
    if (!this.stopped) this.log.error(`clustering: ${error.message}`);
  }

  /** One at a time in this process; the state's version keeps the processes apart. */
  private alone(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    const mine = this.tail
      .then(work)
      .catch((error: unknown) => this.leave(error))
      .finally(() => {
        if (this.tail === settled) this.busy = false;
      });
    const settled = mine.catch(() => undefined);
    this.tail = settled;
    return mine;
  }
}
