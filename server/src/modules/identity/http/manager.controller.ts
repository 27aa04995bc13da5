import { Body, Controller, Param, Query } from '@nestjs/common';
import { contract, type Page, type StaffView } from '@yiyun/shared';
import { type Context, Ctx } from '../../../platform/http/context.js';
import { Handle } from '../../../platform/http/handle.js';
import { StaffAdminService } from '../staff-admin.service.js';
import { CreateStaffDto, ResetPasswordDto, StaffListDto, UpdateStaffDto } from './identity.dto.js';

@Controller()
export class StaffAdminController {
  constructor(private readonly staff: StaffAdminService) {}

  @Handle(contract.identity.staffList)
  list(@Ctx() ctx: Context, @Query() query: StaffListDto): Promise<Page<StaffView>> {
    return this.staff.list(ctx, query);
  }

  @Handle(contract.identity.createStaff)
  create(@Ctx() ctx: Context, @Body() body: CreateStaffDto): Promise<StaffView> {
    return this.staff.create(ctx, body);
  }

  @Handle(contract.identity.updateStaff)
  update(@Ctx() ctx: Context, @Param('staffId') staffId: string, @Body() body: UpdateStaffDto): Promise<StaffView> {
    return this.staff.update(ctx, staffId, body);
  }

  @Handle(contract.identity.resetStaffPassword)
  resetPassword(
    @Ctx() ctx: Context,
    @Param('staffId') staffId: string,
    @Body() { initialPassword }: ResetPasswordDto,
  ): Promise<StaffView> {
    return this.staff.resetPassword(ctx, staffId, initialPassword);
  }

  @Handle(contract.identity.revokeStaffSessions)
  revokeSessions(@Ctx() ctx: Context, @Param('staffId') staffId: string): Promise<StaffView> {
    return this.staff.revokeSessions(ctx, staffId);
  }
}
