import Taro from '@tarojs/taro';
import { AbortController } from './abort-controller';
import { createRecorder as createWeappRecorder } from './recorder/index.weapp';
import { RecorderError, type Recording } from './recorder/types';

describe('AbortController for WeChat', () => {
  it('aborts once, with its reason, and tells everybody', () => {
    const controller = new AbortController();
    const [heard, removed] = [jest.fn(), jest.fn()];
    controller.signal.addEventListener('abort', heard);
    controller.signal.addEventListener('abort', removed);
    controller.signal.removeEventListener('abort', removed);
    expect(() => controller.signal.throwIfAborted()).not.toThrow();
    controller.abort('left');
    controller.abort('again');
    expect(controller.signal).toMatchObject({ aborted: true, reason: 'left' });
    expect(heard).toHaveBeenCalledTimes(1);
    expect(removed).not.toHaveBeenCalled();
    expect(() => controller.signal.throwIfAborted()).toThrow('left');
  });
});

describe('the recorder on WeChat', () => {
  const heard: { start?: () => void; stop?: (result: object) => void; error?: (fault: object) => void } = {};
  const manager = {
    onStart: (tell: () => void) => Object.assign(heard, { start: tell }),
    onStop: (tell: () => void) => Object.assign(heard, { stop: tell }),
    onError: (tell: () => void) => Object.assign(heard, { error: tell }),
    start: jest.fn(),
    stop: jest.fn(),
  };
  const CLIP: Recording = { path: 'wxfile://1.mp3', durationMs: 2000, bytes: 900, mime: 'audio/mpeg' };
  const stopped = () => heard.stop?.({ tempFilePath: 'wxfile://1.mp3', duration: 2000, fileSize: 900 });
  const begin = async (onFull = jest.fn()) => {
    const recorder = createWeappRecorder();
    const started = recorder.start(60_000, onFull);
    heard.start?.();
    await started;
    return { recorder, onFull };
  };
  beforeEach(() => jest.mocked(Taro.getRecorderManager).mockReturnValue(manager as never));

  it('asks for mp3, 16 kHz, mono', async () => {
    await begin();
    expect(manager.start).toHaveBeenCalledWith(
      expect.objectContaining({ format: 'mp3', sampleRate: 16000, numberOfChannels: 1, duration: 60_000 }),
    );
    stopped();
  });

  it('gives the recording to whoever stops it', async () => {
    const { recorder, onFull } = await begin();
    const result = recorder.stop();
    stopped();
    await expect(result).resolves.toEqual(CLIP);
    expect(onFull).not.toHaveBeenCalled();
  });

  it('gives it to onFull when the time is up', async () => {
    const { onFull } = await begin();
    stopped();
    expect(onFull).toHaveBeenCalledWith(CLIP);
  });

  it('gives it to nobody when it was cancelled', async () => {
    const { recorder, onFull } = await begin();
    recorder.cancel();
    stopped();
    expect(onFull).not.toHaveBeenCalled();
  });

  it('says whether the microphone was refused', async () => {
    const denied = createWeappRecorder().start(1000, jest.fn());
    heard.error?.({ errMsg: 'operateRecorder:fail auth deny' });
    await expect(denied).rejects.toEqual(new RecorderError('denied'));
    const broken = createWeappRecorder().start(1000, jest.fn());
    heard.error?.({ errMsg: 'operateRecorder:fail:audio is recording' });
    await expect(broken).rejects.toMatchObject({ fault: 'failed' });
  });
});
