import type { Emitter } from './emitter';

export type NetworkType = 'none' | 'wifi' | '4g' | '3g' | '2g';

/** What a phone keeps while mini-programs come and go. Plain data: it crosses into the realm and back as JSON. */
export interface Phone {
  sdkVersion: string;
  appId: string;
  /** Origins that requests may go to, as set in WeChat's console; nothing else is reachable. */
  domains: string[];
  /** The user's permissions, such as `{ 'scope.record': false }`; absent means not yet asked and then granted. */
  grants: Record<string, boolean>;
  storage: Record<string, unknown>;
  /** Content in base64 by path; `fixture:voice` is what the microphone hears. */
  files: Record<string, string>;
  network: { type: NetworkType; latencyMs: number };
  windowWidth: number;
  windowHeight: number;
  /** The user's text size in WeChat's settings, in px; 16 is normal, 23.8 is care mode. */
  fontSizeSetting: number;
  /** How far its clock is from the computer's, ms. */
  clockOffsetMs: number;
}

export interface LaunchEntry {
  path: string;
  query: Record<string, string>;
  scene: number;
  referrerInfo: object;
}

/** What the user sees around the page. */
export interface Screen {
  title: string;
  titles: Record<string, string>;
  toast: { title: string; icon: string } | null;
  loading: { title: string } | null;
  modals: { title: string; content: string }[];
  pulling: boolean;
  badges: Record<number, string>;
}

/** The arguments that nearly every function of `wx` takes. */
export interface WxArg {
  success?: (result: object) => void;
  fail?: (error: object) => void;
  complete?: (result: object) => void;
  [name: string]: unknown;
}

/** A failure as the mini-program gets it. */
export interface WxError {
  errMsg: string;
  errno?: number;
}

/** Thrown inside an API; the mini-program gets `{ errMsg: '<api>:fail <reason>', errno }`. */
export class WxFailure extends Error {
  constructor(
    readonly reason: string,
    readonly errno?: number,
  ) {
    super(reason);
  }
}

export const reasonOf = (error: unknown): string =>
  error instanceof WxFailure ? error.reason : error instanceof Error ? error.message : String(error);

export interface HttpReply {
  status: number;
  header: Record<string, string>;
  cookies: string[];
  /** Text for requests and uploads, base64 for downloads. */
  body: string;
}

/** Work that the client does outside the mini-program; the host does it in Node with real HTTP. */
export type NativeCall = (name: 'request' | 'upload' | 'download', arg: Record<string, unknown>) => Promise<HttpReply>;

export type Route = 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch' | 'navigateBack';
export type Navigation = Record<Route, (arg: { url?: string; delta?: number }) => Promise<object | undefined>>;

/** A page as the mini-program's own code defines it. */
export interface PageInstance {
  route: string;
  options: Record<string, string>;
  setData(data: object, done?: () => void): void;
  createSelectorQuery(): unknown;
  createIntersectionObserver(options?: object): unknown;
  [member: string]: unknown;
}

/** All that `wx` needs from the rest of the host. */
export interface WxHost {
  phone: Phone;
  screen: Screen;
  events: Emitter;
  native: NativeCall;
  navigation: Navigation;
  apiNames: string[];
  /** Documented APIs that the mini-program called and the host does not know. */
  unsupported: string[];
  page(): PageInstance | undefined;
  entry(): LaunchEntry;
  /** Keeps a call for tests that ask what was called. */
  record(name: string, arg: unknown): void;
  /** The next answer that a test put for this API, else undefined. */
  answer(name: string): Record<string, unknown> | undefined;
}
