import {
  Database,
  type PacketTransaction,
  type Statement,
  type Transaction,
} from '../../src/platform/database/database.js';

/**
 * The server with the safeguards of booking taken out of its SQL: every slot seems to have a million places more, in the
 * look and in the guarded UPDATE, and no half-day seems taken, so that the unique key alone stands against a second
 * appointment.
 */
const cut = (sql: string): string =>
  sql
    .replace(/^(SELECT [^]*?)\bcapacityPublic\b([^]*FROM slot)/, '$1capacityPublic + 1000000 AS capacityPublic$2')
    .replaceAll(/<= capacityPublic/g, '<= capacityPublic + 1000000')
    .replace(/^(SELECT [^]*FROM appointment WHERE )(activeKey IN)/, '$1 1 = 0 AND $2');

const cutAll = (statements: readonly Statement[]): Statement[] =>
  statements.map((one) => ({ ...one, sql: cut(one.sql) }));

const weak = new WeakSet<Transaction>();
function weakened<T extends Transaction>(tx: T): T {
  if (weak.has(tx)) return tx;
  const weaker: T = {
    ...tx,
    query: (sql, parameters) => tx.query(cut(sql), parameters),
    change: (sql, parameters) => tx.change(cut(sql), parameters),
    queryAll: (statements) => tx.queryAll(cutAll(statements)),
  };
  weak.add(weaker);
  return weaker;
}
const { transaction, transactionByPackets } = Database.prototype;
Database.prototype.transaction = function <T>(this: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return transaction.call(this, (tx) => work(weakened(tx))) as Promise<T>;
};
Database.prototype.transactionByPackets = function <T>(
  this: Database,
  work: (tx: PacketTransaction) => Promise<T>,
): Promise<T> {
  return transactionByPackets.call(this, (tx) =>
    work({ ...weakened(tx), queryLast: (statements) => tx.queryLast(cutAll(statements)) }),
  ) as Promise<T>;
};
await import('../../src/main.js');
