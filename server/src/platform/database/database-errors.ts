interface DriverError {
  errno?: number;
  code?: string;
}
const driverError = (error: unknown): DriverError => {
  const given = error as { driverError?: DriverError } & DriverError;
  return given?.driverError ?? given ?? {};
};

/** Deadlock (a Galera certification failure is one too), lock time-out, record changed (MariaDB 11), Galera not ready, TiDB write conflicts. */
const RETRY_NUMBERS = new Set([1213, 1205, 1020, 1047, 8022, 8028, 9007]);
const RETRY_CODES = new Set(['SQLITE_BUSY', 'SQLITE_LOCKED', 'SQLITE_BUSY_SNAPSHOT', 'ER_LOCK_DEADLOCK']);
const AWAY_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'ENOTFOUND',
  'PROTOCOL_CONNECTION_LOST',
  'ER_CON_COUNT_ERROR',
  'ER_SERVER_SHUTDOWN',
  'POOL_CLOSED',
]);

/** Two writers met: the loser's transaction was undone and is worth another try. */
export class ConcurrentWriteError extends Error {}

export function isRetryable(error: unknown): boolean {
  if (error instanceof ConcurrentWriteError) return true;
  const { errno, code } = driverError(error);
  return RETRY_NUMBERS.has(errno ?? 0) || RETRY_CODES.has(code ?? '');
}

/** A unique key already holds the value. */
export function isDuplicate(error: unknown): boolean {
  const { errno, code } = driverError(error);
  return errno === 1062 || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
}

/** A subquery that may give one row gave more. */
export const isTooManyRows = (error: unknown): boolean => driverError(error).errno === 1242;

/** The database can't be reached just now; the caller should try again later. */
export function isAway(error: unknown): boolean {
  const { code } = driverError(error);
  return (
    AWAY_CODES.has(code ?? '') ||
    (error instanceof Error && /Pool is closed|Connection is not established|read ECONNRESET/.test(error.message))
  );
}

/** No room left on the disk. */
export function isDiskFull(error: unknown): boolean {
  const { code, errno } = driverError(error);
  return code === 'SQLITE_FULL' || code === 'ENOSPC' || errno === 1021 || errno === 1114;
}
