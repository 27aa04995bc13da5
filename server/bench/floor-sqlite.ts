import { createRequire } from 'node:module';
import type { Floor, FreeSlot, Wanted } from './floor.js';
import { LIST_SLOTS, READ_SLOT, rowsOf, type SlotFacts, TAKE_PLACE } from './floor-rows.js';

interface Statement {
  run(...values: unknown[]): { changes: number };
  get(...values: unknown[]): unknown;
  all(...values: unknown[]): unknown[];
}
interface Sqlite {
  pragma(sql: string): unknown;
  exec(sql: string): void;
  prepare(sql: string): Statement;
}

/** libsql with prepared statements, the same durability as ours, one transaction a booking. */
export function sqliteFloor(file: string): Floor {
  const Driver = createRequire(import.meta.url)('libsql') as new (file: string) => Sqlite;
  const db = new Driver(file);
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'busy_timeout = 5000', 'cache_size = -65536']) {
    db.pragma(pragma);
  }
  const prepared = new Map<string, Statement>();
  const statement = (sql: string): Statement => {
    const known = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  const inTransaction = (wanted: Wanted): object | undefined => {
    if (statement(TAKE_PLACE).run(wanted.slotId).changes !== 1) return undefined;
    const { appointment, inserts } = rowsOf(wanted, statement(READ_SLOT).get(wanted.slotId) as SlotFacts);
    for (const { sql, values } of inserts) statement(sql).run(...values);
    return appointment;
  };
  return {
    list: async (hallId, on) => statement(LIST_SLOTS).all(hallId, on, Date.now()) as FreeSlot[],
    book: async (wanted) => {
      db.exec('BEGIN IMMEDIATE');
      try {
        const booked = inTransaction(wanted);
        db.exec(booked ? 'COMMIT' : 'ROLLBACK');
        return booked;
      } catch (error) {
        db.exec('ROLLBACK');
        throw error;
      }
    },
  };
}
