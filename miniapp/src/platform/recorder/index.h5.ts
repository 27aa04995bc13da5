import { now } from '@/lib/clock';
import { type Recorder, RecorderError, type Recording } from './types';

/** Opus first: the server can hear it and makes a copy that every phone plays. An older Safari records only AAC in MP4. */
const FORMATS = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/webm', 'audio/mp4'];
const BITS_PER_SECOND = 32_000;
const CHUNK_MS = 1000;

async function openMicrophone(): Promise<MediaStream> {
  if (!navigator.mediaDevices?.getUserMedia || typeof MediaRecorder === 'undefined') {
    throw new RecorderError('unsupported');
  }
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, noiseSuppression: true } });
  } catch (error) {
    const denied = error instanceof DOMException && ['NotAllowedError', 'SecurityError'].includes(error.name);
    throw new RecorderError(denied ? 'denied' : 'failed');
  }
}

export function createRecorder(): Recorder {
  let media: MediaRecorder | undefined;
  let chunks: Blob[] = [];
  let startedAt = 0;
  let limit: number | undefined;

  const close = () => {
    window.clearTimeout(limit);
    for (const track of media?.stream.getTracks() ?? []) track.stop();
    media = undefined;
  };

  const finish = () =>
    new Promise<Recording>((resolve, reject) => {
      const running = media;
      if (!running || running.state === 'inactive') return reject(new RecorderError('failed'));
      running.onstop = () => {
        const mime = (running.mimeType || 'audio/webm').split(';')[0] as string;
        const blob = new Blob(chunks, { type: mime });
        resolve({ path: URL.createObjectURL(blob), durationMs: now() - startedAt, bytes: blob.size, mime });
        close();
      };
      running.stop();
    });

  return {
    async start(maxMs, onFull) {
      const stream = await openMicrophone();
      const mimeType = FORMATS.find((format) => MediaRecorder.isTypeSupported(format));
      chunks = [];
      media = new MediaRecorder(stream, mimeType ? { mimeType, audioBitsPerSecond: BITS_PER_SECOND } : undefined);
      media.ondataavailable = ({ data }) => {
        if (data.size > 0) chunks.push(data);
      };
      media.start(CHUNK_MS);
      startedAt = now();
      limit = window.setTimeout(() => {
        finish().then(onFull, () => close());
      }, maxMs);
    },
    stop: finish,
    cancel: () => {
      if (media && media.state !== 'inactive') {
        media.onstop = null;
        media.stop();
      }
      close();
    },
  };
}
