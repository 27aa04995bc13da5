import { inspect } from 'node:util';
import vm from 'node:vm';
import { JSDOM } from 'jsdom';
import type { ModuleFunction } from '../realm/modules';
import type { Remote } from '../realm/remote';
import type { RealmSetup } from '../realm/setup';
import { REALM_NAME, realmBundle } from './bundle';
import { remoteCalls, type View, type ViewSetup } from './view';

type Timer = ReturnType<typeof setTimeout>;
type Task = (...args: unknown[]) => void;
type Boot = (setup: RealmSetup) => Remote;

const CONSOLE_LEVELS = [
  'log',
  'info',
  'warn',
  'error',
  'debug',
  'trace',
  'group',
  'groupEnd',
  'time',
  'timeEnd',
  'table',
];

const inWords = (error: unknown): string => {
  const { stack, errMsg } = (error ?? {}) as { stack?: string; errMsg?: string };
  return stack ?? errMsg ?? String(error);
};

function createConsole(log: ViewSetup['log']): Record<string, Task> {
  const words = (args: unknown[]) => args.map((a) => (typeof a === 'string' ? a : inspect(a, { depth: 4 }))).join(' ');
  return Object.fromEntries(CONSOLE_LEVELS.map((level) => [level, (...args: unknown[]) => log(level, words(args))]));
}

/** Timers that end with the view, and whose errors are reported like any other. */
function createTimers(report: (problem: string) => void) {
  const running = new Set<Timer>();
  const guarded = (task: Task, args: unknown[]) => {
    try {
      task(...args);
    } catch (error) {
      report(`timer: ${inWords(error)}`);
    }
  };
  const started = (timer: Timer): number => {
    running.add(timer);
    return timer[Symbol.toPrimitive]();
  };
  return {
    globals: {
      setTimeout: (task: Task, ms?: number, ...args: unknown[]) => started(setTimeout(() => guarded(task, args), ms)),
      setInterval: (task: Task, ms?: number, ...args: unknown[]) => started(setInterval(() => guarded(task, args), ms)),
      clearTimeout,
      clearInterval,
    },
    stop: () => {
      for (const timer of running) clearTimeout(timer);
    },
  };
}

/**
 * Runs a mini-program in a bare context of Node: ECMAScript's own globals, timers and console, nothing else; `eval` and
 * `new Function` throw. What it draws goes into a jsdom document that it can't see.
 */
export async function openJsdom(setup: ViewSetup): Promise<View> {
  const dom = new JSDOM('<!doctype html><html><head></head><body></body></html>', { pretendToBeVisual: true });
  const { window } = dom;
  const running: { remote?: Remote } = {};
  const timers = createTimers((problem) => running.remote?.report(problem));
  const globals: Record<string, unknown> = { console: createConsole(setup.log), ...timers.globals };
  const context = vm.createContext(globals, { codeGeneration: { strings: false, wasm: false } });
  const evaluate = (code: string, filename: string): unknown => new vm.Script(code, { filename }).runInContext(context);

  const modules = Object.fromEntries(
    Object.entries(setup.artifact.js).map(([id, source]): [string, ModuleFunction] => {
      const file = `${id}.js`;
      return [
        id,
        (...args) => (evaluate(`(function(require,module,exports){${source}\n})`, file) as ModuleFunction)(...args),
      ];
    }),
  );
  const open = evaluate(
    `(function(document,window,Event,requestAnimationFrame){${realmBundle()};return ${REALM_NAME}.boot})`,
    'weapp-host-realm.js',
  ) as (...names: unknown[]) => Boot;
  const boot = open(window.document, window, window.Event, window.requestAnimationFrame.bind(window));
  const templates = evaluate(`(${setup.artifact.templates})`, 'templates.js') as Record<string, unknown>;
  const remote = boot({
    ...setup.data,
    document: window.document,
    window: window as unknown as RealmSetup['window'],
    globals,
    templates,
    modules,
    native: setup.native,
  });

  running.remote = remote;
  const calls = remoteCalls(async (name, args) => {
    try {
      const run = remote[name] as (...given: unknown[]) => unknown;
      const result = await run(...args);
      return result === undefined ? undefined : (JSON.parse(JSON.stringify(result)) as unknown);
    } catch (error) {
      // The error comes from another context: its own `Error` is not ours.
      throw new Error((error as { message?: string }).message ?? inWords(error), { cause: error });
    }
  });
  const onRejection = (error: unknown) => {
    remote.emit('UnhandledRejection', { reason: error });
    setup.unhandled(inWords(error));
  };
  process.on('unhandledRejection', onRejection);
  return {
    calls,
    close: async () => {
      timers.stop();
      process.off('unhandledRejection', onRejection);
      window.close();
    },
  };
}
