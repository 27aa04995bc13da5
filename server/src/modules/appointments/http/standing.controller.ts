import { Body, Controller, Param, Query } from '@nestjs/common';
import { type AppealView, contract, type Page, type StandingView, type StrikeView } from '@yiyun/shared';
import { type Context, Ctx } from '../../../platform/http/context.js';
import { Handle } from '../../../platform/http/handle.js';
import { StandingService } from '../strikes/standing.service.js';
import { AppealDto, AppealListDto, DecideAppealDto } from './standing.dto.js';

@Controller()
export class StandingController {
  constructor(private readonly standing: StandingService) {}

  @Handle(contract.appointments.standing)
  mine(@Ctx() ctx: Context): Promise<StandingView> {
    return this.standing.of(ctx);
  }

  @Handle(contract.appointments.appeal)
  appeal(@Ctx() ctx: Context, @Param('appointmentId') id: string, @Body() body: AppealDto): Promise<StrikeView> {
    return this.standing.appeal(ctx, id, body);
  }

  @Handle(contract.appointments.appealList)
  appeals(@Ctx() ctx: Context, @Query() query: AppealListDto): Promise<Page<AppealView>> {
    return this.standing.appeals(ctx, query);
  }

  @Handle(contract.appointments.decideAppeal)
  decide(@Ctx() ctx: Context, @Param('appointmentId') id: string, @Body() body: DecideAppealDto): Promise<AppealView> {
    return this.standing.decide(ctx, id, body);
  }
}
