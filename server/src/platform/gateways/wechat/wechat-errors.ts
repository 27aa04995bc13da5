import { GatewayError, type GatewayReason } from '../gateway-error.js';

/** The platform is busy: the only code worth an immediate second try. */
export const BUSY = -1;
/** The access token is wrong, replaced or over. */
export const TOKEN_REFUSED: ReadonlySet<number> = new Set([40001, 40014, 42001]);

const rejections: Record<number, GatewayReason> = {
  40029: 'wechat.code_invalid',
  40163: 'wechat.code_invalid',
  41008: 'wechat.code_invalid',
  40226: 'wechat.user_blocked',
  43101: 'wechat.user_refused',
  40003: 'wechat.recipient_invalid',
  40037: 'wechat.template_invalid',
  47003: 'wechat.template_invalid',
  41030: 'wechat.page_invalid',
};

/** 45011 counts by the minute, 45009 by the day, 43108 forbids parallel messages to one person. */
const limits: Record<number, number> = { 45011: 60_000, 45009: 3_600_000, 43108: 1_000 };

/**
 * WeChat's error code as ours. Codes that neither the person nor time can mend (wrong app id or secret, no permission,
 * unknown ones) are `unavailable`: our own set-up is at fault.
 */
export function wechatError(errcode: number): GatewayError {
  const providerCode = String(errcode);
  const reason = rejections[errcode];
  if (reason) return new GatewayError('wechat', 'rejected', { providerCode, reason });
  const retryAfterMs = limits[errcode];
  if (retryAfterMs) return new GatewayError('wechat', 'limited', { providerCode, retryAfterMs });
  return new GatewayError('wechat', 'unavailable', { providerCode });
}
