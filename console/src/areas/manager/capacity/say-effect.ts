import type { CapacityEffectView } from '@yiyun/shared';

/** What a change does to the places, in one sentence. */
export function sayEffect({ days, touched }: CapacityEffectView): string {
  if (days.length === 0) return '号源没有变化。';
  const change = days.reduce((sum, { before, after }) => sum + after - before, 0);
  const words = change === 0 ? '总数不变' : change > 0 ? `共增加 ${change} 个名额` : `共减少 ${-change} 个名额`;
  const full = touched.length === 0 ? '已有的预约都放得下。' : `有 ${touched.length} 个预约放不下。`;
  return `影响 ${days.length} 天的号源，${words}，${full}`;
}
