import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  type AppContract,
  AppError,
  type AppointmentView,
  type Client,
  contract,
  createClient,
  type HelpDetailView,
  type VoiceClipView,
} from '@yiyun/shared';
import { type TestServer, TODAY } from './server';

type Api = Client<AppContract>;

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
      const json: unknown = await answer.json();
      if (!answer.ok) throw AppError.fromBody(json, answer.status);
      return json;
    },
    randomUUID,
  );
}

/** A taxpayer on the telephone. */
export interface Citizen {
  api: Api;
  name: string;
  /** For whom appointments are made. */
  taxpayerId: string;
  taxpayerName: string;
  headers: Record<string, string>;
}

const signedIn = new Map<string, Promise<Citizen>>();

/** A citizen of the demonstration, signed in once a server: codes are not sent as often as one likes. */
export function asCitizen(server: TestServer, phone: string): Promise<Citizen> {
  const key = `${server.url} ${phone}`;
  const citizen = signedIn.get(key) ?? signIn(server, phone);
  signedIn.set(key, citizen);
  return citizen;
}

/** By telephone number, reading the code from the demonstration's outbox. */
async function signIn(server: TestServer, phone: string): Promise<Citizen> {
  const terminal = { 'x-terminal': 'h5' };
  const nobody = clientOf(server, terminal);
  await nobody.identity.sendPhoneCode({ body: { phone } });
  const sent = await nobody.demo.outbox();
  const code =
    sent
      .filter((message) => message.phone === phone)
      .at(0)
      ?.text.match(/\d{6}/)?.[0] ?? '';
  const session = await nobody.identity.signInPhone({ body: { phone, code } });
  const headers = { ...terminal, authorization: `Bearer ${session.token}` };
  const api = clientOf(server, headers);
  await api.identity.consent({ body: { version: session.me.requiredConsentVersion } });
  const { citizen, bindings } = await api.identity.me();
  const binding = bindings.find(({ kind }) => kind === 'enterprise') ?? bindings[0];
  if (!binding) throw new Error(`${phone} may act for nobody`);
  return { api, name: citizen.name, taxpayerId: binding.taxpayerId, taxpayerName: binding.name, headers };
}

/** Signs staff in; for what a test needs done without the console. */
export async function asStaff(server: TestServer, account: string): Promise<Api> {
  const answer = await fetch(`${server.url}/api/public/staff/sign-in`, {
    method: 'POST',
    headers: { 'x-terminal': 'console', 'content-type': 'application/json' },
    body: JSON.stringify({ account, password: 'yiyun-demo-2026' }),
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
  if (!cookie) throw new Error(`${account} can't sign in: ${await answer.text()}`);
  return clientOf(server, { 'x-terminal': 'console', cookie });
}

/** Books the first free slot of today at the first hall, of a matter that an officer (or nobody) has to confirm. */
export async function book(
  citizen: Citizen,
  confirmation: 'officer' | 'automatic',
  { on = TODAY, note }: { on?: string; note?: string } = {},
): Promise<AppointmentView> {
  const { api, taxpayerId } = citizen;
  const hall = (await api.halls.list())[0];
  const { items } = await api.matters.list({ query: { limit: 100 } });
  for (const { id: matterId } of items.filter(({ counterAvailable }) => counterAvailable)) {
    const matter = await api.matters.get({ params: { matterId } });
    if (!hall || matter.confirmation !== confirmation || matter.supportingDocuments.length < 2) continue;
    const slots = await api.appointments.slots({ params: { hallId: hall.id }, query: { matterId, on } });
    const slot = slots.find(({ remaining, closedReason }) => remaining > 0 && closedReason === null);
    if (slot) return api.appointments.book({ body: { slotId: slot.id, matterId, taxpayerId, note } });
  }
  throw new Error(`nothing to book on ${on}`);
}

const VOICE = new URL('../../../server/src/platform/voice/testing/question.mp3', import.meta.url);

/** Asks a question by voice alone, as a telephone does. */
export async function askByVoice(server: TestServer, { api, headers }: Citizen): Promise<HelpDetailView> {
  const body = new FormData();
  body.set('file', new Blob([readFileSync(VOICE)], { type: 'audio/mpeg' }), 'question.mp3');
  const answer = await fetch(`${server.url}/api/help/voice-clips`, { method: 'POST', headers, body });
  const clip = (await answer.json()) as VoiceClipView;
  if (!answer.ok) throw AppError.fromBody(clip, answer.status);
  return api.help.ask({ body: { voiceClipId: clip.id } });
}
