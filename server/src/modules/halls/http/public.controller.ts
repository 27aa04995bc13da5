import { Controller, Param } from '@nestjs/common';
import { contract, type HallView } from '@yiyun/shared';
import { Handle } from '../../../platform/http/handle.js';
import { HallsService } from '../halls.service.js';

@Controller()
export class PublicHallsController {
  constructor(private readonly halls: HallsService) {}

  @Handle(contract.halls.list)
  list(): Promise<HallView[]> {
    return this.halls.list();
  }

  @Handle(contract.halls.get)
  get(@Param('hallId') hallId: string): Promise<HallView> {
    return this.halls.get(hallId);
  }
}
