import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { readConfig } from '../platform/config/config.js';
import { addTaxpayers } from '../seed/add-taxpayers.js';
import { prepareDemo } from '../seed/prepare-demo.js';
import { showProgress } from './progress.js';

const USAGE = '用法：npm run seed -- [--appointments 预约数] [--taxpayers 另加的纳税人数] [--seed 种子数]';
/** What the numbers of phones and enterprises allow. */
const MOST_TAXPAYERS = 500_000;

function numberFrom(text: string | undefined, atMost: number): number | undefined {
  if (text === undefined) return undefined;
  const n = Number(text);
  if (!Number.isInteger(n) || n < 0 || n > atMost) throw new Error(USAGE);
  return n;
}

/** Fills an empty database with the demonstration, or adds taxpayers to one that is filled. */
async function seedByCommand(): Promise<void> {
  const option = { type: 'string' } as const;
  const { values } = parseArgs({ options: { appointments: option, taxpayers: option, seed: option } });
  const appointments = numberFrom(values.appointments, MOST_TAXPAYERS);
  const taxpayers = numberFrom(values.taxpayers, MOST_TAXPAYERS) ?? 0;
  const seed = numberFrom(values.seed, 2 ** 31);
  if (process.env['YIYUN_MODE'] === 'production') throw new Error('生产环境（YIYUN_MODE=production）不能生成演示数据');
  const config = readConfig({ LOG_LEVEL: 'warn', ...process.env });
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  const progress = showProgress();
  const wishes = { ...(appointments !== undefined && { appointments }), ...(seed !== undefined && { seed }) };
  const filled = await prepareDemo(config, { ...wishes, say, progress });
  if (!filled && appointments !== undefined)
    throw new Error('数据库里已有数据，不再生成历史；可以用 --taxpayers 增加纳税人');
  if (taxpayers > 0) {
    await addTaxpayers(config, { count: taxpayers, seed: seed ?? 1 }, (added) =>
      progress(`增加纳税人 ${Math.floor((added / taxpayers) * 100)}%`),
    );
    say(`已增加 ${taxpayers.toLocaleString('zh-CN')} 名纳税人`);
  } else if (!filled) say('数据库里已有数据，未作改动');
}

try {
  await seedByCommand();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
