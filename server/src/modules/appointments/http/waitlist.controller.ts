import { Body, Controller, Param, Query } from '@nestjs/common';
import { contract, type Page, type WaitlistEntryView } from '@yiyun/shared';
import { type Context, Ctx } from '../../../platform/http/context.js';
import { Handle } from '../../../platform/http/handle.js';
import { WaitlistService } from '../waitlist/waitlist.service.js';
import { JoinWaitlistDto, LeaveWaitlistDto, MyWaitlistDto } from './waitlist.dto.js';

@Controller()
export class WaitlistController {
  constructor(private readonly waitlist: WaitlistService) {}

  @Handle(contract.waitlist.join)
  join(@Ctx() ctx: Context, @Body() body: JoinWaitlistDto): Promise<WaitlistEntryView> {
    return this.waitlist.join(ctx, body);
  }

  @Handle(contract.waitlist.mine)
  mine(@Ctx() ctx: Context, @Query() query: MyWaitlistDto): Promise<Page<WaitlistEntryView>> {
    return this.waitlist.mine(ctx, query);
  }

  @Handle(contract.waitlist.leave)
  leave(
    @Ctx() ctx: Context,
    @Param('waitlistEntryId') id: string,
    @Body() body: LeaveWaitlistDto,
  ): Promise<WaitlistEntryView> {
    return this.waitlist.leave(ctx, id, body);
  }
}
