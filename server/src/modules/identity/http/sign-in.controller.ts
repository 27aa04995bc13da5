import { Body, Controller, Res } from '@nestjs/common';
import { contract, type PrivacyTermsView, type SessionView, type StaffMeView } from '@yiyun/shared';
import type { FastifyReply } from 'fastify';
import { type Context, Ctx } from '../../../platform/http/context.js';
import { Handle } from '../../../platform/http/handle.js';
import { privacyTerms } from '../domain/privacy-terms.js';
import { PhoneCodes } from '../phone-codes.js';
import { SignInService } from '../sign-in.service.js';
import { StaffSignInService } from '../staff-sign-in.service.js';
import { PhoneCodeDto, SendPhoneCodeDto, SignInWechatDto, StaffSignInDto } from './identity.dto.js';
import { StaffCookie } from './staff-cookie.js';

@Controller()
export class SignInController {
  constructor(
    private readonly signIns: SignInService,
    private readonly codes: PhoneCodes,
    private readonly staff: StaffSignInService,
    private readonly cookie: StaffCookie,
  ) {}

  @Handle(contract.identity.privacyTerms)
  async privacyTerms(): Promise<PrivacyTermsView> {
    return privacyTerms;
  }

  @Handle(contract.identity.signInWechat)
  byWechat(@Ctx() ctx: Context, @Body() { code }: SignInWechatDto): Promise<SessionView> {
    return this.signIns.byWechat(ctx, code);
  }

  @Handle(contract.identity.sendPhoneCode)
  sendCode(
    @Ctx() ctx: Context,
    @Body() { phone, purpose }: SendPhoneCodeDto,
  ): Promise<{ resendAfterMs: number; expiresInMs: number }> {
    return this.codes.send(ctx, phone, purpose);
  }

  @Handle(contract.identity.signInPhone)
  byPhone(@Ctx() ctx: Context, @Body() { phone, code }: PhoneCodeDto): Promise<SessionView> {
    return this.signIns.byPhone(ctx, phone, code);
  }

  @Handle(contract.identity.staffSignIn)
  async staffSignIn(
    @Ctx() ctx: Context,
    @Body() body: StaffSignInDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StaffMeView> {
    const { me, session } = await this.staff.signIn(ctx, body);
    this.cookie.set(reply, session);
    return me;
  }
}
