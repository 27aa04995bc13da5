import type { Page } from 'playwright-core';
import type { Artifact } from '../artifact/types';
import type { Remote } from '../realm/remote';
import type { RealmData } from '../realm/setup';
import type { NativeCall } from '../wx/types';

export type ViewName = 'jsdom' | 'chromium';

/** The remote's calls that a view passes on, all of them asynchronous. */
export type RemoteCalls = {
  [K in Exclude<keyof Remote, 'element' | 'report' | 'settle'>]: (
    ...args: Parameters<Remote[K]>
  ) => Promise<Awaited<ReturnType<Remote[K]>>>;
};

export const REMOTE_CALLS = [
  ...(['open', 'tap', 'press', 'input', 'pick', 'trigger', 'tapTab', 'pull', 'reachBottom', 'share'] as const),
  ...(['background', 'foreground', 'network', 'navigate', 'query', 'text', 'page', 'stack', 'html', 'screen'] as const),
  ...(['phone', 'calls', 'setData', 'errors', 'unsupported', 'answer', 'grant', 'putFile', 'emit'] as const),
] satisfies (keyof RemoteCalls)[];

/** What a view is given to show a mini-program. */
export interface ViewSetup {
  artifact: Artifact;
  data: RealmData;
  native: NativeCall;
  /** Console output of the mini-program. */
  log(level: string, text: string): void;
  /** A rejection that nobody caught, or an error outside any handler. */
  unhandled(problem: string): void;
}

/** A place in which a mini-program runs. */
export interface View {
  calls: RemoteCalls;
  /** The page of a real browser, for screenshots. */
  browserPage?: Page;
  close(): Promise<void>;
}

/** The remote's calls, each through one function that reaches the realm. */
export function remoteCalls(send: (name: keyof RemoteCalls, args: unknown[]) => Promise<unknown>): RemoteCalls {
  const entries = REMOTE_CALLS.map((name) => [name, (...args: unknown[]) => send(name, args)]);
  return Object.fromEntries(entries) as RemoteCalls;
}
