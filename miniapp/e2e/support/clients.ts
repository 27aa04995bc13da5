import { randomUUID } from 'node:crypto';
import {
  type AppContract,
  AppError,
  type Client,
  contract,
  createClient,
  type MeView,
  type SessionView,
  type VoiceClipView,
} from '@yiyun/shared';
import type { TestServer } from './server';
import { voice } from './voice';

export type Api = Client<AppContract>;

/** Staff at their desks: whoever a story needs besides the person with the phone. */
export interface Staff {
  api: Api;
  /** Speaks an answer; gives the recording's id. */
  speak(): Promise<string>;
}

const PASSWORD = 'yiyun-demo-2026';

/** A typed client over HTTP with these headers. */
function clientOf({ url }: TestServer, headers: Record<string, string>): Api {
  return createClient(
    contract,
    async ({ method, path, query, body, idempotencyKey }) => {
      const answer = await fetch(`${url}/api${path}${query ? `?${new URLSearchParams(query).toString()}` : ''}`, {
        method,
        headers: {
          ...headers,
          ...(body && { 'content-type': 'application/json' }),
          ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
        },
        body: body && JSON.stringify(body),
      });
      return bodyOf(answer);
    },
    randomUUID,
  );
}

async function bodyOf(answer: Response): Promise<unknown> {
  const json: unknown = await answer.json();
  if (!answer.ok) throw AppError.fromBody(json, answer.status);
  return json;
}

/** What anybody may ask. */
export const asNobody = (server: TestServer): Api => clientOf(server, { 'x-terminal': 'h5' });

/** Signs in with an account of the demonstration: yinzhou, manager. */
export async function asStaff(server: TestServer, account: string): Promise<Staff> {
  const answer = await fetch(`${server.url}/api/public/staff/sign-in`, {
    method: 'POST',
    headers: { 'x-terminal': 'console', 'content-type': 'application/json' },
    body: JSON.stringify({ account, password: PASSWORD }),
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
  if (!cookie) throw new Error(`${account} can't sign in: ${await answer.text()}`);
  const headers = { 'x-terminal': 'console', cookie };
  return {
    api: clientOf(server, headers),
    speak: async () => {
      const body = new FormData();
      body.set('file', new Blob([new Uint8Array(voice())], { type: 'audio/mpeg' }), 'answer.mp3');
      const upload = await fetch(`${server.url}/api/staff/help/voice-clips`, { method: 'POST', headers, body });
      return ((await bodyOf(upload)) as VoiceClipView).id;
    },
  };
}

/** A citizen with a session. */
export interface Citizen {
  api: Api;
  token: string;
  me: MeView;
}

async function withSession(server: TestServer, { token, me }: SessionView): Promise<Citizen> {
  const api = clientOf(server, { 'x-terminal': 'h5', authorization: `Bearer ${token}` });
  return { api, token, me: await api.identity.consent({ body: { version: me.requiredConsentVersion } }) };
}

/** Signs a citizen of the demonstration in by the telephone number. */
export async function asCitizen(server: TestServer, phone: string): Promise<Citizen> {
  const nobody = asNobody(server);
  await nobody.identity.sendPhoneCode({ body: { phone } });
  const code = await codeSentTo(server, phone);
  return withSession(server, await nobody.identity.signInPhone({ body: { phone, code } }));
}

/** Somebody who came through WeChat under this name, agreed to the terms and verified a number. */
export async function newcomer(server: TestServer, wechatName: string, phone: string): Promise<Citizen> {
  const nobody = asNobody(server);
  const session = await nobody.identity.signInWechat({ body: { code: `demo-${wechatName}` } });
  const { api, token } = await withSession(server, session);
  await nobody.identity.sendPhoneCode({ body: { phone } });
  const me = await api.identity.verifyPhone({ body: { phone, code: await codeSentTo(server, phone) } });
  return { api, token, me };
}

/** The code in the newest text message to a number, read from the demonstration's outbox. */
export async function codeSentTo(server: TestServer, phone: string): Promise<string> {
  const sent = await asNobody(server).demo.outbox();
  const code = sent.find((message) => message.phone === phone)?.text.match(/\d{6}/)?.[0];
  if (!code) throw new Error(`no code was sent to ${phone}`);
  return code;
}
