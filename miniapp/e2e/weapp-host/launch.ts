import type { Page } from 'playwright-core';
import { readArtifact } from './artifact/read';
import type { Artifact } from './artifact/types';
import { wxApis } from './artifact/wx-apis';
import type { Entry } from './realm/remote';
import { openChromium } from './view/chromium';
import { openJsdom } from './view/jsdom';
import { createNative, type Resolve } from './view/native';
import type { RemoteCalls, View, ViewName, ViewSetup } from './view/view';
import type { NetworkType, Phone } from './wx/types';

const WAIT_MS = 5000;
const POLL_MS = 15;
const PRESS_MS = 400;

export interface LaunchOptions {
  /** The folder of the compiled mini-program, with app.json in it. */
  dist: string;
  view?: ViewName;
  /** Where the mini-program comes in; by default at its entry page. */
  entry?: Entry;
  /** Which server answers for an origin that the build has in it: `{ 'https://api.example.cn': 'http://127.0.0.1:3000' }`. */
  resolve?: Resolve;
  /** Origins that WeChat lets the mini-program reach; by default those of `resolve`. */
  domains?: string[];
  /** The phone's storage. After `close` it holds what the mini-program left there: give it to the next launch. */
  storage?: Record<string, unknown>;
  /** Permissions that the user has given or refused before. */
  grants?: Record<string, boolean>;
  /** What the microphone hears: the bytes of a recording in the format that the mini-program asks for. */
  voice?: Buffer;
  sdkVersion?: string;
  /** The user's text size in WeChat's settings, in px; 16 by default, 23.8 is care mode. */
  fontSizeSetting?: number;
  /** How far the phone's clock is from the computer's, ms: as far as that of the server. */
  clockOffsetMs?: number;
  /** Called with each line of the mini-program's console. */
  onConsole?: (level: string, text: string) => void;
}

/** A running mini-program and the hands and eyes of its user. Selectors: see README.md. */
export interface Weapp extends Omit<RemoteCalls, 'open' | 'press' | 'network' | 'trigger' | 'putFile' | 'navigate'> {
  artifact: Artifact;
  console: { level: string; text: string }[];
  /** The page of the browser; only with `view: 'chromium'`. */
  browserPage: Page | undefined;
  /** Comes in again, as from a scanned code or a shared card. */
  reopen(entry?: Entry): Promise<void>;
  /** Presses, holds for `ms` (400 by default) and lets go. */
  press(selector: string, ms?: number): Promise<void>;
  trigger(selector: string, type: string, detail?: object): Promise<void>;
  /** The network from now on; `latencyMs` delays every request. */
  network(type: NetworkType, latencyMs?: number): Promise<void>;
  /** The back gesture. */
  back(): Promise<void>;
  navigate: RemoteCalls['navigate'];
  /** Puts a file on the phone, for `answer('chooseMedia', { tempFiles: [{ tempFilePath: path }] })`. */
  putFile(path: string, content: Buffer): Promise<void>;
  exists(selector: string): Promise<boolean>;
  /** Waits up to 5 s until the selector's text is (or matches) what is wanted. */
  expectText(selector: string, wanted: string | RegExp, ms?: number): Promise<void>;
  /** Waits up to 5 s until something on the page matches. */
  expectSeen(selector: string, ms?: number): Promise<void>;
  /** Waits up to 5 s until nothing on the page matches. */
  expectGone(selector: string, ms?: number): Promise<void>;
  /** Waits up to 5 s until the page on top has this route. */
  expectPage(route: string, ms?: number): Promise<void>;
  waitFor(what: () => Promise<boolean>, label: string, ms?: number): Promise<void>;
  /** All that went wrong so far: errors, rejections, console errors, APIs the host doesn't know. A story ends with none. */
  problems(): Promise<string[]>;
  close(): Promise<void>;
}

function createPhone(options: LaunchOptions): Phone {
  return {
    sdkVersion: options.sdkVersion ?? '3.8.0',
    appId: 'wx0000000000000000',
    domains: options.domains ?? Object.keys(options.resolve ?? {}),
    grants: { ...options.grants },
    storage: { ...options.storage },
    files: options.voice ? { 'fixture:voice': options.voice.toString('base64') } : {},
    network: { type: 'wifi', latencyMs: 0 },
    windowWidth: 375,
    windowHeight: 667,
    fontSizeSetting: options.fontSizeSetting ?? 16,
    clockOffsetMs: options.clockOffsetMs ?? 0,
  };
}

/** Waiting and expecting, on top of a view's plain calls. */
function createWeapp(
  view: View,
  setup: ViewSetup,
  output: Pick<Weapp, 'console'> & { unhandled: string[] },
  storage: object,
): Weapp {
  const { calls } = view;
  const problems = async () => [
    ...(await calls.errors()),
    ...output.unhandled,
    ...output.console.filter((line) => line.level === 'error').map((line) => line.text),
    ...(await calls.unsupported()).map((name) => `wx.${name} is not supported by weapp-host`),
  ];
  const waitFor: Weapp['waitFor'] = async (what, label, ms = WAIT_MS) => {
    const end = Date.now() + ms;
    while (!(await what())) {
      if (Date.now() > end) {
        const { route } = await calls.page();
        const found = (await problems()).join('\n').slice(0, 800);
        throw new Error(
          `waited ${ms} ms for ${label}\n  on ${route}: ${await calls.text()}\n  problems: ${found || 'none'}`,
        );
      }
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  };
  const exists = async (selector: string) => (await calls.query(selector)).length > 0;
  /** Until the component is there and takes a touch. */
  const ready = (selector: string) =>
    waitFor(async () => (await calls.query(selector))[0]?.disabled === false, `"${selector}" to be there and enabled`);
  const expectText: Weapp['expectText'] = async (selector, wanted, ms) => {
    const matches = (text: string) => (typeof wanted === 'string' ? text === wanted : wanted.test(text));
    const found = async () => (await calls.query(selector)).map((seen) => seen.text);
    await waitFor(async () => (await found()).some(matches), `"${selector}" to say ${wanted}`, ms);
  };
  return {
    ...calls,
    artifact: setup.artifact,
    console: output.console,
    browserPage: view.browserPage,
    reopen: (entry = {}) => calls.open(entry),
    tap: async (selector) => {
      await ready(selector);
      await calls.tap(selector);
    },
    press: async (selector, ms = PRESS_MS) => {
      await ready(selector);
      await calls.press(selector, ms);
    },
    input: async (selector, value) => {
      await ready(selector);
      await calls.input(selector, value);
    },
    pick: async (selector, value) => {
      await ready(selector);
      await calls.pick(selector, value);
    },
    trigger: async (selector, type, detail = {}) => {
      await waitFor(() => exists(selector), `"${selector}" to be there`);
      await calls.trigger(selector, type, detail);
    },
    network: (type, latencyMs = 0) => calls.network(type, latencyMs),
    back: () => calls.navigate('navigateBack', {}),
    putFile: (path, content) => calls.putFile(path, content.toString('base64')),
    exists,
    expectText,
    expectSeen: (selector, ms) => waitFor(() => exists(selector), `"${selector}" to be there`, ms),
    expectGone: (selector, ms) => waitFor(async () => !(await exists(selector)), `"${selector}" to be gone`, ms),
    expectPage: (route, ms) => waitFor(async () => (await calls.page()).route === route, `the page ${route}`, ms),
    waitFor,
    problems,
    close: async () => {
      const left = (await calls.phone()).storage;
      for (const key of Object.keys(storage)) delete (storage as Record<string, unknown>)[key];
      Object.assign(storage, left);
      await view.close();
    },
  };
}

/** Starts a compiled mini-program and waits until its first page has settled. */
export async function launch(options: LaunchOptions): Promise<Weapp> {
  const artifact = readArtifact(options.dist);
  const output: Pick<Weapp, 'console'> & { unhandled: string[] } = { console: [], unhandled: [] };
  const setup: ViewSetup = {
    artifact,
    data: {
      app: artifact.app,
      json: artifact.json,
      css: artifact.css,
      routes: artifact.pages.map((page) => page.route),
      apiNames: wxApis().map((api) => api.name),
      phone: createPhone(options),
    },
    native: createNative(options.resolve ?? {}),
    log: (level, text) => {
      output.console.push({ level, text });
      options.onConsole?.(level, text);
    },
    unhandled: (problem) => void output.unhandled.push(problem),
  };
  const view = await (options.view === 'chromium' ? openChromium(setup) : openJsdom(setup));
  const weapp = createWeapp(view, setup, output, options.storage ?? {});
  try {
    await view.calls.open(options.entry ?? {});
  } catch (error) {
    await view.close();
    throw error;
  }
  return weapp;
}
