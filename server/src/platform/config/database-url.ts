import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.js';

/** The configured database, or the embedded one in the data folder, which is made when it is missing. */
export function databaseUrlOf(config: Pick<Config, 'databaseUrl' | 'dataDir'>): string {
  if (config.databaseUrl) return config.databaseUrl;
  mkdirSync(config.dataDir, { recursive: true });
  return `sqlite:${join(config.dataDir, 'yiyun.db')}`;
}
