import { Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../records/index.js';
import { CalendarService } from './calendar.service.js';
import { HallPlans } from './hall-plans.js';
import { Halls } from './halls.js';
import { HallsService } from './halls.service.js';
import { ManagerHallsController } from './http/manager.controller.js';
import { PublicHallsController } from './http/public.controller.js';
import { loadHalls } from './load-halls.js';

const log = new Logger('halls');

/** Whoever has `Halls` injected finds halls and calendar loaded. */
@Module({
  controllers: [PublicHallsController, ManagerHallsController],
  providers: [
    {
      provide: Halls,
      useFactory: async (db: Database, work: UnitOfWork, config: Config) => {
        await loadHalls(work, config.mode === 'demo');
        return Halls.open(db, (error) => log.error(error));
      },
      inject: [Database, UnitOfWork, CONFIG],
    },
    HallsService,
    HallPlans,
    CalendarService,
  ],
  exports: [Halls, HallsService, HallPlans],
})
export class HallsModule implements OnApplicationShutdown {
  constructor(private readonly halls: Halls) {}

  onApplicationShutdown(): Promise<void> {
    return this.halls.close();
  }
}
