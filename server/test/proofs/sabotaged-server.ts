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

/** On SQLite a transaction by packets is an ordinary one inside: it is cut once. */
const isCut = Symbol('cut');
function weakened<T extends Transaction>(tx: T): T {
  if (isCut in tx) return tx;
  return {
    ...tx,
    [isCut]: true,
    query: (sql, parameters) => tx.query(cut(sql), parameters),
    change: (sql, parameters) => tx.change(cut(sql), parameters),
    queryAll: (statements) => tx.queryAll(cutAll(statements)),
  };
}
const { transaction, transactionByPackets } = Database.prototype;
Database.prototype.transaction = function <T>(this: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return transaction.call(this, (tx) => work(weakened(tx))) as Promise<T>;
};
Database.prototype.transactionByPackets = function <T>(
  this: Database,
  work: (tx: PacketTransaction) => Promise<T>,
): Promise<T> {
  return transactionByPackets.call(this, (tx) => {
    const weaker = weakened(tx);
    return work(weaker === tx ? tx : { ...weaker, queryLast: (statements) => tx.queryLast(cutAll(statements)) });
  }) as Promise<T>;
};
await import('../../src/main.js');
