import type { Config } from '../platform/config/config.js';
import { databaseUrlOf } from '../platform/config/database-url.js';
import { isMysqlUrl } from '../platform/database/data-source.js';
import { demoStateOf, removeUnfinished } from './demo-state.js';
import { seedDemo } from './seed-demo.js';

export interface PrepareOptions {
  appointments?: number;
  seed?: number;
  /** The last instant of the history; the present without it. */
  until?: number;
  say(line: string): void;
  progress(line: string): void;
}
const DEFAULT_SEED = 1;

/**
 * Fills an empty database with the demonstration. What is there already stays as it is; an embedded database whose
 * filling was interrupted is made anew. True when it was filled now.
 */
export async function prepareDemo(config: Config, { say, progress, ...wishes }: PrepareOptions): Promise<boolean> {
  const url = databaseUrlOf(config);
  const state = await demoStateOf(url);
  if (state === 'other') return false;
  // The people's numbers are made up, but some of them may be somebody's.
  if (config.smsAccessKeyId) throw new Error('配置有误：\n  · 演示数据里的手机号是虚构的，不能与真实短信网关一起使用');
  if (state === 'whole') return false;
  if (state === 'underWay') throw new Error('演示数据正由另一个程序生成，请等它结束后再启动');
  if (state === 'unfinished') {
    if (isMysqlUrl(url)) throw new Error('演示数据上次没有生成完整，请清空这个数据库后再启动');
    say('上次生成演示数据时被中断，重新生成');
    removeUnfinished(url);
  }
  const { appointments = config.demoHistory, seed = DEFAULT_SEED, until = Date.now() } = wishes;
  const began = performance.now();
  await seedDemo(config, { appointments, seed, until }, (done) =>
    progress(`生成演示数据 ${Math.min(99, Math.floor(done * 100))}%`),
  );
  progress('生成演示数据 100%');
  say(`演示数据已生成，用时${Math.round((performance.now() - began) / 1000)}秒`);
  return true;
}
