import { describe, expect, it } from '@jest/globals';
import { hashPassword, isPassword, isWeak, pretendCheck } from './password.js';

describe('a password', () => {
  it('is right or wrong against its hash, which names its cost and hides it', async () => {
    const stored = await hashPassword('一个 long password 1');
    expect(stored).toMatch(/^scrypt\$32768\$8\$1\$/);
    expect(stored).not.toContain('password');
    expect(await isPassword('一个 long password 1', stored)).toBe(true);
    expect(await isPassword('一个 long password 2', stored)).toBe(false);
  });

  it('has another hash each time', async () => {
    const [first, second] = await Promise.all([hashPassword('same-password-1'), hashPassword('same-password-1')]);
    expect(first).not.toBe(second);
  });

  it('is the same however a keyboard composes it', async () => {
    const stored = await hashPassword('cafe\u0301-password-1');
    expect(await isPassword('caf\u00e9-password-1', stored)).toBe(true);
  });

  it('is still checked at the cost at which it was hashed', async () => {
    const cheap = 'scrypt$1024$8$1$AAAAAAAAAAAAAAAAAAAAAA==$fV9zWEY1VNYfiVwgtmjcf6aAiDUHcVyg6s2bZXtu4VI=';
    expect(await isPassword('not-this-one-1', cheap)).toBe(false);
    await expect(isPassword('any-password-1', 'md5$whatever')).rejects.toThrow('unknown form');
  });

  it('of nobody takes as long as a real one and is never right', async () => {
    const stored = await hashPassword('a-real-password-1');
    await pretendCheck('warm-up-password-1');
    const time = async (check: () => Promise<boolean>) => {
      const before = performance.now();
      expect(await check()).toBe(false);
      return performance.now() - before;
    };
    const ratios: number[] = [];
    for (let i = 0; i < 5; i++) {
      const real = await time(() => isPassword('wrong-password-1', stored));
      ratios.push((await time(() => pretendCheck('wrong-password-1'))) / real);
    }
    expect(ratios.sort((a, b) => a - b)[2]).toBeGreaterThan(0.3);
  });

  it('is weak when short, or without letters or digits', () => {
    for (const weak of ['short-1', 'letters-only', '0123456789']) expect(isWeak(weak)).toBe(true);
    for (const strong of ['letters-and-1', '中文口令也算字母1234']) expect(isWeak(strong)).toBe(false);
  });
});
