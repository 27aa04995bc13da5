export interface WechatIdentity {
  openid: string;
  /** Only for mini-programs bound to a WeChat Open Platform account. */
  unionid?: string;
}

export interface SubscribeMessage {
  openid: string;
  templateId: string;
  /** Path inside the mini-program that a tap opens, with its query, without a leading slash. */
  page: string;
  /** Field of the template (`thing1`, `time2`) → its text. */
  data: Record<string, string>;
}

/** Port to WeChat's server API. Failures are `GatewayError`s of gateway `wechat`. */
export abstract class WechatGateway {
  /**
   * Exchanges the code of `wx.login` (single use, 5 minutes). The session key stays inside the adapter.
   * @throws GatewayError rejected with reason `wechat.code_invalid` or `wechat.user_blocked`
   */
  abstract code2Session(code: string): Promise<WechatIdentity>;

  /**
   * Sends one subscribe message; the person must have allowed this template before.
   * @throws GatewayError rejected with reason `wechat.user_refused`, `wechat.recipient_invalid`,
   *   `wechat.template_invalid` or `wechat.page_invalid`
   */
  abstract sendSubscribeMessage(message: SubscribeMessage): Promise<void>;
}
