/** One thing wrong with one field of a body; `path` is the field's name, dotted when nested. */
export interface FieldError {
  path: string;
  message: string;
}

interface ErrorWire {
  code: string;
  message: string;
  fields?: FieldError[];
  requestId?: string;
}

/** Codes that the console itself gives, when no answer of the server could be read. */
export type LocalCode = 'network' | 'timeout' | 'unreadable';

const localMessages: Record<LocalCode, string> = {
  network: '连不上服务器。请检查本机网络，稍后再试。',
  timeout: '服务器没有及时答复。请稍后再试。',
  unreadable: '服务器的答复无法识别。请稍后再试，仍不行请告知管理员。',
};

/** A request that was refused or that failed. The message is written for the person at the counter. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly code: string,
    message: string,
    /** HTTP status; 0 when there was no answer. */
    readonly status: number,
    readonly requestId?: string,
    readonly fields: FieldError[] = [],
  ) {
    super(message);
  }

  /** It is not known whether the server did it: the same request (same key) may be sent again. */
  get isUncertain(): boolean {
    return this.status === 0 || this.status === 408 || this.status >= 500;
  }

  /** Not an expected refusal: something for an administrator, who needs the request id. */
  get isFault(): boolean {
    return this.status >= 500 || this.code === 'unreadable';
  }

  /** The session has ended; a wrong password is another code with the same status. */
  get isSignedOut(): boolean {
    return this.code === 'auth.required';
  }
}

const isErrorWire = (value: unknown): value is ErrorWire =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as ErrorWire).code === 'string' &&
  typeof (value as ErrorWire).message === 'string';

/** An error without an answer of the server. */
export const localError = (code: LocalCode, status = 0, requestId?: string): ApiError =>
  new ApiError(code, localMessages[code], status, requestId);

/** Reads an error answer; what is not in the server's form (a proxy's page) becomes 'unreadable'. */
export function errorFrom(status: number, body: unknown, requestId?: string): ApiError {
  if (!isErrorWire(body)) return localError('unreadable', status, requestId);
  return new ApiError(body.code, body.message, status, body.requestId ?? requestId, body.fields);
}

/** Anything thrown, as an ApiError. A fault of the console itself keeps its message out of sight. */
export const asApiError = (thrown: unknown): ApiError =>
  thrown instanceof ApiError ? thrown : new ApiError('console_fault', '工作台内部出错。请重新载入页面再试。', 0);
