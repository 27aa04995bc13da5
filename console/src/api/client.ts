import { contract, createClient, pathOf, type VoiceClipView } from '@yiyun/shared';
import { newKey } from './idempotency';
import { createTransport } from './transport';

const send = createTransport();

/** Every route of the contract: `api.cases.accept({ params, body }, { idempotencyKey })`. Throws only a Failure. */
export const api = createClient(contract, send, newKey);

const sendSlowly = createTransport({ timeoutMs: 60_000 });

/** Uploads an officer's recording. Not repeatable: an upload whose answer is lost leaves an unused recording behind. */
export const uploadVoice = (recording: Blob): Promise<VoiceClipView> => {
  const body = new FormData();
  body.set('file', recording, 'answer');
  const route = contract.help.staffUploadVoice;
  return sendSlowly({ method: route.method, path: pathOf(route), body }) as Promise<VoiceClipView>;
};
