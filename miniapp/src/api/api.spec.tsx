import Taro from '@tarojs/taro';
import { act, renderHook } from '@testing-library/react';
import { now, setClock } from '@/lib/clock';
import { storedKeys } from '@/platform/storage';
import { useSession } from '@/state/session';
import { useDraft } from './drafts';
import { NetworkError, queryString, sendHttp } from './http';
import { idempotencyKey, useIdempotencyKey } from './idempotency';
import { worthRetrying } from './query';
import { uploadRecording } from './upload';

const request = jest.mocked(Taro.request);
const upload = jest.mocked(Taro.uploadFile);

describe('useDraft', () => {
  const initial = { name: '', phone: '' };
  const open = () => renderHook(() => useDraft('booking', initial));
  const type = (draft: ReturnType<typeof open>, change: Partial<typeof initial>) =>
    act(() => draft.result.current.update(change));
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('brings back what was typed, also when the page closes before it was written', () => {
    const first = open();
    expect(first.result.current.restored).toBe(false);
    type(first, { name: '王芳' });
    type(first, { phone: '138' });
    first.unmount();
    const second = open();
    expect(second.result.current.value).toEqual({ name: '王芳', phone: '138' });
    expect(second.result.current.restored).toBe(true);
  });

  it('writes by itself while one goes on typing elsewhere', () => {
    const draft = open();
    type(draft, { name: '王' });
    expect(storedKeys('draft.')).toEqual([]);
    act(() => jest.advanceTimersByTime(400));
    expect(storedKeys('draft.')).toEqual(['draft.booking']);
  });

  it('are shared at once by the pages that ask parts of one thing: none overwrites what another was told', () => {
    const [first, second] = [open(), open()];
    type(first, { name: '王芳' });
    expect(second.result.current.value).toEqual({ ...initial, name: '王芳' });
    type(second, { phone: '138' });
    type(first, { name: '王芳芳' });
    expect(open().result.current.value).toEqual({ name: '王芳芳', phone: '138' });
    act(() => second.result.current.clear());
    expect(first.result.current.value).toEqual(initial);
  });

  it('leaves nothing on the phone after success', () => {
    const draft = open();
    type(draft, { name: '王芳' });
    act(() => draft.result.current.clear());
    act(() => jest.advanceTimersByTime(1000));
    draft.unmount();
    expect(storedKeys('draft.')).toEqual([]);
    expect(draft.result.current.value).toEqual(initial);
  });

  it('forgets after a week', () => {
    const draft = open();
    type(draft, { name: '王芳' });
    draft.unmount();
    setClock(() => Date.now() + 8 * 24 * 3_600_000);
    expect(open().result.current.value).toEqual(initial);
    expect(storedKeys('draft.')).toEqual([]);
  });

  it('goes with the session', () => {
    const draft = open();
    type(draft, { name: '王芳' });
    draft.unmount();
    useSession.getState().signOut();
    expect(storedKeys('draft.')).toEqual([]);
  });

  it('outlive a session that the server ended, but not another person on the same phone', () => {
    const typed = () => {
      const draft = open();
      type(draft, { name: '王芳' });
      draft.unmount();
      return storedKeys('draft.').length;
    };
    useSession.getState().signIn('T1', 'wang');
    expect(typed()).toBe(1);
    useSession.getState().expire();
    useSession.getState().signIn('T2', 'wang');
    expect(storedKeys('draft.')).toHaveLength(1);
    useSession.getState().expire();
    useSession.getState().signIn('T3', 'li');
    expect(storedKeys('draft.')).toEqual([]);
    useSession.getState().signOut();
  });
});

describe('idempotency keys', () => {
  it('differ', () => {
    expect(new Set(Array.from({ length: 1000 }, idempotencyKey)).size).toBe(1000);
  });

  it('stay for the same body and change with it', () => {
    const { result } = renderHook(() => useIdempotencyKey());
    const key = result.current({ slotId: 'a' });
    expect(result.current({ slotId: 'a' })).toBe(key);
    expect(result.current({ slotId: 'b' })).not.toBe(key);
  });

  it('serves a request without a body too', () => {
    const { result } = renderHook(() => useIdempotencyKey());
    expect(result.current(undefined)).toBe(result.current(undefined));
  });
});

describe('sendHttp', () => {
  it('sends the token, and a refusal is a reply', async () => {
    useSession.getState().signIn('T', 'wang');
    request.mockResolvedValueOnce({ statusCode: 409, data: { code: 'slotFull' } } as never);
    await expect(sendHttp({ method: 'POST', path: '/appointments', body: { slotId: 'a' } })).resolves.toEqual({
      status: 409,
      body: { code: 'slotFull' },
    });
    expect(request.mock.lastCall?.[0]).toMatchObject({
      url: '/api/appointments',
      header: { authorization: 'Bearer T', 'content-type': 'application/json' },
    });
    useSession.getState().signOut();
  });

  it('sends no token when nobody is signed in', async () => {
    request.mockResolvedValueOnce({ statusCode: 200, data: [] } as never);
    await sendHttp({ method: 'GET', path: '/halls' });
    expect(request.mock.lastCall?.[0].header).toEqual({});
  });

  it.each(['Date', 'date'])('learns from the header %s what time it is', async (name) => {
    setClock(() => Date.parse('2026-11-24T09:20:00+08:00'));
    const header = { [name]: 'Tue, 24 Nov 2026 01:05:00 GMT' };
    request.mockResolvedValueOnce({ statusCode: 200, data: [], header } as never);
    await sendHttp({ method: 'GET', path: '/halls' });
    expect(now()).toBe(Date.parse('2026-11-24T09:05:00+08:00'));
    setClock();
  });

  it('turns a lost request into a NetworkError, on both platforms', async () => {
    request.mockRejectedValueOnce({ errMsg: 'request:fail timeout' });
    await expect(sendHttp({ method: 'GET', path: '/halls' })).rejects.toThrow(new NetworkError('request:fail timeout'));
    request.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    await expect(sendHttp({ method: 'GET', path: '/halls' })).rejects.toBeInstanceOf(NetworkError);
  });

  it('writes a query without what is missing', () => {
    expect(queryString({ q: '发票 税', cursor: undefined, page: 0, empty: '' })).toBe(
      '?q=%E5%8F%91%E7%A5%A8%20%E7%A8%8E&page=0',
    );
    expect(queryString()).toBe('');
  });
});

describe('retries', () => {
  it('are for lost requests only, and few', () => {
    expect(worthRetrying(0, new NetworkError('x'))).toBe(true);
    expect(worthRetrying(2, new NetworkError('x'))).toBe(false);
    expect(worthRetrying(0, new Error('refused'))).toBe(false);
  });
});

describe('uploadRecording', () => {
  const recording = { path: 'blob:1', durationMs: 1200, bytes: 10, mime: 'audio/mpeg' };

  it('names the file by its sound and sends the key', async () => {
    upload.mockResolvedValueOnce({ statusCode: 201, data: '{"id":"1"}' } as never);
    await expect(uploadRecording({ path: '/voice', recording, idempotencyKey: 'k' })).resolves.toEqual({
      status: 201,
      body: { id: '1' },
    });
    expect(upload.mock.lastCall?.[0]).toMatchObject({
      fileName: 'voice.mp3',
      formData: { durationMs: '1200', mime: 'audio/mpeg' },
      header: { 'x-terminal': 'h5', 'idempotency-key': 'k' },
    });
  });

  it('passes on a proxy’s page as it is', async () => {
    upload.mockResolvedValueOnce({ statusCode: 502, data: '<html>' } as never);
    await expect(uploadRecording({ path: '/voice', recording, idempotencyKey: 'k' })).resolves.toEqual({
      status: 502,
      body: '<html>',
    });
  });
});
