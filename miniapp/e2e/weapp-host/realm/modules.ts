/** A file of the mini-program as a function of what CommonJS gives it. */
export type ModuleFunction = (
  require: (id: string) => unknown,
  module: { exports: object },
  exports: object,
  globalThis?: object,
) => void;

/** The path that `id` means in a file: relative to that file, or from the root with a leading slash; without '.js'. */
export function resolvePath(from: string, id: string): string {
  const parts = id.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of id.replace(/^\//, '').replace(/\.js$/, '').split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.' && step !== '') parts.push(step);
  }
  return parts.join('/');
}

/** Runs each file once, when it is first required, as the client does. */
export class Modules {
  private readonly loaded = new Map<string, { exports: object }>();

  constructor(
    private readonly functions: Record<string, ModuleFunction>,
    private readonly logicGlobal: object | undefined,
  ) {}

  run(id: string): unknown {
    const known = this.loaded.get(id);
    if (known) return known.exports;
    const run = this.functions[id];
    if (!run) throw new Error(`module '${id}.js' is not defined`);
    const module = { exports: {} };
    this.loaded.set(id, module);
    run((other) => this.run(resolvePath(id, other)), module, module.exports, this.logicGlobal);
    return module.exports;
  }
}
