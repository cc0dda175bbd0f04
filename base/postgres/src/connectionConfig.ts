import pg from 'pg';

export interface DatabaseOptions {
  /** `postgres://…`, or the socket folder of an embedded server. */
  readonly connection: string | { readonly socket: string; readonly database: string };
  /** Connections at the most; 10 unless told. */
  readonly size?: number;
  /** The server ends a statement that runs longer, in ms; 60,000 unless told, 0 for no limit. */
  readonly statementTimeout?: number;
  /** The server ends a statement that waits longer for a lock, in ms; 10,000 unless told, 0 for no limit. */
  readonly lockTimeout?: number;
}

const types = new pg.TypeOverrides();
types.setTypeParser(20, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} does not fit a number`);
  return value;
});

/** What every connection is opened with. A transaction left idle for a minute is ended, for it holds back vacuum. */
export function connectionConfig(options: DatabaseOptions): pg.PoolConfig {
  const { connection } = options;
  const base: pg.PoolConfig = {
    max: options.size ?? 10,
    types,
    application_name: 'yiwang',
    keepAlive: true, // a cut cable is noticed also where nothing is sent
    connectionTimeoutMillis: 15_000,
    statement_timeout: options.statementTimeout ?? 60_000,
    lock_timeout: options.lockTimeout ?? 10_000,
    idle_in_transaction_session_timeout: 60_000,
  };
  if (typeof connection === 'string') return { ...base, connectionString: connection };
  return { ...base, host: connection.socket, database: connection.database, user: 'yiwang' };
}
