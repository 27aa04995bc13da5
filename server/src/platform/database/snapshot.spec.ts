import { describe, expect, it } from '@jest/globals';
import { Snapshot } from './snapshot.js';

/** A table of one number, which counts how often it was read and can be made slow. */
function table() {
  const state = { content: 1, loads: 0, waitMs: 0 };
  const source = {
    stamp: async () => String(state.content),
    load: async () => {
      const { content, waitMs } = state;
      state.loads++;
      await new Promise((done) => setTimeout(done, waitMs));
      return content;
    },
  };
  return { state, open: () => Snapshot.open(source, () => undefined) };
}

describe('a snapshot', () => {
  it('is loaded when it is opened, and again only when the data changed', async () => {
    const { state, open } = table();
    const snapshot = await open();
    expect(snapshot.value).toBe(1);
    await snapshot.refresh();
    expect(state.loads).toBe(1);
    state.content = 2;
    await snapshot.refresh();
    expect(snapshot.value).toBe(2);
    expect(state.loads).toBe(2);
    await snapshot.close();
  });

  it('never goes back: a slow load of an older state does not overtake a newer one', async () => {
    const { state, open } = table();
    const snapshot = await open();
    Object.assign(state, { content: 2, waitMs: 30 });
    const slow = snapshot.refresh();
    await new Promise((done) => setTimeout(done, 5));
    Object.assign(state, { content: 3, waitMs: 0 });
    await Promise.all([slow, snapshot.refresh()]);
    expect(snapshot.value).toBe(3);
    await snapshot.close();
  });

  it('keeps what it has when a load fails, and tells whoever asked', async () => {
    const { state, open } = table();
    const snapshot = await open();
    const failing = await Snapshot.open(
      { stamp: async () => String(state.content), load: async () => (state.content > 1 ? fail() : state.content) },
      () => undefined,
    );
    state.content = 2;
    await expect(failing.refresh()).rejects.toThrow('away');
    expect(failing.value).toBe(1);
    state.content = 1;
    await failing.refresh();
    await Promise.all([snapshot.close(), failing.close()]);
  });
});

function fail(): never {
  throw new Error('away');
}
