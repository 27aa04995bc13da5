import { AppError, contract, pathOf, type VoiceClipView } from '@yiyun/shared';
import { idempotencyKey } from '@/api/idempotency';
import { uploadRecording } from '@/api/upload';
import type { Recording } from '@/platform/recorder/types';
import { useSession } from '@/state/session';
import { useQuestion } from './question';

/** Throws AppError for a refusal and NetworkError when the recording got lost on its way. */
async function upload(recording: Recording): Promise<VoiceClipView> {
  const path = pathOf(contract.help.uploadVoice);
  const reply = await uploadRecording({ path, recording, idempotencyKey: idempotencyKey() });
  if (reply.status < 400) return reply.body as VoiceClipView;
  const refusal = AppError.fromBody(reply.body, reply.status);
  if (refusal.code === 'auth.required') useSession.getState().expire();
  throw refusal;
}

/** The clip's id on the server; a recording that is there already is not sent again. */
export async function clipIdOf(recording: Recording | undefined): Promise<string | undefined> {
  if (!recording) return undefined;
  const { uploaded } = useQuestion.getState();
  if (uploaded?.path === recording.path) return uploaded.voiceClipId;
  const { id: voiceClipId } = await upload(recording);
  useQuestion.setState({ uploaded: { path: recording.path, voiceClipId } });
  return voiceClipId;
}
