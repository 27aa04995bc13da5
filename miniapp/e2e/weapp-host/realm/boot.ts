import { addGlobalErrorListener } from 'glass-easel';
import { createWx } from '../wx';
import { plainCopy } from '../wx/define';
import { Emitter } from '../wx/emitter';
import type { PageInstance } from '../wx/types';
import { WeappBackend } from './backend';
import { BASE_CSS } from './base-css';
import { Components } from './components';
import { Modules } from './modules';
import { PageStack } from './page-stack';
import type { AppInstance, Realm } from './realm';
import { createRemote, type Remote } from './remote';
import type { RealmSetup } from './setup';

const describe = (error: unknown): string =>
  (error as Error | undefined)?.stack ?? (error as { errMsg?: string } | undefined)?.errMsg ?? String(error);

const OPEN_TYPES: Record<string, string> = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
  navigateBack: 'navigateBack',
};

function wxOf(realm: Realm): Record<string, unknown> {
  const { setup } = realm;
  return createWx({
    phone: setup.phone,
    screen: realm.screen,
    events: realm.events,
    native: setup.native,
    navigation: realm.pages,
    apiNames: setup.apiNames,
    unsupported: realm.unsupported,
    page: () => realm.pages.top?.page,
    entry: () => realm.entry,
    answer: (name) => realm.answers.get(name)?.shift(),
    record: (name, arg) => void realm.calls.push({ name, arg: plainCopy(arg ?? null) }),
  });
}

/** Puts what every mini-program finds as globals. */
function exposeGlobals(realm: Realm): void {
  const { globals, logicGlobal } = realm.setup;
  const names = {
    wx: realm.wx,
    App: (definition: AppInstance) => {
      realm.app = definition;
    },
    getApp: () => realm.app,
    getCurrentPages: (): PageInstance[] => realm.pages.pages.map((open) => open.page),
    requirePlugin: () => {
      throw new Error('requirePlugin is not supported by weapp-host');
    },
  };
  Object.assign(globals, names);
  if (logicGlobal) Object.assign(logicGlobal, names);
}

/** Lets `Date.now` read the phone's clock. */
function setClock(offsetMs: number): void {
  const read = Date.now.bind(Date);
  Date.now = () => read() + offsetMs;
}

/** Prepares a mini-program for its run; nothing of it runs before `open` of the remote. */
export function boot(setup: RealmSetup): Remote {
  if (setup.app.tabBar?.custom) throw new Error('a custom tab bar is not supported by weapp-host');
  if (setup.phone.clockOffsetMs !== 0) setClock(setup.phone.clockOffsetMs);
  const errors: string[] = [];
  const realm = { setup, errors, unsupported: [], calls: [], answers: new Map(), app: undefined } as unknown as Realm;
  realm.report = (problem) => {
    errors.push(problem);
    const onError = realm.app?.onError;
    if (typeof onError === 'function') onError.call(realm.app, problem);
  };
  realm.guard = (where, run) => {
    try {
      return run();
    } catch (error) {
      realm.report(`${where}: ${describe(error)}`);
      return undefined;
    }
  };
  realm.callApp = (handler, ...args) => {
    const run = realm.app?.[handler];
    if (typeof run !== 'function') return undefined;
    return realm.guard(`App.${handler}`, () => run.apply(realm.app, args) as unknown);
  };
  addGlobalErrorListener((error, method) => {
    realm.report(`${String(method)} ${describe(error)}`);
    return false;
  });
  realm.screen = { title: '', titles: {}, toast: null, loading: null, modals: [], pulling: false, badges: {} };
  realm.events = new Emitter();
  realm.entry = { path: '', query: {}, scene: 1001, referrerInfo: {} };
  realm.backend = new WeappBackend(setup.document);
  realm.modules = new Modules(setup.modules, setup.logicGlobal);
  realm.components = new Components(setup, realm.modules, realm.report, realm.backend);
  realm.components.addStyle(BASE_CSS);
  realm.pages = new PageStack({
    ...realm,
    onPageNotFound: (path) => {
      realm.events.emit('PageNotFound', { path });
      realm.callApp('onPageNotFound', { path, query: {}, isEntryPage: false });
    },
  });
  realm.wx = wxOf(realm);
  realm.backend.onNavigator = ({ url, openType }) => {
    const go = realm.wx[OPEN_TYPES[openType] ?? 'navigateTo'] as (arg: object) => void;
    go({ url, fail: (error: { errMsg: string }) => realm.report(error.errMsg) });
  };
  exposeGlobals(realm);
  return createRemote(realm);
}
