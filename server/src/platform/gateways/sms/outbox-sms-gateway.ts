import { randomUUID } from 'node:crypto';
import { GatewayError } from '../gateway-error.js';
import { SmsGateway, type SmsMessage, type SmsReceipt } from './sms-gateway.js';

export interface OutboxMessage extends SmsMessage, SmsReceipt {
  sentAt: number;
}

interface OutboxOptions {
  now: () => number;
  /** How many messages are remembered, 200 unless told. */
  capacity?: number;
  /** Called with each message, so that a page can show it at once. */
  onMessage?: (message: OutboxMessage) => void;
}

/** Stand-in for demos: nothing is sent, the last messages can be read. Never for production, it holds codes in clear. */
export class OutboxSmsGateway extends SmsGateway {
  readonly #messages: OutboxMessage[] = [];

  constructor(private readonly options: OutboxOptions) {
    super();
  }

  override async send(message: SmsMessage): Promise<SmsReceipt> {
    if (!/^1[3-9]\d{9}$/.test(message.phone)) {
      throw new GatewayError('sms', 'rejected', { providerCode: 'demo', reason: 'sms.number_invalid' });
    }
    const kept = { ...message, params: { ...message.params }, providerId: randomUUID(), sentAt: this.options.now() };
    this.#messages.push(kept);
    if (this.#messages.length > (this.options.capacity ?? 200)) this.#messages.shift();
    this.options.onMessage?.(kept);
    return { providerId: kept.providerId };
  }

  /** Newest first. */
  messages(): OutboxMessage[] {
    return [...this.#messages].reverse();
  }
}
