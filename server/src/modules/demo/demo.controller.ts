import { Controller } from '@nestjs/common';
import { AppError, contract, type DemoAccountView, type DemoMessageView } from '@yiyun/shared';
import type { Config } from '../../platform/config/config.js';
import { InjectConfig } from '../../platform/config/config.token.js';
import { OutboxSmsGateway, SmsGateway } from '../../platform/gateways/index.js';
import { Handle } from '../../platform/http/handle.js';
import { DEMO_PASSWORD, demoCitizens, demoStaff } from '../../seed/demo-accounts.js';

/** The approved templates' texts, as a phone would show them. */
const texts: Readonly<Record<string, string>> = {
  signIn: '验证码{code}，5分钟内有效，请勿告诉他人。',
  delegation: '有亲友申请替您办税，代办验证码{code}，5分钟内有效。同意再告诉对方；不认识的人索要，请不要理会。',
};

/** What somebody trying the system out needs to know; everywhere else it does not exist. */
@Controller()
export class DemoController {
  constructor(
    @InjectConfig() private readonly config: Config,
    private readonly sms: SmsGateway,
  ) {}

  @Handle(contract.demo.outbox)
  async outbox(): Promise<DemoMessageView[]> {
    if (this.config.mode !== 'demo' || !(this.sms instanceof OutboxSmsGateway)) throw new AppError('request.not_found');
    return this.sms.messages().map(({ phone, template, params, sentAt }) => ({
      phone,
      text: `【鄞州税务】${(texts[template] ?? '').replace('{code}', params['code'] ?? '')}`,
      at: sentAt,
    }));
  }

  @Handle(contract.demo.accounts)
  async accounts(): Promise<DemoAccountView[]> {
    if (this.config.mode !== 'demo') throw new AppError('request.not_found');
    return [
      ...demoCitizens.map(({ phone, name, note }) => ({
        role: '纳税人',
        account: phone,
        password: null,
        note: `${name}，${note}；验证码在演示短信箱中`,
      })),
      ...demoStaff.map(({ account, name, note }) => ({
        role: '工作人员',
        account,
        password: DEMO_PASSWORD,
        note: `${name}，${note}`,
      })),
    ];
  }
}
