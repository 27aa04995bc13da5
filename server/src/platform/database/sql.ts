/** `?,?,?` */
export const list = (n: number): string => Array(n).fill('?').join(',');
/** `(?,?),(?,?)` for so many rows of so many columns. */
export const rows = (n: number, columns: number): string =>
  Array(n)
    .fill(`(${list(columns)})`)
    .join(',');
/** A LIKE pattern that finds `text` anywhere; used with `ESCAPE '!'`. */
export const contains = (text: string): string => `%${text.replace(/[!%_]/g, (c) => `!${c}`)}%`;

/** An INSERT of many rows in one statement; `values` holds the rows one after another. */
export const insertSql = (table: string, columns: readonly string[], n: number): string =>
  `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${rows(n, columns.length)}`;
