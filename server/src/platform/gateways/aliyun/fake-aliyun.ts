import { type LoopbackReply, type LoopbackRequest, LoopbackServer } from '../loopback-server.js';
import { type Acs3Credentials, acs3Headers } from './acs3-signature.js';

/**
 * A stand-in for an Alibaba Cloud RPC endpoint, for tests: it checks time, nonce and signature of each call as the
 * documentation says and then gives the action's answer.
 */
export class FakeAliyun extends LoopbackServer {
  constructor(
    credentials: Acs3Credentials,
    now: () => number,
    actions: Record<string, (query: URLSearchParams) => LoopbackReply>,
  ) {
    const nonces = new Set<string>();
    super((request) => {
      const problem = signatureProblem(request, credentials, now(), nonces);
      if (problem) return { status: 400, body: { Code: problem, Message: problem, RequestId: 'r' } };
      const answer = actions[header(request, 'x-acs-action')];
      return answer?.(request.query) ?? { status: 404, body: { Code: 'InvalidAction.NotFound' } };
    });
  }
}

function signatureProblem(
  request: LoopbackRequest,
  credentials: Acs3Credentials,
  now: number,
  nonces: Set<string>,
): string | undefined {
  const at = Date.parse(header(request, 'x-acs-date'));
  if (!(Math.abs(at - now) <= 15 * 60_000)) return 'InvalidTimeStamp.Expired';
  const nonce = header(request, 'x-acs-signature-nonce');
  if (nonces.has(nonce)) return 'SignatureNonceUsed';
  nonces.add(nonce);
  const authorization = header(request, 'authorization');
  if (!authorization.includes(`Credential=${credentials.accessKeyId},`)) return 'InvalidAccessKeyId.NotFound';
  const expected = acs3Headers(
    {
      method: 'POST',
      host: header(request, 'host'),
      action: header(request, 'x-acs-action'),
      version: header(request, 'x-acs-version'),
      query: Object.fromEntries(request.query),
      body: request.body.toString('utf8'),
      at,
      nonce,
    },
    credentials,
  );
  return authorization === expected.authorization ? undefined : 'SignatureDoesNotMatch';
}

function header(request: LoopbackRequest, name: string): string {
  return String(request.headers[name] ?? '');
}
