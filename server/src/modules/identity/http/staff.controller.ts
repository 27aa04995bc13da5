import { Body, Controller, Res } from '@nestjs/common';
import { contract, type StaffMeView } from '@yiyun/shared';
import type { FastifyReply } from 'fastify';
import { type Context, Ctx } from '../../../platform/http/context.js';
import { Handle } from '../../../platform/http/handle.js';
import { StaffEvents } from '../staff-events.js';
import { StaffSignInService } from '../staff-sign-in.service.js';
import { ChangePasswordDto } from './identity.dto.js';
import { StaffCookie } from './staff-cookie.js';

@Controller()
export class StaffController {
  constructor(
    private readonly staff: StaffSignInService,
    private readonly events: StaffEvents,
    private readonly cookie: StaffCookie,
  ) {}

  @Handle(contract.identity.staffMe)
  me(@Ctx() ctx: Context): Promise<StaffMeView> {
    return this.staff.me(ctx);
  }

  @Handle(contract.identity.staffSignOut)
  async signOut(@Ctx() ctx: Context, @Res({ passthrough: true }) reply: FastifyReply): Promise<{ signedOut: true }> {
    const answer = await this.staff.signOut(ctx);
    this.cookie.clear(reply);
    return answer;
  }

  @Handle(contract.identity.staffChangePassword)
  changePassword(@Ctx() ctx: Context, @Body() body: ChangePasswordDto): Promise<StaffMeView> {
    return this.staff.changePassword(ctx, body);
  }

  @Handle(contract.identity.staffEvents)
  async listen(@Ctx() ctx: Context, @Res() reply: FastifyReply): Promise<never> {
    // The reply is written piece by piece from here on; Nest sends nothing itself.
    return this.events.open(ctx, reply) as never;
  }
}
