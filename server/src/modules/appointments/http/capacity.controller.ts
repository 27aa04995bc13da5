import { Body, Controller, Param, Query } from '@nestjs/common';
import { type CapacityEffectView, type CapacityView, contract, type ServiceWindowView } from '@yiyun/shared';
import { type Context, Ctx } from '../../../platform/http/context.js';
import { Handle } from '../../../platform/http/handle.js';
import { CapacityChangeService } from '../capacity/capacity-change.service.js';
import { CapacityViewService } from '../capacity/capacity-view.service.js';
import {
  CapacityQueryDto,
  HallWeekDto,
  OrdinaryDayDto,
  RosterExceptionDto,
  SpecialDayDto,
  WindowDto,
} from './capacity.dto.js';

type Effect = Promise<CapacityEffectView>;

@Controller()
export class CapacityController {
  constructor(
    private readonly capacity: CapacityViewService,
    private readonly changes: CapacityChangeService,
  ) {}

  @Handle(contract.capacity.view)
  view(@Param('hallId') hallId: string, @Query() query: CapacityQueryDto): Promise<CapacityView> {
    return this.capacity.view(hallId, query);
  }

  @Handle(contract.capacity.setWeek)
  async setWeek(@Ctx() ctx: Context, @Param('hallId') hallId: string, @Body() body: HallWeekDto): Effect {
    return (await this.changes.save(ctx, hallId, body, 'setWeek', this.changes.week(body))).effect;
  }

  @Handle(contract.capacity.saveWindow)
  saveWindow(
    @Ctx() ctx: Context,
    @Param('hallId') hallId: string,
    @Body() body: WindowDto,
  ): Promise<ServiceWindowView> {
    return this.changes.saveWindow(ctx, hallId, body);
  }

  @Handle(contract.capacity.setSpecialDay)
  async setSpecialDay(@Ctx() ctx: Context, @Param('hallId') hallId: string, @Body() body: SpecialDayDto): Effect {
    return (await this.changes.save(ctx, hallId, body, 'setSpecialDay', this.changes.specialDay(body))).effect;
  }

  @Handle(contract.capacity.setRosterException)
  async setRosterException(
    @Ctx() ctx: Context,
    @Param('hallId') hallId: string,
    @Body() body: RosterExceptionDto,
  ): Effect {
    return (await this.changes.save(ctx, hallId, body, 'setRosterException', this.changes.rosterException(body)))
      .effect;
  }

  @Handle(contract.capacity.setOrdinaryDay)
  async setOrdinaryDay(@Ctx() ctx: Context, @Param('hallId') hallId: string, @Body() body: OrdinaryDayDto): Effect {
    return (await this.changes.save(ctx, hallId, body, 'setOrdinaryDay', this.changes.ordinaryDay(body))).effect;
  }

  @Handle(contract.capacity.previewWeek)
  previewWeek(@Param('hallId') hallId: string, @Body() body: HallWeekDto): Effect {
    return this.changes.preview(hallId, body, this.changes.week(body));
  }

  @Handle(contract.capacity.previewWindow)
  previewWindow(@Param('hallId') hallId: string, @Body() body: WindowDto): Effect {
    return this.changes.preview(hallId, body, this.changes.window(body));
  }

  @Handle(contract.capacity.previewSpecialDay)
  previewSpecialDay(@Param('hallId') hallId: string, @Body() body: SpecialDayDto): Effect {
    return this.changes.preview(hallId, body, this.changes.specialDay(body));
  }

  @Handle(contract.capacity.previewRosterException)
  previewRosterException(@Param('hallId') hallId: string, @Body() body: RosterExceptionDto): Effect {
    return this.changes.preview(hallId, body, this.changes.rosterException(body));
  }
}
