import { Body, Controller } from '@nestjs/common';
import {
  type AdvanceClockBody,
  AppError,
  advanceClockRules,
  contract,
  type DemoAccountView,
  type DemoClockView,
  type DemoMessageView,
  MINUTE_MS,
} from '@yiyun/shared';
import { Clock, MovableClock } from '../../platform/clock.js';
import type { Config } from '../../platform/config/config.js';
import { InjectConfig } from '../../platform/config/config.token.js';
import { OutboxSmsGateway, SmsGateway } from '../../platform/gateways/index.js';
import { Dto } from '../../platform/http/dto.js';
import { Handle } from '../../platform/http/handle.js';
import { DEMO_PASSWORD, demoCitizens, demoStaff } from '../../seed/demo-accounts.js';
import { Sessions } from '../identity/index.js';

/** The approved templates' texts, as a phone would show them. */
const texts: Readonly<Record<string, string>> = {
  signIn: '验证码{code}，5分钟内有效，请勿告诉他人。',
  delegation: '有亲友申请替您办税，代办验证码{code}，5分钟内有效。同意再告诉对方；不认识的人索要，请不要理会。',
};

class AdvanceClockDto extends Dto<AdvanceClockBody>(advanceClockRules) {}

/** What somebody trying the system out needs to know; everywhere else it does not exist. */
@Controller()
export class DemoController {
  constructor(
    @InjectConfig() private readonly config: Config,
    private readonly sms: SmsGateway,
    private readonly time: Clock,
    private readonly sessions: Sessions,
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

  @Handle(contract.demo.clock)
  async clock(): Promise<DemoClockView> {
    return { now: this.movableClock().now() };
  }

  @Handle(contract.demo.advance)
  async advance(@Body() { minutes }: AdvanceClockDto): Promise<DemoClockView> {
    const clock = this.movableClock();
    await this.sessions.carryOver(minutes * MINUTE_MS);
    clock.advance(minutes * MINUTE_MS);
    return { now: clock.now() };
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

  private movableClock(): MovableClock {
    if (this.config.mode !== 'demo' || !(this.time instanceof MovableClock)) throw new AppError('request.not_found');
    return this.time;
  }
}
