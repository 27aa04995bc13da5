import { describe, expect, it } from '@jest/globals';
import { newKey, SubmitKeys } from './idempotency';

function numbered() {
  let count = 0;
  return new SubmitKeys<{ reason: string }>(() => `key-${++count}`);
}

describe('keys of a submission (A2: the same key twice is one act)', () => {
  it('keeps the key while the same thing is sent again without a certain answer', () => {
    const keys = numbered();
    expect([keys.keyFor({ reason: '材料不全' }), keys.keyFor({ reason: '材料不全' })]).toEqual(['key-1', 'key-1']);
  });

  it('takes a new key when the content changes', () => {
    const keys = numbered();
    expect([keys.keyFor({ reason: '材料不全' }), keys.keyFor({ reason: '重复预约' })]).toEqual(['key-1', 'key-2']);
  });

  it('takes a new key after a certain answer, also for the same content', () => {
    const keys = numbered();
    keys.keyFor({ reason: '材料不全' });
    keys.settle();
    expect(keys.keyFor({ reason: '材料不全' })).toBe('key-2');
  });

  it('makes keys that do not repeat', () => {
    const made = new Set(Array.from({ length: 1000 }, newKey));
    expect(made.size).toBe(1000);
    for (const key of made) expect(key).toMatch(/^[0-9a-f]{32}$/);
  });
});
