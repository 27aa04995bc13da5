import type { DeflectionOutcome } from '@yiyun/shared';

/** What the answers shown before asking have saved, in one sentence. */
export function savingsAnswer(counts: Record<DeflectionOutcome, number>): string {
  const { lasting, askedLater, undecided, askedAnyway } = counts;
  const decided = lasting + askedLater + askedAnyway;
  if (decided + undecided === 0) return '这段时间没有人在提问前看到相似的答案。';
  if (decided === 0) return `有 ${undecided} 次说问题解决了，都还没满7天，看不出有没有再问。`;
  const share = Math.round((lasting / decided) * 100);
  return `${decided} 次看到相似答案，${lasting} 次之后7天没有再问，省下了 ${share}% 的提问。`;
}
