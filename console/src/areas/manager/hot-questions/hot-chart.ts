import type { HotQuestionView } from '@yiyun/shared';
import type { ChartData } from '../../../components/chart/chart-data';
import { isRunning, sayWeek } from './period';

const NAME_LENGTH = 22;

const short = (name: string) => (name.length > NAME_LENGTH ? `${name.slice(0, NAME_LENGTH - 1)}…` : name);

/** The most frequent questions as bars, the first on top. */
export function topChart(top: readonly HotQuestionView[]): ChartData {
  return {
    kind: 'horizontalBar',
    categoryName: '问题',
    categories: top.map(({ name }) => short(name)),
    series: [{ name: '次数', values: top.map(({ count }) => count) }],
    unit: '次',
  };
}

/** The answer in one sentence: what leads, and how much of all it is. */
export function topAnswer(top: readonly HotQuestionView[], total: number): string {
  const [first] = top;
  if (!first) return '';
  const share = Math.round((first.count / Math.max(1, total)) * 100);
  const open = top.filter(({ coveredBy }) => coveredBy === null).length;
  const gap = open === 0 ? '前几名知识库都有答案。' : `前 ${top.length} 名中有 ${open} 个知识库还没有答案。`;
  return `“${first.name}”最多，${first.count} 次，占 ${share}%。${gap}`;
}

/** One question week by week. */
export function trendChart({ trend }: Pick<HotQuestionView, 'trend'>): ChartData {
  return {
    kind: 'bar',
    categoryName: '周（从周一起）',
    categories: trend.map(({ week }) => sayWeek(week)),
    series: [{ name: '次数', values: trend.map(({ count }) => count) }],
    unit: '次',
  };
}

/** Whether it becomes more or less: the last whole week against the one before; a running week is named as such. */
export function trendAnswer({ trend }: Pick<HotQuestionView, 'trend'>, today: string): string {
  const running = trend.at(-1) && isRunning(trend.at(-1)?.week ?? '', today);
  const whole = running ? trend.slice(0, -1) : trend;
  const [before, last] = whole.slice(-2);
  const note = running ? `本周还没过完，到现在 ${trend.at(-1)?.count} 次。` : '';
  if (!before || !last) return note || '只有一周的数据，看不出变化。';
  const change = last.count - before.count;
  const words = change === 0 ? '与前一周一样' : `比前一周${change > 0 ? '多' : '少'} ${Math.abs(change)} 次`;
  return `${sayWeek(last.week)}起的一周 ${last.count} 次，${words}。${note}`;
}
