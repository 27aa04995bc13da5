export type GatewayName = 'wechat' | 'sms' | 'registry' | 'speech';

/**
 * What a failed call means for the caller:
 * `rejected` – the provider understood and said no; the same call will never succeed;
 * `limited` – a quota or rate was hit; the same call may succeed after `retryAfterMs`;
 * `unavailable` – provider, network or our own account with it is out of order; nobody's input is at fault.
 */
export type GatewayFailure = 'rejected' | 'limited' | 'unavailable';

/** A refusal that callers tell apart, whichever provider stands behind the port. */
export type GatewayReason =
  | 'wechat.code_invalid'
  | 'wechat.user_blocked'
  | 'wechat.user_refused'
  | 'wechat.recipient_invalid'
  | 'wechat.template_invalid'
  | 'wechat.page_invalid'
  | 'sms.number_invalid'
  | 'sms.template_invalid';

interface GatewayErrorDetails {
  /** The provider's own code, or `timeout`, `network`, `malformed`, `http_503`. */
  providerCode: string;
  reason?: GatewayReason;
  retryAfterMs?: number;
  cause?: unknown;
}

/** A call to an outside service failed. The message names gateway and codes only: no person, no secret, no address. */
export class GatewayError extends Error {
  override readonly name = 'GatewayError';
  readonly providerCode: string;
  readonly reason?: GatewayReason;
  readonly retryAfterMs?: number;

  constructor(
    readonly gateway: GatewayName,
    readonly kind: GatewayFailure,
    details: GatewayErrorDetails,
  ) {
    super(`${gateway} gateway ${kind} (${details.providerCode})`, { cause: details.cause });
    this.providerCode = details.providerCode;
    this.reason = details.reason;
    this.retryAfterMs = details.retryAfterMs;
  }
}
