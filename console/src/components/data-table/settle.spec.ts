import { describe, expect, it } from '@jest/globals';
import { settle } from './settle';

interface Row {
  id: string;
  state?: string;
}
const rows = (...ids: string[]): Row[] => ids.map((id) => ({ id }));
const keyOf = (row: Row) => row.id;
const ids = (list: Row[]) => list.map(keyOf).join('');
const [a, b, c, d, e, x] = rows('a', 'b', 'c', 'd', 'e', 'x') as [Row, Row, Row, Row, Row, Row];

describe('live data in a table', () => {
  it('shows the first data at once, unmarked', () => {
    expect(settle(undefined, [a, b], keyOf, true)).toEqual({ shown: [a, b], waiting: 0, fresh: [], gone: [] });
  });

  it('marks what arrives in a list that was empty', () => {
    expect(settle([], [a], keyOf, true)).toEqual({ shown: [a], waiting: 0, fresh: ['a'], gone: [] });
  });

  it('becomes what has arrived when nobody is reading, and marks what is new', () => {
    expect(settle([a, b], [x, b], keyOf, false)).toEqual({ shown: [x, b], waiting: 0, fresh: ['x'], gone: [] });
  });

  it('marks nothing when the same rows are read again', () => {
    expect(settle([a, b], rows('a', 'b'), keyOf, false)).toMatchObject({ fresh: [] });
  });

  it('moves no row while one is reading: a new one above waits', () => {
    expect(settle([a, b], [x, a, b], keyOf, true)).toEqual({ shown: [a, b], waiting: 1, fresh: [], gone: [] });
  });

  it('changes a known row in place and marks it', () => {
    const changed = { id: 'b', state: 'confirmed' };
    expect(settle([a, b], [a, changed], keyOf, true)).toMatchObject({ shown: [a, changed], waiting: 0, fresh: ['b'] });
  });

  it('keeps a row that has left the list, named as gone', () => {
    expect(settle([a, b, c], [a, c], keyOf, true)).toMatchObject({ shown: [a, b, c], waiting: 1, gone: ['b'] });
  });

  it('appends the next page below', () => {
    expect(settle([a, b], [a, b, c, d], keyOf, true)).toMatchObject({ waiting: 0, fresh: ['c', 'd'] });
    expect(ids(settle([a, b], [a, b, c, d], keyOf, true).shown)).toBe('abcd');
  });

  it('tells apart what waits above, what left and what comes below', () => {
    const settled = settle([a, b, c], [x, a, d, c, e], keyOf, true);
    expect(ids(settled.shown)).toBe('abce');
    expect(settled).toMatchObject({ waiting: 3, gone: ['b'], fresh: ['e'] });
  });

  it('keeps everything where nothing known is left', () => {
    expect(settle([a, b], [c, d], keyOf, true)).toMatchObject({ shown: [a, b], waiting: 4, gone: ['a', 'b'] });
  });
});
