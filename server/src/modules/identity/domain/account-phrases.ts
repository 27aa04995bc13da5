import { type BindingRole, bindingRoleNames } from '@yiyun/shared';
import type { Phrase } from '../../records/index.js';

const roleOf = (facts: Readonly<Record<string, unknown>>): string => bindingRoleNames[facts['role'] as BindingRole];

/** How the steps of an account read. */
export const accountPhrases: Readonly<Record<string, Phrase>> = {
  CitizenRegistered: (facts) => (facts['madeFor'] ? '由他人代为建立账户' : '首次登录，建立账户'),
  CitizenSignedIn: '登录',
  CitizenSignedOut: '退出登录',
  CitizenNamed: '填写了姓名',
  ConsentGiven: (facts) => `同意隐私条款（${String(facts['consentVersion'])}版）`,
  PhoneVerified: '验证了手机号',
  EnterpriseBound: (facts) => `绑定企业，身份为${roleOf(facts)}`,
  BindingEnded: '解除了绑定',
  ProxyBound: '经对方同意，为亲友代办',
  ProxyAgreed: '同意由亲友代办',
  ProxyEnded: '亲友代办已解除',
  DataExported: '导出了本人数据',
  CitizenDeleted: '注销了账户',
  StaffCreated: (facts) => `新增工作人员${String(facts['account'])}`,
  StaffChanged: '修改了工作人员资料',
  StaffSignedIn: '登录',
  StaffSignedOut: '退出登录',
  StaffPasswordChanged: '修改了密码',
  StaffPasswordReset: '重置了密码，并收回全部会话',
  AdminsChanged: '系统管理员有变动',
  StaffSessionsRevoked: '收回了全部会话',
};
