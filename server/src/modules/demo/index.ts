import { Module } from '@nestjs/common';
import { DemoController } from './demo.controller.js';

export { DemoClock } from './demo-clock.js';

@Module({ controllers: [DemoController] })
export class DemoModule {}
