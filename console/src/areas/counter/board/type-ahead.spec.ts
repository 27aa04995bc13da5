import { describe, expect, it } from '@jest/globals';
import { TypeAhead } from './type-ahead';

/** Acts that end when the test says so. */
function acts(answers: Record<string, boolean> = {}) {
  const done: string[] = [];
  const waiting: (() => void)[] = [];
  const ahead = new TypeAhead<string>(async (act) => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    done.push(act);
    return answers[act] ?? true;
  });
  const answer = async () => {
    waiting.shift()?.();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { ahead, done, answer };
}

describe('keys pressed before the server has answered', () => {
  it('the next act begins when the first is done', async () => {
    const { ahead, done, answer } = acts();
    void ahead.press('finish');
    void ahead.press('callNext');
    await answer();
    expect(done).toEqual(['finish']);
    await answer();
    expect(done).toEqual(['finish', 'callNext']);
  });

  it('of several the last one counts', async () => {
    const { ahead, done, answer } = acts();
    void ahead.press('start');
    void ahead.press('recall');
    void ahead.press('finish');
    await answer();
    await answer();
    await answer();
    expect(done).toEqual(['start', 'finish']);
  });

  it('after a failure nothing more is done by itself, and the next press acts again', async () => {
    const { ahead, done, answer } = acts({ finish: false });
    void ahead.press('finish');
    void ahead.press('callNext');
    await answer();
    await answer();
    expect(done).toEqual(['finish']);
    void ahead.press('recall');
    await answer();
    expect(done).toEqual(['finish', 'recall']);
  });
});
