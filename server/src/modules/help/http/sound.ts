import { AppError } from '@yiyun/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Sound } from '../voice/voice.service.js';

function missing(): AppError {
  const refusal = new AppError('request.invalid');
  refusal.fields = [{ path: 'file', message: '请选择录音文件' }];
  return refusal;
}

/** The bytes of the field `file` of a multipart request. */
export async function uploadedSound(request: FastifyRequest, maxSeconds: number): Promise<Buffer> {
  const file = request.isMultipart() ? await request.file() : undefined;
  if (file?.fieldname !== 'file') throw missing();
  try {
    return await file.toBuffer();
  } catch (error) {
    if ((error as { code?: string }).code !== 'FST_REQ_FILE_TOO_LARGE') throw error;
    throw new AppError('voice.too_large', { seconds: maxSeconds });
  }
}

/** Answers whole, with the part that was asked for, or that there is no such part (RFC 9110, 14). */
export function sendSound(reply: FastifyReply, { mime, bytes, size, range }: Sound): void {
  reply.header('accept-ranges', 'bytes').header('cache-control', 'private, max-age=3600');
  if (range === 'unsatisfiable') {
    reply.status(416).header('content-range', `bytes */${size}`).send();
    return;
  }
  if (range) reply.status(206).header('content-range', `bytes ${range.start}-${range.end}/${size}`);
  reply.type(mime).send(bytes);
}
