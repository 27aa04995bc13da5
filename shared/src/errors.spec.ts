import { describe, expect, it } from '@jest/globals';
import { AppError, commonErrors, type ErrorCode, errorCatalogue } from './errors.js';

const codes = Object.keys(errorCatalogue) as ErrorCode[];

describe('the error catalogue', () => {
  it('gives every refusal a status of refusal and a sentence in Chinese without Latin jargon', () => {
    for (const code of codes) {
      const { status, message } = errorCatalogue[code];
      expect({ code, fits: status >= 400 && status < 600 && message.length >= 4 }).toEqual({ code, fits: true });
      expect({ code, words: message.replace(/\{\w+\}/g, '').match(/[A-Za-z]+/g) }).toEqual({ code, words: null });
    }
  });

  it('names codes as area.what_happened', () => {
    expect(codes.filter((code) => !/^[a-z]+\.[a-z]+(_[a-z]+)*$/.test(code))).toEqual([]);
  });

  it('knows every common code, each once', () => {
    expect(new Set(commonErrors).size).toBe(commonErrors.length);
    expect(commonErrors.filter((code) => !codes.includes(code))).toEqual([]);
  });
});

describe('AppError', () => {
  it('fills the variables in and takes the status of the catalogue', () => {
    const error = new AppError('case.documents_missing', { names: '营业执照、公章' });
    expect(error).toMatchObject({ status: 409, message: '还缺材料：营业执照、公章' });
  });

  it('says after how long a try may succeed where the refusal names seconds', () => {
    expect(new AppError('request.too_many', { seconds: 30 }).retryAfterSeconds).toBe(30);
    expect(new AppError('auth.account_locked', { minutes: 5 }).retryAfterSeconds).toBeUndefined();
  });

  it('comes back from the wire as it was sent', () => {
    const fields = [{ path: 'name', message: '请填写姓名' }];
    const body = { code: 'request.invalid', message: '请检查填写的内容', fields, requestId: 'r1' };
    expect(AppError.fromBody(body, 400)).toMatchObject({ ...body, status: 400 });
    const filled = { code: 'case.lookup_throttled', message: '查询次数过多，请7分钟后再试', requestId: 'r2' };
    expect(AppError.fromBody(filled, 429)).toMatchObject({ ...filled, status: 429 });
  });

  it('takes an answer that is none of ours for a fault or an outage', () => {
    for (const body of [undefined, null, 'Bad gateway', {}, { code: 'no.such_code' }, { code: 'toString' }]) {
      expect(AppError.fromBody(body, 502).code).toBe('server.fault');
      expect(AppError.fromBody(body, 503).code).toBe('server.unavailable');
    }
  });
});

/** Checked by the compiler: a variable of the message can't be forgotten, misnamed or invented. */
export const misuses = () => [
  // @ts-expect-error `seconds` is missing
  new AppError('request.too_many'),
  // @ts-expect-error the variable is called `seconds`
  new AppError('request.too_many', { minutes: 1 }),
  // @ts-expect-error the message has no variable
  new AppError('auth.required', { seconds: 1 }),
  // @ts-expect-error there is no such code
  new AppError('auth.unheard_of'),
];
