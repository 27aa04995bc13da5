import { type ColumnType, type QueryRunner, Table, type TableColumnOptions, TableIndex } from 'typeorm';

type More = Partial<TableColumnOptions>;
const column =
  (type: string, length?: number) =>
  (name: string, more: More = {}): TableColumnOptions => ({
    name,
    type,
    ...(length && { length: String(length) }),
    ...more,
  });

/** Column types that mean the same on SQLite, MariaDB, MySQL and TiDB. */
export const columns = {
  id: column('varchar', 26),
  key: (name = 'id', length = 26): TableColumnOptions => ({
    name,
    type: 'varchar',
    length: String(length),
    isPrimary: true,
  }),
  big: column('bigint'),
  int: column('int'),
  day: column('varchar', 10),
  /** Long text; on MySQL up to 64 KB. */
  text: column('text'),
  str: (name: string, length: number, more: More = {}): TableColumnOptions => column('varchar', length)(name, more),
};
export const optional: More = { isNullable: true };

/** Creates tables and indexes by TypeORM's table API, so that one migration serves every database. */
export function schemaBuilder(q: QueryRunner) {
  const { driver } = q.dataSource;
  return {
    table: (name: string, cols: TableColumnOptions[]) =>
      q.createTable(
        new Table({
          name,
          columns: cols.map((c) => ({ ...c, type: driver.normalizeType({ type: c.type as ColumnType }) })),
        }),
      ),
    index: (table: string, name: string, columnNames: string[], isUnique = false) =>
      q.createIndex(table, new TableIndex({ name, columnNames, isUnique })),
  };
}
