import { describe, expect, it } from '@jest/globals';
import type { HotQuestionView } from '@yiyun/shared';
import { topAnswer, topChart, trendAnswer, trendChart } from './hot-chart';

const hot = (name: string, count: number, covered = true, trend: HotQuestionView['trend'] = []): HotQuestionView => ({
  id: name,
  name,
  count,
  questions: count,
  searches: 0,
  answeredQuestions: 0,
  coveredBy: covered ? { id: 'a', question: name } : null,
  trend,
});
const weeks = (...counts: number[]) => counts.map((count, index) => ({ week: `2026-W${45 + index}`, count }));

describe('hot questions as charts', () => {
  it('says what leads and how much of all questions it is', () => {
    expect(topAnswer([hot('怎么开票', 30), hot('怎么退税', 10, false)], 120)).toBe(
      '“怎么开票”最多，30 次，占 25%。前 2 名中有 1 个知识库还没有答案。',
    );
    expect(topAnswer([], 0)).toBe('');
  });

  it('keeps the order and shortens long names', () => {
    const { categories, series } = topChart([hot('很'.repeat(40), 3), hot('短', 2)]);
    expect(categories.map((name) => name.length)).toEqual([22, 1]);
    expect(series[0]?.values).toEqual([3, 2]);
  });

  it('compares whole weeks and does not take a running one for a fall', () => {
    expect(trendAnswer({ trend: weeks(5, 9, 2) }, '2026-11-18')).toBe(
      '11月9日起的一周 9 次，比前一周多 4 次。本周还没过完，到现在 2 次。',
    );
    expect(trendAnswer({ trend: weeks(5, 9, 2) }, '2026-12-30')).toBe('11月16日起的一周 2 次，比前一周少 7 次。');
    expect(trendAnswer({ trend: weeks(5) }, '2026-12-30')).toBe('只有一周的数据，看不出变化。');
    expect(trendChart({ trend: weeks(5, 9) }).categories).toEqual(['11月2日', '11月9日']);
  });
});
