import { AppError } from '@yiyun/shared';

/** Codes that the console itself gives, when no answer of the server could be read or the console is at fault. */
export type LocalCode = 'network' | 'timeout' | 'unreadable' | 'console_fault';

const localMessages: Record<LocalCode, string> = {
  network: '连不上服务器。请检查本机网络，稍后再试。',
  timeout: '服务器没有及时答复。请稍后再试。',
  unreadable: '服务器的答复无法识别。请稍后再试，仍不行请告知管理员。',
  console_fault: '工作台内部出错。请重新载入页面再试。',
};

/** A request that got no answer of the server that could be read. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly fields = undefined;

  constructor(
    readonly code: LocalCode,
    /** HTTP status of what was answered instead; 0 when nothing was. */
    readonly status = 0,
    readonly requestId?: string,
  ) {
    super(localMessages[code]);
  }
}

/** Why a request did not succeed. The message is written for the person at the counter. */
export type Failure = AppError | NoAnswer;

/** It is not known whether the server did it: the same request (same key) may be sent again. */
export const isUncertain = (failure: Failure): boolean =>
  failure instanceof NoAnswer || failure.status === 408 || failure.status >= 500;

/** Not an expected refusal: something for an administrator, who needs the request id. */
export const isFault = (failure: Failure): boolean => failure.code === 'unreadable' || failure.code === 'server.fault';

/** The session has ended; a wrong password is another code with the same status. */
export const isSignedOut = (failure: Failure): boolean => failure.code === 'auth.required';

/** Somebody else was faster: what is on the page is no longer so. */
export const isOvertaken = (failure: Failure): boolean => failure.status === 409;

/** Reads an error answer; what is not in the server's form (a proxy's page) becomes 'unreadable'. */
export function failureFrom(status: number, body: unknown, requestId?: string): Failure {
  const isOurs = typeof body === 'object' && body !== null && 'code' in body && 'message' in body;
  return isOurs ? AppError.fromBody(body, status) : new NoAnswer('unreadable', status, requestId);
}

/** Anything thrown, as a Failure. A fault of the console itself keeps its message out of sight. */
export const asFailure = (thrown: unknown): Failure =>
  thrown instanceof AppError || thrown instanceof NoAnswer ? thrown : new NoAnswer('console_fault');
