import { describe, expect, it } from '@jest/globals';
import { savingsAnswer } from './savings';

const none = { lasting: 0, askedLater: 0, undecided: 0, askedAnyway: 0 };

describe('what similar answers have saved', () => {
  it('is a share of those whose outcome is known', () => {
    expect(savingsAnswer({ lasting: 30, askedLater: 10, undecided: 500, askedAnyway: 60 })).toBe(
      '100 次看到相似答案，30 次之后7天没有再问，省下了 30% 的提问。',
    );
  });

  it('is not said before a week has passed, nor where nothing was shown', () => {
    expect(savingsAnswer({ ...none, undecided: 4 })).toBe('有 4 次说问题解决了，都还没满7天，看不出有没有再问。');
    expect(savingsAnswer(none)).toBe('这段时间没有人在提问前看到相似的答案。');
  });
});
