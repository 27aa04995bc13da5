import { readFileSync } from 'node:fs';
import type { VoiceClipView } from '@yiyun/shared';
import type { TestActor } from './actors.js';
import type { TestApp } from './start-app.js';

export const voiceFixture = (name: string): Buffer =>
  readFileSync(new URL(`../../src/platform/voice/testing/${name}`, import.meta.url));

export interface RawAnswer {
  status: number;
  headers: Record<string, unknown>;
  bytes: Buffer;
  json(): unknown;
}

/** Sends a file as a browser's form does; `field` is the form's name for it. */
export async function sendFile(
  test: TestApp,
  path: string,
  headers: Record<string, string>,
  bytes: Uint8Array,
  field = 'file',
): Promise<RawAnswer> {
  const form = new FormData();
  form.set('durationMs', '2400');
  form.set(field, new Blob([new Uint8Array(bytes)]), 'voice');
  const request = new Request('http://host', { method: 'POST', body: form });
  const contentType = request.headers.get('content-type') ?? '';
  const payload = Buffer.from(await request.arrayBuffer());
  const url = `/api${path}`;
  return raw(
    await fastifyOf(test).inject({
      method: 'POST',
      url,
      headers: { ...headers, 'content-type': contentType },
      payload,
    }),
  );
}

/** Uploads a recording of the fixtures as a citizen, or as staff on the console. */
export async function uploadVoice(test: TestApp, actor: TestActor, name: string): Promise<VoiceClipView> {
  const path = actor.headers['x-terminal'] === 'console' ? '/staff/help/voice-clips' : '/help/voice-clips';
  const answer = await sendFile(test, path, actor.headers, voiceFixture(name));
  if (answer.status !== 200) throw new Error(`upload of ${name}: ${answer.status} ${answer.bytes.toString()}`);
  return answer.json() as VoiceClipView;
}

/** Follows a link as a phone's player does: no session, perhaps a range. */
export async function play(test: TestApp, url: string, range?: string): Promise<RawAnswer> {
  return raw(await fastifyOf(test).inject({ method: 'GET', url, headers: range ? { range } : {} }));
}

const fastifyOf = (test: TestApp) => test.app.getHttpAdapter().getInstance();

const raw = (answer: {
  statusCode: number;
  headers: Record<string, unknown>;
  rawPayload: Buffer;
  json(): unknown;
}): RawAnswer => ({
  status: answer.statusCode,
  headers: answer.headers,
  bytes: answer.rawPayload,
  json: () => answer.json(),
});
