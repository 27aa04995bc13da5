import { type DynamicModule, Global, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Clock, SystemClock } from './clock.js';
import type { Config } from './config/config.js';
import { CONFIG } from './config/config.token.js';
import { databaseUrlOf } from './config/database-url.js';
import { PersonalData } from './crypto/personal-data.js';
import type { Schema } from './database/data-source.js';
import { Database } from './database/database.js';
import { CommitSignal } from './events/commit-signal.js';
import { LiveFeed } from './events/live-feed.js';
import { EventHandlers, OutboxWorker } from './events/outbox.js';
import { Jobs } from './jobs/jobs.js';

const log = new Logger('platform');
const said = (error: unknown): string => (error as Error)?.stack ?? String(error);

/** What every module stands on: configuration, time, the database, events, jobs, encryption. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(
    private readonly db: Database,
    private readonly worker: OutboxWorker,
    private readonly feed: LiveFeed,
    private readonly jobs: Jobs,
  ) {}

  static with(config: Config, schema: Schema, clock: Clock = new SystemClock()): DynamicModule {
    const providers = [
      { provide: CONFIG, useValue: config },
      { provide: Clock, useValue: clock },
      { provide: Database, useFactory: () => Database.open(databaseUrlOf(config), schema, config.databasePool) },
      { provide: PersonalData, useFactory: () => new PersonalData(config.personalDataKey, config.personalDataCipher) },
      { provide: EventHandlers, useFactory: () => new EventHandlers() },
      {
        provide: OutboxWorker,
        useFactory: (db: Database, handlers: EventHandlers) =>
          new OutboxWorker(db, handlers, clock, (event, error) =>
            log.error(`event ${event.type} ${event.id}: ${said(error)}`),
          ),
        inject: [Database, EventHandlers],
      },
      {
        provide: LiveFeed,
        useFactory: (db: Database) => new LiveFeed(db, clock, (error) => log.error(`live feed: ${said(error)}`)),
        inject: [Database],
      },
      {
        provide: CommitSignal,
        useFactory: (worker: OutboxWorker, feed: LiveFeed) => new CommitSignal(worker, feed),
        inject: [OutboxWorker, LiveFeed],
      },
      {
        provide: Jobs,
        useFactory: (db: Database) => new Jobs(db, clock, (job, error) => log.error(`job ${job}: ${said(error)}`)),
        inject: [Database],
      },
    ];
    return { module: PlatformModule, providers, exports: providers.map((p) => p.provide) };
  }

  async onApplicationShutdown(): Promise<void> {
    this.feed.stop();
    await this.jobs.stop();
    await this.worker.stop();
    await this.db.close();
  }
}
