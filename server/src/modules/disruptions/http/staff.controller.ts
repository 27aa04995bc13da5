import { Body, Controller, Param, Query } from '@nestjs/common';
import { type CallTaskDetailView, type CallTaskView, contract, type Page } from '@yiyun/shared';
import { type Context, Ctx } from '../../../platform/http/context.js';
import { Handle } from '../../../platform/http/handle.js';
import { CallListService } from '../call-list.service.js';
import { CallListDto, RecordCallDto } from './disruptions.dto.js';

@Controller()
export class StaffDisruptionsController {
  constructor(private readonly calls: CallListService) {}

  @Handle(contract.disruptions.callList)
  list(@Ctx() ctx: Context, @Param('hallId') hallId: string, @Query() query: CallListDto): Promise<Page<CallTaskView>> {
    return this.calls.list(ctx, hallId, query);
  }

  @Handle(contract.disruptions.callTask)
  get(@Ctx() ctx: Context, @Param('affectedPartyId') id: string): Promise<CallTaskDetailView> {
    return this.calls.get(ctx, id);
  }

  @Handle(contract.disruptions.recordCall)
  record(
    @Ctx() ctx: Context,
    @Param('affectedPartyId') id: string,
    @Body() body: RecordCallDto,
  ): Promise<CallTaskView> {
    return this.calls.record(ctx, id, body);
  }
}
