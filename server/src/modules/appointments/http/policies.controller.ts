import { Body, Controller, Param } from '@nestjs/common';
import {
  type BookingPolicyPreset,
  type BookingPolicyPreview,
  type BookingPolicyView,
  contract,
  type ResultOf,
} from '@yiyun/shared';
import { type Context, Ctx } from '../../../platform/http/context.js';
import { Handle } from '../../../platform/http/handle.js';
import { PoliciesService } from '../policies/policies.service.js';
import { BookingPolicyDto, PublishPolicyDto, UpdateBookingPolicyDto } from './policies.dto.js';

@Controller()
export class PoliciesController {
  constructor(private readonly policies: PoliciesService) {}

  @Handle(contract.policies.inForce)
  async inForce(): Promise<ResultOf<typeof contract.policies.inForce>> {
    return this.policies.inForce();
  }

  @Handle(contract.policies.list)
  async list(@Ctx() ctx: Context): Promise<BookingPolicyView[]> {
    return this.policies.list(ctx);
  }

  @Handle(contract.policies.presets)
  async presets(@Ctx() ctx: Context): Promise<BookingPolicyPreset[]> {
    return this.policies.presets(ctx);
  }

  @Handle(contract.policies.create)
  create(@Ctx() ctx: Context, @Body() body: BookingPolicyDto): Promise<BookingPolicyView> {
    return this.policies.create(ctx, body);
  }

  @Handle(contract.policies.update)
  update(
    @Ctx() ctx: Context,
    @Param('bookingPolicyId') id: string,
    @Body() body: UpdateBookingPolicyDto,
  ): Promise<BookingPolicyView> {
    return this.policies.update(ctx, id, body);
  }

  @Handle(contract.policies.preview)
  preview(@Ctx() ctx: Context, @Param('bookingPolicyId') id: string): Promise<BookingPolicyPreview> {
    return this.policies.preview(ctx, id);
  }

  @Handle(contract.policies.publish)
  publish(
    @Ctx() ctx: Context,
    @Param('bookingPolicyId') id: string,
    @Body() { version }: PublishPolicyDto,
  ): Promise<BookingPolicyView> {
    return this.policies.publish(ctx, id, version);
  }
}
