import type { PacketTransaction, Statement, Transaction } from './database.js';
import { ConcurrentWriteError, isTooManyRows } from './database-errors.js';

/** Fails where the statement before it changed another number of rows: the only failure that plain SQL can make at will. */
const rowsChanged = (rows: number): Statement => ({
  sql: 'SELECT IF(ROW_COUNT() = ?, 0, (SELECT 1 UNION ALL SELECT 2))',
  parameters: [rows],
});

/** Gathers writes whose outcome nobody needs before the last, for `queryAll` to send together. */
export class StatementGroup implements Pick<Transaction, 'query' | 'change'> {
  readonly statements: Statement[] = [];
  private readonly expected: { rows: number; otherwise: string; position: number }[] = [];

  add(sql: string, parameters: readonly unknown[] = []): void {
    this.statements.push({ sql, parameters });
  }

  /** A change that must change so many rows: another number undoes the transaction, which then runs again. */
  expect(rows: number, sql: string, parameters: readonly unknown[], otherwise: string): void {
    this.expected.push({ rows, otherwise, position: this.statements.length });
    this.add(sql, parameters);
  }

  /** For code that writes by `query` and makes no use of the answer, which is always undefined. */
  query = async <T>(sql: string, parameters?: readonly unknown[]): Promise<T> => {
    this.add(sql, parameters);
    return undefined as T;
  };

  /** A change is counted when it is made, which is not yet. */
  change = (): Promise<number> => Promise.reject(new Error('the rows changed are not known before the group is sent'));

  /** Ends the transaction with these writes. */
  async sendLast(tx: PacketTransaction): Promise<void> {
    if (!tx.commitsWithLast) return this.send(tx);
    if (this.statements.length === 0) return;
    const checks = new Map(this.expected.map(({ position, rows }) => [position, rowsChanged(rows)]));
    const withChecks = this.statements.flatMap((statement, i) => [
      statement,
      ...(checks.has(i) ? [checks.get(i)] : []),
    ]);
    try {
      await tx.queryLast(withChecks as Statement[]);
    } catch (error) {
      throw isTooManyRows(error) ? new ConcurrentWriteError(this.expected[0]?.otherwise) : error;
    }
  }

  async send(tx: Pick<Transaction, 'queryAll'>): Promise<void> {
    const outcomes = this.statements.length === 0 ? [] : await tx.queryAll(this.statements);
    for (const { rows, otherwise, position } of this.expected)
      if (outcomes[position] !== rows) throw new ConcurrentWriteError(otherwise);
  }
}
