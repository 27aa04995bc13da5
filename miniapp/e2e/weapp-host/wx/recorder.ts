import type { WxBuilder } from './define';
import { Emitter } from './emitter';
import { byteLength } from './files';

const EVENTS = ['Start', 'Stop', 'Error', 'Pause', 'Resume', 'FrameRecorded', 'InterruptionBegin', 'InterruptionEnd'];
const DEFAULT_MAX_MS = 60_000;
const LONGEST_MAX_MS = 600_000;

interface StartOptions {
  duration?: number;
  format?: string;
}

/** The one recorder of a phone. It "hears" the voice fixture; without one, recording fails as a dead microphone does. */
export function defineRecorder(builder: WxBuilder): void {
  const { host } = builder;
  const { phone } = host;
  const events = new Emitter();
  const later = (name: string, event?: object) => void setTimeout(() => events.emit(name, event));
  const refuse = (reason: string) => later('Error', { errMsg: `operateRecorder:fail ${reason}` });

  let startedAt: number | undefined;
  let format = 'aac';
  let count = 0;
  let limit: ReturnType<typeof setTimeout> | undefined;

  const start = (options: StartOptions = {}) => {
    host.record('RecorderManager.start', options);
    if (phone.grants['scope.record'] === false) return refuse('auth deny');
    if (startedAt !== undefined) return refuse('is recording or paused');
    startedAt = Date.now();
    format = options.format ?? 'aac';
    limit = setTimeout(stop, Math.min(options.duration ?? DEFAULT_MAX_MS, LONGEST_MAX_MS));
    later('Start');
  };
  const stop = () => {
    host.record('RecorderManager.stop', {});
    if (startedAt === undefined) return refuse('recorder not start');
    clearTimeout(limit);
    const duration = Date.now() - startedAt;
    startedAt = undefined;
    const heard = phone.files['fixture:voice'];
    if (heard === undefined) return refuse('no voice fixture');
    count += 1;
    const tempFilePath = `wxfile://tmp_record_${count}.${format}`;
    phone.files[tempFilePath] = heard;
    later('Stop', { tempFilePath, duration, fileSize: byteLength(heard) });
  };
  const recorder: Record<string, unknown> = {
    start,
    stop,
    pause: () => later('Pause'),
    resume: () => later('Resume'),
  };
  for (const name of EVENTS) recorder[`on${name}`] = (listener: unknown) => events.on(name, listener);
  builder.sync('getRecorderManager', () => recorder);
}
