import { AppError, type Page, type PageQuery } from '@yiyun/shared';

export const DEFAULT_LIMIT = 20;
export const limitOf = (query: PageQuery): number => query.limit ?? DEFAULT_LIMIT;

/** A cursor is the sort key of the last row, readable only by us so that nobody builds on it. */
export const cursorOf = (...key: (string | number)[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** The sort key in a cursor, with as many parts as `like`, each of its type; undefined when there is no cursor. */
export function readCursor<K extends (string | number)[]>(cursor: string | undefined, ...like: K): K | undefined {
  if (cursor === undefined) return undefined;
  try {
    const key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown;
    if (Array.isArray(key) && key.length === like.length && key.every((part, i) => typeof part === typeof like[i]))
      return key as K;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new AppError('request.invalid');
}

/** One page out of `limit + 1` rows: the extra row only tells that there are more. */
export function pageOf<Row, View>(
  rows: Row[],
  limit: number,
  keyOf: (row: Row) => (string | number)[],
  viewOf: (row: Row) => View,
): Page<View> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(viewOf), nextCursor: rows.length > limit && last ? cursorOf(...keyOf(last)) : null };
}
