import { Body, Controller, Param } from '@nestjs/common';
import { contract, type DisruptionOfferView } from '@yiyun/shared';
import { type Context, Ctx } from '../../../platform/http/context.js';
import { Handle } from '../../../platform/http/handle.js';
import { OffersService } from '../offers.service.js';
import { ChooseAlternativeDto } from './disruptions.dto.js';

@Controller()
export class CitizenDisruptionsController {
  constructor(private readonly service: OffersService) {}

  @Handle(contract.disruptions.offers)
  offers(@Ctx() ctx: Context): Promise<DisruptionOfferView[]> {
    return this.service.mine(ctx);
  }

  @Handle(contract.disruptions.offer)
  offer(@Ctx() ctx: Context, @Param('affectedPartyId') id: string): Promise<DisruptionOfferView> {
    return this.service.get(ctx, id);
  }

  @Handle(contract.disruptions.choose)
  choose(
    @Ctx() ctx: Context,
    @Param('affectedPartyId') id: string,
    @Body() body: ChooseAlternativeDto,
  ): Promise<DisruptionOfferView> {
    return this.service.choose(ctx, id, body);
  }
}
