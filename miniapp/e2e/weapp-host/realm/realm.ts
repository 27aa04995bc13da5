import type { Emitter } from '../wx/emitter';
import type { LaunchEntry, Screen } from '../wx/types';
import type { WeappBackend } from './backend';
import type { Components } from './components';
import type { Modules } from './modules';
import type { PageStack } from './page-stack';
import type { RealmSetup } from './setup';

export type AppInstance = Record<string, unknown>;

/** One call of a function of `wx`, in the order of calls. */
export interface WxCall {
  name: string;
  arg: unknown;
}

/** All that belongs to one run of a mini-program. */
export interface Realm {
  setup: RealmSetup;
  screen: Screen;
  events: Emitter;
  backend: WeappBackend;
  components: Components;
  pages: PageStack;
  errors: string[];
  unsupported: string[];
  calls: WxCall[];
  answers: Map<string, Record<string, unknown>[]>;
  entry: LaunchEntry;
  app: AppInstance | undefined;
  wx: Record<string, unknown>;
  modules: Modules;
  report(problem: string): void;
  guard(where: string, run: () => unknown): unknown;
  callApp(handler: string, ...args: unknown[]): unknown;
}
