import { type AliyunEndpoint, callAliyun } from '../aliyun/call-aliyun.js';
import { GatewayError, type GatewayReason } from '../gateway-error.js';
import { SmsGateway, type SmsMessage, type SmsReceipt } from './sms-gateway.js';

export interface AliyunSmsOptions extends AliyunEndpoint {
  /** The approved signature, shown in brackets before the text. */
  signName: string;
  /** Our name of a text → the approved template's code (`SMS_…`). */
  templateCodes: Record<string, string>;
}

const API = { action: 'SendSms', version: '2017-05-25' };

const rejections: Record<string, GatewayReason> = {
  'isv.MOBILE_NUMBER_ILLEGAL': 'sms.number_invalid',
  'isv.MOBILE_COUNT_OVER_LIMIT': 'sms.number_invalid',
  'isv.TEMPLATE_MISSING_PARAMETERS': 'sms.template_invalid',
  'isv.TEMPLATE_PARAMS_ILLEGAL': 'sms.template_invalid',
  'isv.INVALID_PARAMETERS': 'sms.template_invalid',
  'isv.INVALID_JSON_PARAM': 'sms.template_invalid',
  'isv.PARAM_LENGTH_LIMIT': 'sms.template_invalid',
  'isv.PARAM_NOT_SUPPORT_URL': 'sms.template_invalid',
  'isv.BLACK_KEY_CONTROL_LIMIT': 'sms.template_invalid',
};

/** One code a minute, five an hour, ten a day for one number is the provider's default. */
const limits: Record<string, number> = {
  'isv.BUSINESS_LIMIT_CONTROL': 60_000,
  'isv.DAY_LIMIT_CONTROL': 3_600_000,
  'isv.MONTH_LIMIT_CONTROL': 3_600_000,
  Throttling: 1_000,
};

/** Alibaba Cloud's SMS service (Dysmsapi 2017-05-25, action SendSms). Never repeats a call by itself. */
export class AliyunSmsGateway extends SmsGateway {
  constructor(private readonly options: AliyunSmsOptions) {
    super();
  }

  override async send(message: SmsMessage): Promise<SmsReceipt> {
    const templateCode = this.options.templateCodes[message.template];
    if (!templateCode) throw smsError(`no template for ${message.template}`, 'sms.template_invalid');
    const { body } = await callAliyun('sms', this.options, API, {
      PhoneNumbers: message.phone,
      SignName: this.options.signName,
      TemplateCode: templateCode,
      TemplateParam: JSON.stringify(message.params),
    });
    if (body.Code !== 'OK') throw smsError(String(body.Code ?? 'malformed'));
    return { providerId: String(body.BizId ?? '') };
  }
}

/** Account, signature, permission and system troubles are `unavailable`: the person's number is not at fault. */
function smsError(providerCode: string, reason = rejections[providerCode]): GatewayError {
  if (reason) return new GatewayError('sms', 'rejected', { providerCode, reason });
  const retryAfterMs = limits[providerCode.startsWith('Throttling') ? 'Throttling' : providerCode];
  return new GatewayError('sms', retryAfterMs ? 'limited' : 'unavailable', { providerCode, retryAfterMs });
}
