import { existsSync } from 'node:fs';
import type { DataSource } from 'typeorm';
import { type ChainFault, RecordVerifier, type StateFault, type VerifyReport } from '../modules/records/index.js';
import type { PersonalData } from '../platform/crypto/personal-data.js';
import { isMysqlUrl, openDataSource } from '../platform/database/data-source.js';
import { recordedTables } from '../recorded-tables.js';
import { schema } from '../schema.js';

const chainProblems: Record<ChainFault['problem'], string> = {
  altered: '内容被改动',
  gap: '之前缺少记录，或顺序被改动',
  'broken link': '与前一条对不上',
  'personal part altered': '个人信息部分被改动',
  'head differs': '最新的记录缺失或被改动',
};
const stateProblems: Record<StateFault['problem'], string> = {
  'no record': '没有任何记录',
  'no row': '有记录，但数据不见了',
  'version differs': '数据的版本与记录条数不符',
  'state differs': '数据与记录不符',
};
const counted = (n: number): string => n.toLocaleString('zh-CN');

/**
 * Checks the record of a database and says what it checked; every fault is named. It only reads, in one view of the
 * database, so that the server may go on working. True when nothing is wrong.
 */
export async function verifyRecords(
  url: string,
  personalData: PersonalData,
  say: (line: string) => void,
  progress: (line: string) => void = () => undefined,
): Promise<boolean> {
  const file = url.replace(/^sqlite:/, '');
  if (!isMysqlUrl(url) && !existsSync(file)) throw new Error(`没有数据库 ${file}`);
  const source = await openDataSource(url, { ...schema, entities: [] }, { readonly: true, pool: 2 });
  try {
    await requireCurrent(source);
    const runner = source.createQueryRunner();
    await runner.startTransaction(isMysqlUrl(url) ? 'REPEATABLE READ' : undefined);
    const [row] = (await runner.query('SELECT COUNT(*) AS n FROM interaction')) as { n: number | string }[];
    const total = Number(row?.n ?? 0);
    const report = await new RecordVerifier({ read: runner.manager }, personalData).verify({
      tables: recordedTables,
      onProgress: (checked) => progress(`核对服务记录 ${Math.floor((checked / Math.max(1, total)) * 100)}%`),
    });
    await runner.rollbackTransaction();
    await runner.release();
    requireKey(report);
    return tell(report, say);
  } finally {
    await source.destroy();
  }
}

async function requireCurrent(source: DataSource): Promise<void> {
  const applied = await source.query<{ name: string }[]>('SELECT name FROM migrations').catch(() => []);
  const names = new Set(applied.map(({ name }) => name));
  const missing = source.migrations.map((m) => m.name ?? m.constructor.name).find((name) => !names.has(name));
  if (missing) throw new Error(`数据库还没有升级到这个版本的程序（缺 ${missing}），请先启动一次服务`);
}

/** When not one personal part can be read, it is the key that is wrong. */
function requireKey({ personalParts, faults }: VerifyReport): void {
  const unread = faults.filter(({ problem }) => problem === 'personal part altered').length;
  if (personalParts === 0 && unread > 1) throw new Error('PERSONAL_DATA_KEY 不是这个数据库的密钥');
}

function tell(report: VerifyReport, say: (line: string) => void): boolean {
  const { streams, interactions, personalParts, erasedParts, faults, states, stateFaults } = report;
  say(`核对了 ${counted(streams)} 条记录链、${counted(interactions)} 条记录：逐条重算指纹，检查首尾相连、没有缺号。`);
  say(`核对了 ${counted(personalParts)} 份加密的个人信息；另有 ${counted(erasedParts)} 份已按本人要求删除。`);
  say('核对了以下数据与其记录一致（版本等于记录条数，逐条重放得到现在的内容）：');
  for (const { title, rows } of states) say(`  ${title} ${counted(rows)}`);
  if (faults.length + stateFaults.length === 0) {
    say('没有发现问题。');
    return true;
  }
  say(`发现 ${counted(faults.length + stateFaults.length)} 处问题：`);
  for (const { streamId, streamVersion, interactionId, problem } of faults) {
    say(`  · ${streamId} 第${streamVersion}条${interactionId && `（${interactionId}）`}：${chainProblems[problem]}`);
  }
  for (const { title, streamId, problem, columns } of stateFaults) {
    say(`  · ${title} ${streamId}：${stateProblems[problem]}${columns.length > 0 ? `（${columns.join('、')}）` : ''}`);
  }
  return false;
}
