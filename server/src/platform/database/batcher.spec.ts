import { describe, expect, it } from '@jest/globals';
import { Batcher } from './batcher.js';

const LIMITS = { lanes: 1, maxBatch: 100, maxDepth: 100, gatherMs: 20 };
const some = (from: number, count: number): number[] => Array.from({ length: count }, (_, i) => from + i);

/** A batcher that doubles numbers and remembers its batches; a write lasts until `release`. */
function doubling(limits = LIMITS) {
  const batches: number[][] = [];
  let release = (): void => undefined;
  const batcher = new Batcher<number, number>(async (inputs) => {
    batches.push(inputs);
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    if (inputs.includes(13)) throw new Error('unlucky');
    return inputs.map((n) => n * 2);
  }, limits);
  const begun = async (count: number): Promise<void> => {
    while (batches.length < count) await new Promise(setImmediate);
  };
  const add = (numbers: number[]) => Promise.allSettled(numbers.map((n) => batcher.add(n)));
  return { batcher, batches, begun, add, release: () => release() };
}

describe('a batcher', () => {
  it('writes together what came while it wrote, and gives everybody his own answer', async () => {
    const { batches, begun, add, release } = doubling();
    const first = add([1]);
    await begun(1);
    const later = add(some(2, 9));
    release();
    await begun(2);
    release();
    expect(await first).toEqual([{ status: 'fulfilled', value: 2 }]);
    expect((await later).map((one) => 'value' in one && one.value)).toEqual(some(2, 9).map((n) => n * 2));
    expect(batches).toEqual([[1], some(2, 9)]);
  });

  it('waits a moment for as many as last time, so that those answered together are written together again', async () => {
    const { batches, begun, add, release } = doubling();
    const first = add(some(1, 8));
    await begun(1);
    release();
    await first;
    const early = add([21, 22]);
    await new Promise(setImmediate);
    const late = add(some(23, 6));
    await begun(2);
    release();
    await Promise.all([early, late]);
    expect(batches[1]).toEqual(some(21, 8));
    const alone = add([31]);
    await begun(3);
    release();
    expect(await alone).toEqual([{ status: 'fulfilled', value: 62 }]);
  });

  it('refuses the one at fault, not its neighbours', async () => {
    const { begun, add, release } = doubling();
    const answers = add(some(11, 4));
    for (let n = 1; n <= 5; n++) {
      await begun(n);
      release();
    }
    const outcomes = (await answers).map((one) => ('value' in one ? one.value : String(one.reason)));
    expect(outcomes).toEqual([22, 24, 'Error: unlucky', 28]);
  });

  it('says that it is busy, and when to come again, instead of letting everybody wait', async () => {
    const { begun, add, release } = doubling({ ...LIMITS, maxDepth: 2 });
    const first = add([1]);
    await begun(1);
    const [, , refused] = await Promise.race([add([2, 3]).then(() => []), add([4]).then((one) => [0, 0, ...one])]);
    expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'server.busy', retryAfterSeconds: 2 } });
    release();
    await begun(2);
    release();
    await first;
  });
});
