import { Controller, Param, Query } from '@nestjs/common';
import { contract, type SlotDaysView, type SlotView } from '@yiyun/shared';
import { Handle } from '../../../platform/http/handle.js';
import { SlotsService } from '../slots.service.js';
import { SlotDaysDto, SlotsDto } from './appointments.dto.js';

const matterIdsOf = ({ matterId, furtherMatterIds }: SlotDaysDto): string[] => [
  matterId,
  ...(furtherMatterIds?.split(',') ?? []),
];

@Controller()
export class PublicSlotsController {
  constructor(private readonly slots: SlotsService) {}

  @Handle(contract.appointments.slotDays)
  slotDays(@Param('hallId') hallId: string, @Query() query: SlotDaysDto): Promise<SlotDaysView> {
    return this.slots.days(hallId, matterIdsOf(query));
  }

  @Handle(contract.appointments.slots)
  slotsOfDay(@Param('hallId') hallId: string, @Query() query: SlotsDto): Promise<SlotView[]> {
    return this.slots.offered(hallId, matterIdsOf(query), query.on);
  }
}
