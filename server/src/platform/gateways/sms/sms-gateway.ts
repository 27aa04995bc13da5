export interface SmsMessage {
  /** 11 digits, mainland China. */
  phone: string;
  /** Our name of a text; the adapter knows the provider's template for it. */
  template: string;
  params: Record<string, string>;
}

export interface SmsReceipt {
  /** The provider's id of the accepted message, for its delivery report. */
  providerId: string;
}

/** Port to a provider of text messages. Accepted is not delivered. Failures are `GatewayError`s of gateway `sms`. */
export abstract class SmsGateway {
  /**
   * Hands one message to the provider.
   * @throws GatewayError rejected with reason `sms.number_invalid` or `sms.template_invalid`
   */
  abstract send(message: SmsMessage): Promise<SmsReceipt>;
}
