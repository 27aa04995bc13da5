import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { AppointmentsModule } from './modules/appointments/index.js';
import { CasesModule } from './modules/cases/index.js';
import { DemoModule } from './modules/demo/index.js';
import { DisruptionsModule } from './modules/disruptions/index.js';
import { HallsModule } from './modules/halls/index.js';
import { HelpModule } from './modules/help/index.js';
import { IdentityModule } from './modules/identity/index.js';
import { InsightsModule } from './modules/insights/index.js';
import { MattersModule } from './modules/matters/index.js';
import { MessagingModule } from './modules/messaging/index.js';
import { NoticesModule } from './modules/notices/index.js';
import { QueueModule } from './modules/queue/index.js';
import { RecordsModule } from './modules/records/index.js';
import type { Clock } from './platform/clock.js';
import type { Config } from './platform/config/config.js';
import { GatewaysModule } from './platform/gateways/gateways.module.js';
import { AccessGuard } from './platform/http/access.guard.js';
import { ErrorFilter } from './platform/http/error.filter.js';
import { ValidationPipe } from './platform/http/validation.pipe.js';
import { PlatformModule } from './platform/platform.module.js';
import { schema } from './schema.js';
import { demoEnterprises } from './seed/demo-accounts.js';
import { WiringModule } from './wiring.module.js';

/** The whole server, from the ground up; a module imports only what stands above it in this list. */
@Module({})
export class AppModule {
  static with(config: Config, clock?: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(config, schema, clock),
        GatewaysModule.with(config, demoEnterprises),
        RecordsModule,
        IdentityModule,
        HallsModule,
        MattersModule,
        MessagingModule,
        AppointmentsModule,
        QueueModule,
        CasesModule,
        NoticesModule,
        HelpModule,
        DisruptionsModule,
        InsightsModule,
        DemoModule,
        WiringModule,
      ],
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_PIPE, useClass: ValidationPipe },
        { provide: APP_FILTER, useClass: ErrorFilter },
      ],
    };
  }
}
