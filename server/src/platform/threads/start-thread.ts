import { extname } from 'node:path';
import { type ResourceLimits, Worker } from 'node:worker_threads';

const compiler = new URL('./compile-on-load.mjs', import.meta.url).href;

/**
 * Starts a module in a thread of its own. `module` is its URL without extension, the built file or the source: where
 * that is TypeScript still (tests), the thread compiles as it loads.
 */
export function startThread(module: URL, resourceLimits: ResourceLimits): Worker {
  const extension = extname(import.meta.url);
  return new Worker(new URL(`${module.href}${extension}`), {
    execArgv: extension === '.ts' ? ['--import', compiler] : [],
    resourceLimits,
  });
}
