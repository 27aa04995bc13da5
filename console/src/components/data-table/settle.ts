/** What a table shows after new data has come. */
export interface Settled<Row> {
  shown: Row[];
  /** Rows that wait, new ones to be put in and gone ones to be taken out: 有 N 条更新. */
  waiting: number;
  /** Keys of rows that are new or different from what was shown: marked for a moment. */
  fresh: string[];
  /** Keys of rows that are still shown but no longer in the list. */
  gone: string[];
}

/**
 * Puts newly arrived rows into a table. While one is reading, no row moves: known rows change in place, rows below the
 * last one are appended, and what would push or pull a row waits. Otherwise the table becomes what has arrived.
 * Rows are wire data: equal JSON is the same row. The first data (nothing `shown` yet) is not marked as new.
 */
export function settle<Row>(
  shown: readonly Row[] | undefined,
  arrived: readonly Row[],
  rowKey: (row: Row) => string,
  isReading: boolean,
): Settled<Row> {
  if (!shown) return { shown: [...arrived], waiting: 0, fresh: [], gone: [] };
  const before = new Map(shown.map((row) => [rowKey(row), row]));
  const fresh = arrived.filter((row) => JSON.stringify(before.get(rowKey(row))) !== JSON.stringify(row)).map(rowKey);
  if (!isReading || shown.length === 0) {
    return { shown: [...arrived], waiting: 0, fresh, gone: [] };
  }
  const after = new Map(arrived.map((row) => [rowKey(row), row]));
  const kept = shown.map((row) => after.get(rowKey(row)) ?? row);
  const gone = [...before.keys()].filter((key) => !after.has(key));
  const lastKnown = arrived.findLastIndex((row) => before.has(rowKey(row)));
  const below = lastKnown < 0 ? [] : arrived.slice(lastKnown + 1);
  const held = arrived.length - below.length - (shown.length - gone.length);
  const visible = new Set([...before.keys(), ...below.map(rowKey)]);
  return {
    shown: [...kept, ...below],
    waiting: held + gone.length,
    fresh: fresh.filter((key) => visible.has(key)),
    gone,
  };
}
