import { Body, Controller, Param, Query } from '@nestjs/common';
import { type AffectedView, contract, type DisruptionPreview, type DisruptionView, type Page } from '@yiyun/shared';
import { type Context, Ctx } from '../../../platform/http/context.js';
import { Handle } from '../../../platform/http/handle.js';
import { DisruptionsService } from '../disruptions.service.js';
import { AffectedListDto, DisruptionDto, DisruptionsPageDto } from './disruptions.dto.js';

@Controller()
export class ManagerDisruptionsController {
  constructor(private readonly disruptions: DisruptionsService) {}

  @Handle(contract.disruptions.preview)
  preview(@Ctx() ctx: Context, @Body() body: DisruptionDto): Promise<DisruptionPreview> {
    return this.disruptions.preview(ctx, body);
  }

  @Handle(contract.disruptions.create)
  create(@Ctx() ctx: Context, @Body() body: DisruptionDto): Promise<DisruptionView> {
    return this.disruptions.create(ctx, body);
  }

  @Handle(contract.disruptions.list)
  list(@Ctx() ctx: Context, @Query() query: DisruptionsPageDto): Promise<Page<DisruptionView>> {
    return this.disruptions.list(ctx, query);
  }

  @Handle(contract.disruptions.get)
  get(@Ctx() ctx: Context, @Param('disruptionId') id: string): Promise<DisruptionView> {
    return this.disruptions.get(ctx, id);
  }

  @Handle(contract.disruptions.affected)
  affected(
    @Ctx() ctx: Context,
    @Param('disruptionId') id: string,
    @Query() query: AffectedListDto,
  ): Promise<Page<AffectedView>> {
    return this.disruptions.affected(ctx, id, query);
  }
}
