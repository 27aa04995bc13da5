import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LoopbackServer } from '../loopback-server.js';
import { DemoTaxpayerRegistry } from './demo-taxpayer-registry.js';
import { HttpTaxpayerRegistry } from './http-taxpayer-registry.js';
import type { RegistryClaim, TaxpayerRegistry } from './taxpayer-registry.js';

const uscc = '91330212MA2AJ00018';
const demo = new DemoTaxpayerRegistry([
  {
    uscc,
    name: '宁波示例贸易有限公司',
    status: 'active',
    people: [
      { role: 'taxHandler', name: '林小雨', residentId: '330212199001010029', phone: '13800000001' },
      { role: 'taxHandler', name: '陈平' },
    ],
  },
]);
const claim: RegistryClaim = { uscc, name: '林小雨', role: 'taxHandler' };

/** A city's service as the protocol says it, which knows what the demo registry knows. */
let answers: Map<string, object | undefined>;
const city = new LoopbackServer((request) => {
  if (request.headers.authorization !== 'Bearer city-token') return { status: 401, body: { code: 'token.refused' } };
  const key = request.method === 'POST' ? request.body.toString() : request.path;
  const body = answers.get(key);
  return body ? { body } : { status: 404, body: { code: 'taxpayer.not_found' } };
});
let registry: HttpTaxpayerRegistry;
let baseUrl: string;

beforeAll(async () => {
  baseUrl = await city.start();
  registry = new HttpTaxpayerRegistry({ baseUrl, token: 'city-token', timeoutMs: 1_500 });
});
afterAll(() => city.stop());
beforeEach(() => {
  answers = new Map();
  city.requests.length = 0;
});

const claims: [string, RegistryClaim, string][] = [
  ['by name', claim, 'confirmed'],
  ['by all particulars', { ...claim, residentId: '330212199001010029', phone: '13800000001' }, 'confirmed'],
  ['where the register lacks the phone', { ...claim, name: '陈平', phone: '13900000002' }, 'confirmed'],
  ['another name', { ...claim, name: '王五' }, 'mismatch'],
  ['another resident id', { ...claim, residentId: '330212199001010037' }, 'mismatch'],
  ['another phone', { ...claim, phone: '13900000002' }, 'mismatch'],
  ['a role nobody has', { ...claim, role: 'financeContact' }, 'unknown'],
  ['an enterprise nobody knows', { ...claim, uscc: '91330212MA2AJ00026' }, 'unknown'],
];

/** Makes the city's service answer this call as the demo registry would. */
async function teach(said: RegistryClaim): Promise<void> {
  const { uscc, name, role, residentId, phone } = said;
  answers.set(JSON.stringify({ uscc, name, role, residentId, phone }), { verdict: await demo.confirm(said) });
}

describe.each<[string, () => TaxpayerRegistry]>([
  ['DemoTaxpayerRegistry', () => demo],
  ['HttpTaxpayerRegistry', () => registry],
])('%s', (_, subject) => {
  it.each(claims)('judges a claim: %s', async (_name, said, verdict) => {
    await teach(said);
    expect(await subject().confirm(said)).toBe(verdict);
  });

  it('finds an enterprise, and only those it knows', async () => {
    const entry = { uscc, name: '宁波示例贸易有限公司', status: 'active' };
    answers.set(`/v1/taxpayers/${uscc}`, entry);
    expect(await subject().find(uscc)).toEqual(entry);
    expect(await subject().find('91330212MA2AJ00026')).toBeUndefined();
  });
});

describe('HttpTaxpayerRegistry', () => {
  it('keeps personal data out of addresses', async () => {
    const said = { ...claim, residentId: '330212199001010029', phone: '13800000001' };
    await teach(said);
    await registry.confirm(said);
    expect(city.requests.map((r) => `${r.path}?${String(r.query)}`)).toEqual(['/v1/confirmations?']);
  });

  it('is unavailable when its token is refused', async () => {
    const stranger = new HttpTaxpayerRegistry({ baseUrl, token: 'wrong' });
    await expect(stranger.find(uscc)).rejects.toMatchObject({ kind: 'unavailable', providerCode: 'token.refused' });
  });

  it.each([
    ['400', { status: 400, body: { code: 'uscc.invalid' } }, { kind: 'rejected', providerCode: 'uscc.invalid' }],
    ['429', { status: 429, headers: { 'retry-after': '30' } }, { kind: 'limited', retryAfterMs: 30_000 }],
    ['503', { status: 503 }, { kind: 'unavailable', providerCode: 'http_503' }],
    [
      'a 404 of another service',
      { status: 404, body: { error: 'x' } },
      { kind: 'unavailable', providerCode: 'http_404' },
    ],
    ['a time-out', { hang: true }, { kind: 'unavailable', providerCode: 'timeout' }],
    ['an unknown verdict', { body: { verdict: 'maybe' } }, { kind: 'unavailable', providerCode: 'malformed' }],
  ])('maps %s', async (_, reply, expected) => {
    city.failNext('/v1/confirmations', reply);
    await expect(registry.confirm(claim)).rejects.toMatchObject({ gateway: 'registry', ...expected });
  });

  it('refuses an entry about somebody else', async () => {
    answers.set(`/v1/taxpayers/${uscc}`, { uscc: '91330212MA2AJ00026', name: 'x', status: 'active' });
    await expect(registry.find(uscc)).rejects.toMatchObject({ providerCode: 'malformed' });
  });
});
