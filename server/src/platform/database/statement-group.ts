import type { Statement, Transaction } from './database.js';

/** Gathers writes whose outcome nobody needs before the last, for `queryAll` to send together. */
export class StatementGroup implements Pick<Transaction, 'query' | 'change'> {
  readonly statements: Statement[] = [];

  add(sql: string, parameters: readonly unknown[] = []): void {
    this.statements.push({ sql, parameters });
  }

  /** For code that writes by `query` and makes no use of the answer, which is always undefined. */
  query = async <T>(sql: string, parameters?: readonly unknown[]): Promise<T> => {
    this.add(sql, parameters);
    return undefined as T;
  };

  /** A change is counted when it is made, which is not yet. */
  change = (): Promise<number> => Promise.reject(new Error('the rows changed are not known before the group is sent'));
}
