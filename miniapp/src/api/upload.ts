import Taro from '@tarojs/taro';
import type { Recording } from '@/platform/recorder/types';
import { authorization, causeText, type HttpReply, NetworkError, TERMINAL } from './http';

const TIMEOUT_MS = 60_000;
const EXTENSIONS: Record<string, string> = {
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/webm': 'webm',
  'audio/ogg': 'ogg',
};

interface UploadRequest {
  /** Relative to API_BASE. */
  path: string;
  recording: Recording;
  idempotencyKey: string;
}

/** Sends a recording as multipart/form-data: `file`, `durationMs`, `mime`. Throws NetworkError only. */
export async function uploadRecording({ path, recording, idempotencyKey }: UploadRequest): Promise<HttpReply> {
  const upload: Taro.uploadFile.Option & { fileName: string } = {
    url: API_BASE + path,
    filePath: recording.path,
    name: 'file',
    // On H5 the path is a blob URL without a name; WeChat takes the name from its file.
    fileName: `voice.${EXTENSIONS[recording.mime] ?? 'bin'}`,
    formData: { durationMs: String(recording.durationMs), mime: recording.mime },
    header: { ...authorization(), 'x-terminal': TERMINAL, 'idempotency-key': idempotencyKey },
    timeout: TIMEOUT_MS,
  };
  try {
    const { statusCode, data } = await Taro.uploadFile(upload);
    return { status: statusCode, body: parsed(data) };
  } catch (cause) {
    throw new NetworkError(causeText(cause));
  }
}

/** An upload's answer arrives as text; a proxy's error page is no JSON and stays text. */
function parsed(data: unknown): unknown {
  if (typeof data !== 'string') return data;
  try {
    return JSON.parse(data);
  } catch {
    return data;
  }
}
