import type { HallSeed } from '../seed/data/halls.js';

const text = (v: unknown, min: number): v is string => typeof v === 'string' && v.trim().length >= min;
const int = (v: unknown, min: number, max: number): boolean =>
  Number.isSafeInteger(v) && (v as number) >= min && (v as number) <= max;

/** What is wrong with one hall of the file, in words; undefined when nothing is. */
function problemOf(hall: Record<string, unknown>): string | undefined {
  if (!text(hall.key, 2) || !/^[a-z0-9-]+$/.test(hall.key)) return 'key 应为小写字母、数字和连字符';
  if (!text(hall.name, 4)) return 'name 应为机构全称';
  if (!text(hall.address, 4)) return 'address 应为地址';
  if (!text(hall.telephone, 5)) return 'telephone 应为联系电话';
  if (!int(hall.latitudeE6, -90e6, 90e6) || !int(hall.longitudeE6, -180e6, 180e6))
    return '坐标应为度数乘以一百万的整数';
  if (typeof hall.guide !== 'string') return 'guide 应为到达指引，可为空文字';
  const windows = hall.windows as Record<string, unknown>[];
  if (!Array.isArray(windows) || windows.length === 0) return 'windows 应列出每个窗口';
  return windows.every((one) => one !== null && isWindow(one))
    ? undefined
    : '每个窗口应有 label、skills、servesComplex（true 或 false）和 bookablePercent（0到100）';
}

const isWindow = ({ label, skills, servesComplex, bookablePercent }: Record<string, unknown>): boolean =>
  text(label, 1) &&
  Array.isArray(skills) &&
  skills.length > 0 &&
  skills.every((s) => text(s, 1)) &&
  typeof servesComplex === 'boolean' &&
  int(bookablePercent, 0, 100);

/** The halls of a set-up file; throws one error that names every hall that is wrong. See docs/examples/halls.json. */
export function hallsFrom(json: string): HallSeed[] {
  const halls = JSON.parse(json) as unknown;
  if (!Array.isArray(halls)) throw new Error('文件应为办税服务厅的列表，见 docs/examples/halls.json');
  const problems = halls.flatMap((hall: unknown, i) => {
    const problem =
      typeof hall === 'object' && hall !== null ? problemOf(hall as Record<string, unknown>) : '应为一个对象';
    return problem ? [`  · 第${i + 1}个：${problem}`] : [];
  });
  const keys = halls.map((h: { key?: unknown }) => h?.key);
  if (new Set(keys).size !== keys.length) problems.push('  · key 有重复');
  if (problems.length > 0) throw new Error(`办税服务厅文件有误：\n${problems.join('\n')}`);
  return halls as HallSeed[];
}
