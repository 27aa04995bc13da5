import { Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../records/index.js';
import { PublicMattersController } from './http/public.controller.js';
import { loadCatalogue } from './load-catalogue.js';
import { Matters } from './matters.js';
import { MattersService } from './matters.service.js';

const log = new Logger('matters');

/** Whoever has `Matters` injected finds the catalogue loaded. */
@Module({
  controllers: [PublicMattersController],
  providers: [
    {
      provide: Matters,
      useFactory: async (db: Database, work: UnitOfWork) => {
        await loadCatalogue(work);
        return Matters.open(db, (error) => log.error(error));
      },
      inject: [Database, UnitOfWork],
    },
    MattersService,
  ],
  exports: [Matters],
})
export class MattersModule implements OnApplicationShutdown {
  constructor(private readonly matters: Matters) {}

  onApplicationShutdown(): Promise<void> {
    return this.matters.close();
  }
}
