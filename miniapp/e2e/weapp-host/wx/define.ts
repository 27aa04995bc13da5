import { reasonOf, type WxArg, type WxError, WxFailure, type WxHost } from './types';

type Implementation = (arg: WxArg) => unknown;

export const toWxError = (api: string, error: unknown): WxError => ({
  errMsg: `${api}:fail ${reasonOf(error)}`,
  ...(error instanceof WxFailure && error.errno !== undefined ? { errno: error.errno } : {}),
});

/** A copy as it crosses between WeChat's threads: JSON and nothing else. */
export const plainCopy = <T>(value: T): T => (value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T));

/** Builds the `wx` object: each definition records its calls and answers the way the client does. */
export class WxBuilder {
  readonly wx: Record<string, unknown> = {};

  constructor(readonly host: WxHost) {}

  /** A function with success, fail and complete; without them it gives a promise. */
  api(name: string, implementation: Implementation): void {
    this.wx[name] = (arg: WxArg = {}) => {
      this.host.record(name, arg);
      const work = Promise.resolve()
        .then(() => implementation(arg))
        .then((result) => ({ errMsg: `${name}:ok`, ...(result as object | undefined) }));
      return this.settle(name, work, arg);
    };
  }

  /** Exactly one of success and fail, then complete. */
  settle(name: string, work: Promise<object>, arg: WxArg): Promise<object> | undefined {
    const answered = work.catch((error: unknown) => {
      throw toWxError(name, error);
    });
    if (!arg.success && !arg.fail && !arg.complete) return answered;
    answered.then(
      (result) => {
        arg.success?.(result);
        arg.complete?.(result);
      },
      (error: WxError) => {
        arg.fail?.(error);
        arg.complete?.(error);
      },
    );
    return undefined;
  }

  /** A function that answers at once. */
  sync<A extends unknown[], R>(name: string, implementation: (...args: A) => R): void {
    this.wx[name] = (...args: A) => {
      this.host.record(name, args[0]);
      return implementation(...args);
    };
  }

  /** A function whose answer a test may put with `answer(name, …)`; `{ fail: 'cancel' }` makes it fail. */
  scripted(name: string, usual: object): void {
    this.api(name, () => {
      const answer = this.host.answer(name);
      if (typeof answer?.fail === 'string') throw new WxFailure(answer.fail);
      return answer ?? usual;
    });
  }

  /** Functions that only succeed: what they do can't be seen by the mini-program. */
  accepted(names: string[]): void {
    for (const name of names) this.api(name, () => ({}));
  }
}
