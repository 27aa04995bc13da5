import {
  type BindEnterpriseBody,
  bindEnterpriseRules,
  type ChangePasswordBody,
  type ConsentBody,
  type CreateStaffBody,
  changePasswordRules,
  consentRules,
  createStaffRules,
  type DelegateBody,
  type DeleteMeBody,
  delegateRules,
  deleteMeRules,
  type PhoneCodeBody,
  phoneCodeRules,
  type ResetPasswordBody,
  resetPasswordRules,
  type SendPhoneCodeBody,
  type SignInWechatBody,
  type StaffListQuery,
  type StaffSignInBody,
  sendPhoneCodeRules,
  signInWechatRules,
  staffListRules,
  staffSignInRules,
  type UpdateMeBody,
  type UpdateStaffBody,
  updateMeRules,
  updateStaffRules,
} from '@yiyun/shared';
import { Dto } from '../../../platform/http/dto.js';

export class SignInWechatDto extends Dto<SignInWechatBody>(signInWechatRules) {}
export class SendPhoneCodeDto extends Dto<SendPhoneCodeBody>(sendPhoneCodeRules) {}
export class PhoneCodeDto extends Dto<PhoneCodeBody>(phoneCodeRules) {}
export class ConsentDto extends Dto<ConsentBody>(consentRules) {}
export class UpdateMeDto extends Dto<UpdateMeBody>(updateMeRules) {}
export class BindEnterpriseDto extends Dto<BindEnterpriseBody>(bindEnterpriseRules) {}
export class DelegateDto extends Dto<DelegateBody>(delegateRules) {}
export class DeleteMeDto extends Dto<DeleteMeBody>(deleteMeRules) {}
export class StaffSignInDto extends Dto<StaffSignInBody>(staffSignInRules) {}
export class ChangePasswordDto extends Dto<ChangePasswordBody>(changePasswordRules) {}
export class StaffListDto extends Dto<StaffListQuery>(staffListRules) {}
export class CreateStaffDto extends Dto<CreateStaffBody>(createStaffRules) {}
export class UpdateStaffDto extends Dto<UpdateStaffBody>(updateStaffRules) {}
export class ResetPasswordDto extends Dto<ResetPasswordBody>(resetPasswordRules) {}
