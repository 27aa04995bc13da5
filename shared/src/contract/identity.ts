import { type StaffRole, staffRoles } from '../access.js';
import type { RulesFor } from '../rules.js';
import { get, idRule, type Page, type PageQuery, pageRules, patch, post } from './route.js';

export const bindingRoles = ['legalRepresentative', 'financeContact', 'taxHandler'] as const;
/** What a citizen is to an enterprise; `self` binds a citizen to himself as an individual taxpayer, `proxy` to another person who agreed to it (亲友代办). */
export type BindingRole = (typeof bindingRoles)[number] | 'self' | 'proxy';
export const bindingRoleNames: Record<BindingRole, string> = {
  self: '本人',
  legalRepresentative: '法定代表人',
  financeContact: '财务负责人',
  taxHandler: '办税员',
  proxy: '亲友代办',
};

export interface PrivacyTermsView {
  version: string;
  title: string;
  /** Paragraphs of plain text. */
  paragraphs: string[];
}
export interface CitizenView {
  id: string;
  /** Empty until the citizen gave one. */
  name: string;
  /** 138****5678, or null when no phone is verified. */
  maskedPhone: string | null;
}
/** A taxpayer for whom the citizen may act. */
export interface BindingView {
  id: string;
  taxpayerId: string;
  kind: 'individual' | 'enterprise';
  name: string;
  /** null for an individual. */
  uscc: string | null;
  role: BindingRole;
  boundAt: number;
}
export interface MeView {
  citizen: CitizenView;
  /** The version of the privacy terms that the citizen has agreed to; null before the first consent. */
  consentVersion: string | null;
  requiredConsentVersion: string;
  bindings: BindingView[];
  /** Who may act for the citizen, by his consent; ended with `endBinding` by either. */
  proxies: { bindingId: string; name: string; boundAt: number }[];
}
export interface SessionView {
  /** Sent as `Authorization: Bearer …` with every request; kept on the terminal only. */
  token: string;
  expiresAt: number;
  me: MeView;
}
export interface StaffMeView {
  id: string;
  account: string;
  name: string;
  roles: StaffRole[];
  halls: { id: string; name: string }[];
  /** A password set by somebody else must be changed at the first sign-in. */
  mustChangePassword: boolean;
}
export interface StaffView {
  id: string;
  account: string;
  name: string;
  roles: StaffRole[];
  hallIds: string[];
  active: boolean;
  lockedUntil: number | null;
  lastSignInAt: number | null;
  version: number;
}

export interface SignInWechatBody {
  /** What `wx.login()` gave; good for five minutes and one use. */
  code: string;
}
export const signInWechatRules = {
  code: { kind: 'string', min: 1, max: 200, label: '微信登录凭证' },
} as const satisfies RulesFor<SignInWechatBody>;

export interface PhoneBody {
  phone: string;
}
export const phoneRules = {
  phone: { kind: 'string', max: 11, format: 'phone', label: '手机号' },
} as const satisfies RulesFor<PhoneBody>;

export const phoneCodePurposes = ['signIn', 'delegation'] as const;
export type PhoneCodePurpose = (typeof phoneCodePurposes)[number];
export interface SendPhoneCodeBody extends PhoneBody {
  /** `signIn` unless said otherwise: signing in, or showing that a number is one's own. A code serves its purpose only. */
  purpose?: PhoneCodePurpose;
}
export const sendPhoneCodeRules = {
  ...phoneRules,
  purpose: { kind: 'enum', values: phoneCodePurposes, optional: true, label: '用途' },
} as const satisfies RulesFor<SendPhoneCodeBody>;

export interface PhoneCodeBody extends PhoneBody {
  code: string;
}
export const phoneCodeRules = {
  ...phoneRules,
  code: { kind: 'string', min: 6, max: 6, pattern: /^\d{6}$/, label: '验证码' },
} as const satisfies RulesFor<PhoneCodeBody>;

export interface ConsentBody {
  version: string;
}
export const consentRules = {
  version: { kind: 'string', min: 1, max: 20, label: '条款版本' },
} as const satisfies RulesFor<ConsentBody>;

export interface UpdateMeBody {
  name: string;
}
export const updateMeRules = {
  name: { kind: 'string', min: 2, max: 30, pattern: /^[\p{L}·.\s]+$/u, label: '姓名' },
} as const satisfies RulesFor<UpdateMeBody>;

export interface BindEnterpriseBody {
  uscc: string;
  name: string;
  role: (typeof bindingRoles)[number];
}
export const bindEnterpriseRules = {
  uscc: { kind: 'string', max: 18, format: 'uscc', label: '统一社会信用代码' },
  name: { kind: 'string', min: 2, max: 100, label: '企业名称' },
  role: { kind: 'enum', values: bindingRoles, label: '您的身份' },
} as const satisfies RulesFor<BindEnterpriseBody>;

/** 亲友代办: the other person agrees by reading out the code that was sent to his own phone. */
export interface DelegateBody extends PhoneCodeBody {
  name: string;
}
export const delegateRules = {
  ...phoneCodeRules,
  name: updateMeRules.name,
} as const satisfies RulesFor<DelegateBody>;

export interface DeleteMeBody {
  /** The two words 注销账户, typed by the person. */
  confirmation: string;
}
export const deleteMeRules = {
  confirmation: { kind: 'string', max: 10, pattern: /^注销账户$/, label: '“注销账户”四个字' },
} as const satisfies RulesFor<DeleteMeBody>;

export interface StaffSignInBody {
  account: string;
  password: string;
}
export const staffSignInRules = {
  account: { kind: 'string', min: 2, max: 40, label: '账号' },
  password: { kind: 'string', min: 1, max: 200, label: '密码' },
} as const satisfies RulesFor<StaffSignInBody>;

export interface ChangePasswordBody {
  current: string;
  next: string;
}
export const changePasswordRules = {
  current: { kind: 'string', min: 1, max: 200, label: '原密码' },
  next: { kind: 'string', min: 10, max: 200, label: '新密码' },
} as const satisfies RulesFor<ChangePasswordBody>;

export interface CreateStaffBody {
  account: string;
  name: string;
  roles: StaffRole[];
  hallIds: string[];
  initialPassword: string;
}
export interface UpdateStaffBody {
  version: number;
  name: string;
  roles: StaffRole[];
  hallIds: string[];
  active: boolean;
}
const staffFields = {
  name: { kind: 'string', min: 2, max: 30, label: '姓名' },
  roles: { kind: 'strings', min: 1, max: 4, item: { max: 20 }, values: staffRoles, label: '角色' },
  hallIds: { kind: 'strings', max: 50, item: { min: 26, max: 26 }, label: '办税服务厅' },
} as const;
export const createStaffRules = {
  account: { kind: 'string', min: 2, max: 40, pattern: /^[a-z0-9.-]+$/, label: '账号' },
  ...staffFields,
  initialPassword: { kind: 'string', min: 10, max: 200, label: '初始密码' },
} as const satisfies RulesFor<CreateStaffBody>;
export const updateStaffRules = {
  version: { kind: 'int', min: 1, max: 1_000_000, label: '版本' },
  ...staffFields,
  active: { kind: 'boolean', label: '是否启用' },
} as const satisfies RulesFor<UpdateStaffBody>;

export interface ResetPasswordBody {
  initialPassword: string;
}
export const resetPasswordRules = {
  initialPassword: { kind: 'string', min: 10, max: 200, label: '初始密码' },
} as const satisfies RulesFor<ResetPasswordBody>;

export interface StaffListQuery extends PageQuery {
  q?: string;
  hallId?: string;
}
export const staffListRules = {
  ...pageRules,
  q: { kind: 'string', max: 50, optional: true, label: '搜索' },
  hallId: { ...idRule, optional: true, label: '办税服务厅' },
} as const satisfies RulesFor<StaffListQuery>;

/** A copy of everything the system holds of one citizen, as JSON for the person to keep. */
export interface PersonalDataExport {
  exportedAt: number;
  me: MeView & { phone: string | null };
  consents: { version: string; at: number }[];
  /** One entry a module: its name and the rows that belong to the citizen. */
  sections: { title: string; rows: unknown[] }[];
}

export const identity = {
  privacyTerms: get<{ result: PrivacyTermsView }>()('/public/privacy-terms', { access: 'public', summary: '隐私条款' }),
  signInWechat: post<{ body: SignInWechatBody; result: SessionView }>()('/public/sign-in/wechat', {
    access: 'public',
    summary: '微信登录',
    body: signInWechatRules,
    unrepeatable: true,
    errors: ['auth.wechat_code_invalid'],
  }),
  sendPhoneCode: post<{ body: SendPhoneCodeBody; result: { resendAfterMs: number; expiresInMs: number } }>()(
    '/public/sign-in/phone-codes',
    {
      access: 'public',
      summary: '发送手机验证码',
      body: sendPhoneCodeRules,
      unrepeatable: true,
      errors: ['auth.phone_code_too_soon', 'auth.phone_code_locked'],
    },
  ),
  signInPhone: post<{ body: PhoneCodeBody; result: SessionView }>()('/public/sign-in/phone', {
    access: 'public',
    summary: '手机号登录',
    body: phoneCodeRules,
    unrepeatable: true,
    errors: ['auth.phone_code_wrong', 'auth.phone_code_expired', 'auth.phone_code_locked'],
  }),
  signOut: post<{ result: { signedOut: true } }>()('/me/sign-out', {
    access: 'citizen',
    summary: '退出登录',
    unrepeatable: true,
  }),
  me: get<{ result: MeView }>()('/me', { access: 'citizen', summary: '我的账户' }),
  updateMe: post<{ body: UpdateMeBody; result: MeView }>()('/me/name', {
    access: 'citizen',
    summary: '填写姓名',
    body: updateMeRules,
  }),
  consent: post<{ body: ConsentBody; result: MeView }>()('/me/consents', {
    access: 'citizen',
    summary: '同意隐私条款',
    body: consentRules,
    errors: ['identity.consent_version_old'],
  }),
  verifyPhone: post<{ body: PhoneCodeBody; result: MeView }>()('/me/phone', {
    access: 'citizen',
    summary: '验证手机号',
    body: phoneCodeRules,
    errors: [
      'auth.phone_code_wrong',
      'auth.phone_code_expired',
      'auth.phone_code_locked',
      'identity.phone_taken',
      'identity.consent_required',
    ],
  }),
  bindEnterprise: post<{ body: BindEnterpriseBody; result: BindingView }>()('/me/bindings', {
    access: 'citizen',
    summary: '绑定企业',
    body: bindEnterpriseRules,
    errors: [
      'identity.binding_exists',
      'identity.binding_not_confirmed',
      'identity.consent_required',
      'identity.phone_required',
      'identity.name_required',
      'server.unavailable',
    ],
  }),
  delegate: post<{ body: DelegateBody; result: BindingView }>()('/me/delegations', {
    access: 'citizen',
    summary: '添加代办的亲友',
    body: delegateRules,
    errors: [
      'auth.phone_code_wrong',
      'auth.phone_code_expired',
      'auth.phone_code_locked',
      'identity.binding_exists',
      'identity.own_phone',
      'identity.consent_required',
      'identity.phone_required',
    ],
  }),
  endBinding: post<{ result: MeView }>()('/me/bindings/:bindingId/end', {
    access: 'owner',
    summary: '解除绑定',
    errors: ['request.not_available'],
  }),
  exportMe: get<{ result: PersonalDataExport }>()('/me/export', { access: 'citizen', summary: '导出我的数据' }),
  deleteMe: post<{ body: DeleteMeBody; result: { deleted: true } }>()('/me/deletion', {
    access: 'citizen',
    summary: '注销账户',
    body: deleteMeRules,
    unrepeatable: true,
    errors: ['identity.open_business'],
  }),

  staffSignIn: post<{ body: StaffSignInBody; result: StaffMeView }>()('/public/staff/sign-in', {
    access: 'public',
    summary: '工作人员登录（会话在 HttpOnly Cookie 中）',
    body: staffSignInRules,
    unrepeatable: true,
    errors: ['auth.password_wrong', 'auth.account_locked'],
  }),
  staffMe: get<{ result: StaffMeView }>()('/staff/me', { access: 'staff', summary: '当前工作人员' }),
  staffSignOut: post<{ result: { signedOut: true } }>()('/staff/sign-out', {
    access: 'staff',
    summary: '工作人员退出',
    unrepeatable: true,
  }),
  staffChangePassword: post<{ body: ChangePasswordBody; result: StaffMeView }>()('/staff/password', {
    access: 'staff',
    summary: '修改密码',
    body: changePasswordRules,
    unrepeatable: true,
    errors: ['auth.password_wrong', 'auth.password_weak', 'auth.account_locked'],
  }),
  staffEvents: get<{ result: never }>()('/staff/events', {
    access: 'staff',
    summary: '实时事件（Server-Sent Events）',
    answers: 'events',
  }),
  staffList: get<{ query: StaffListQuery; result: Page<StaffView> }>()('/manager/staff', {
    access: 'managerOrAdmin',
    summary: '工作人员列表',
    query: staffListRules,
  }),
  createStaff: post<{ body: CreateStaffBody; result: StaffView }>()('/manager/staff', {
    access: 'managerOrAdmin',
    summary: '新增工作人员',
    body: createStaffRules,
    errors: ['identity.account_taken', 'identity.role_not_grantable', 'auth.password_weak'],
  }),
  updateStaff: patch<{ body: UpdateStaffBody; result: StaffView }>()('/manager/staff/:staffId', {
    access: 'managerOrAdmin',
    summary: '修改工作人员',
    body: updateStaffRules,
    errors: ['request.stale', 'identity.role_not_grantable', 'identity.own_access'],
  }),
  resetStaffPassword: post<{ body: ResetPasswordBody; result: StaffView }>()('/manager/staff/:staffId/password', {
    access: 'managerOrAdmin',
    summary: '重置密码并收回会话',
    body: resetPasswordRules,
    errors: ['auth.password_weak', 'identity.role_not_grantable'],
  }),
  revokeStaffSessions: post<{ result: StaffView }>()('/manager/staff/:staffId/sessions/revoke', {
    access: 'managerOrAdmin',
    summary: '收回全部会话',
    errors: ['identity.role_not_grantable'],
  }),
} as const;
