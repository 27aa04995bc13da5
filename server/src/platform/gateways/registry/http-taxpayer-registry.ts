import { exchangeJson, type JsonReply } from '../exchange.js';
import { GatewayError } from '../gateway-error.js';
import {
  type RegisteredTaxpayer,
  type RegistrationStatus,
  type RegistryClaim,
  type RegistryVerdict,
  TaxpayerRegistry,
} from './taxpayer-registry.js';

export interface HttpRegistryOptions {
  baseUrl: string;
  /** Sent as bearer token. */
  token: string;
  timeoutMs?: number;
}

const verdicts: readonly unknown[] = ['confirmed', 'mismatch', 'unknown'] satisfies RegistryVerdict[];
const statuses: readonly unknown[] = ['active', 'abnormal', 'deregistered', 'suspended'] satisfies RegistrationStatus[];

/**
 * A city's registry service behind a small protocol of ours, which its own interface is bridged to. JSON, UTF-8,
 * `Authorization: Bearer <token>`; a resident id or phone travels in a body only, never in an address.
 *
 * - `GET /v1/taxpayers/{uscc}` → 200 `{ "uscc", "name", "status": "active" | "abnormal" | "deregistered" | "suspended" }`,
 *   404 `{ "code": "taxpayer.not_found" }`.
 * - `POST /v1/confirmations` with `{ "uscc", "name", "role", "residentId"?, "phone"? }`
 *   → 200 `{ "verdict": "confirmed" | "mismatch" | "unknown" }`.
 * - Errors on both: 400 `{ "code" }` the request can't be right; 401, 403 our token is refused; 429 with `Retry-After`
 *   in seconds; 5xx out of order.
 */
export class HttpTaxpayerRegistry extends TaxpayerRegistry {
  constructor(private readonly options: HttpRegistryOptions) {
    super();
  }

  override async confirm(claim: RegistryClaim): Promise<RegistryVerdict> {
    const { uscc, name, role, residentId, phone } = claim;
    const reply = await this.#call('/v1/confirmations', { uscc, name, role, residentId, phone });
    if (reply.status !== 200) throw refusal(reply);
    const { verdict } = reply.body;
    if (!verdicts.includes(verdict)) throw malformed();
    return verdict as RegistryVerdict;
  }

  override async find(uscc: string): Promise<RegisteredTaxpayer | undefined> {
    const reply = await this.#call(`/v1/taxpayers/${encodeURIComponent(uscc)}`);
    if (reply.status === 404 && reply.body.code === 'taxpayer.not_found') return undefined;
    if (reply.status !== 200) throw refusal(reply);
    const { name, status } = reply.body;
    if (reply.body.uscc !== uscc || typeof name !== 'string' || !statuses.includes(status)) throw malformed();
    return { uscc, name, status: status as RegistrationStatus };
  }

  #call(path: string, body?: object): Promise<JsonReply> {
    return exchangeJson('registry', new URL(path, this.options.baseUrl), {
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      headers: { authorization: `Bearer ${this.options.token}`, 'content-type': 'application/json' },
      timeoutMs: this.options.timeoutMs ?? 5_000,
    });
  }
}

function refusal(reply: JsonReply): GatewayError {
  const kind = reply.status === 400 ? 'rejected' : 'unavailable';
  return new GatewayError('registry', kind, { providerCode: String(reply.body.code ?? `http_${reply.status}`) });
}

function malformed(): GatewayError {
  return new GatewayError('registry', 'unavailable', { providerCode: 'malformed' });
}
