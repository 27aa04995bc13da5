import type { OnApplicationShutdown } from '@nestjs/common';
import type { Clock } from '../../clock.js';
import type { Config } from '../../config/config.js';
import { FakeWechatServer } from './fake-wechat-server.js';

const DEMO_APP = { appId: 'wx-demo', appSecret: 'demo' };

/** Where the WeChat adapter finds its server: the configured one, or a stand-in within this process. */
export class WechatAddress implements OnApplicationShutdown {
  private constructor(
    readonly server: { baseUrl: string; appId: string; appSecret: string },
    private readonly standIn?: FakeWechatServer,
  ) {}

  static async open(config: Config, clock: Clock): Promise<WechatAddress> {
    const { wechatBaseUrl: baseUrl, wechatAppId: appId, wechatAppSecret: appSecret } = config;
    if (appId) return new WechatAddress({ baseUrl, appId, appSecret });
    const standIn = new FakeWechatServer({ ...DEMO_APP, now: () => clock.now() });
    return new WechatAddress({ baseUrl: await standIn.start(), ...DEMO_APP }, standIn);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.standIn?.stop();
  }
}
