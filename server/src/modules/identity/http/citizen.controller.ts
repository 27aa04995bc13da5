import { Body, Controller, Param } from '@nestjs/common';
import { type BindingView, contract, type MeView, type PersonalDataExport } from '@yiyun/shared';
import { type Context, Ctx } from '../../../platform/http/context.js';
import { Handle } from '../../../platform/http/handle.js';
import { AccountService } from '../account.service.js';
import { PersonalDataService } from '../personal-data.service.js';
import { SignInService } from '../sign-in.service.js';
import { BindEnterpriseDto, ConsentDto, DelegateDto, DeleteMeDto, PhoneCodeDto, UpdateMeDto } from './identity.dto.js';

@Controller()
export class AccountController {
  constructor(
    private readonly accounts: AccountService,
    private readonly signIns: SignInService,
    private readonly personalData: PersonalDataService,
  ) {}

  @Handle(contract.identity.signOut)
  signOut(@Ctx() ctx: Context): Promise<{ signedOut: true }> {
    return this.signIns.signOut(ctx);
  }

  @Handle(contract.identity.me)
  me(@Ctx() ctx: Context): Promise<MeView> {
    return this.accounts.me(ctx);
  }

  @Handle(contract.identity.updateMe)
  rename(@Ctx() ctx: Context, @Body() { name }: UpdateMeDto): Promise<MeView> {
    return this.accounts.rename(ctx, name);
  }

  @Handle(contract.identity.consent)
  consent(@Ctx() ctx: Context, @Body() { version }: ConsentDto): Promise<MeView> {
    return this.accounts.consent(ctx, version);
  }

  @Handle(contract.identity.verifyPhone)
  verifyPhone(@Ctx() ctx: Context, @Body() { phone, code }: PhoneCodeDto): Promise<MeView> {
    return this.accounts.verifyPhone(ctx, phone, code);
  }

  @Handle(contract.identity.bindEnterprise)
  bindEnterprise(@Ctx() ctx: Context, @Body() body: BindEnterpriseDto): Promise<BindingView> {
    return this.accounts.bindEnterprise(ctx, body);
  }

  @Handle(contract.identity.delegate)
  delegate(@Ctx() ctx: Context, @Body() body: DelegateDto): Promise<BindingView> {
    return this.accounts.delegate(ctx, body);
  }

  @Handle(contract.identity.endBinding)
  endBinding(@Ctx() ctx: Context, @Param('bindingId') bindingId: string): Promise<MeView> {
    return this.accounts.endBinding(ctx, bindingId);
  }

  @Handle(contract.identity.exportMe)
  exportMe(@Ctx() ctx: Context): Promise<PersonalDataExport> {
    return this.personalData.export(ctx);
  }

  @Handle(contract.identity.deleteMe)
  deleteMe(@Ctx() ctx: Context, @Body() _confirmed: DeleteMeDto): Promise<{ deleted: true }> {
    return this.personalData.delete(ctx);
  }
}
