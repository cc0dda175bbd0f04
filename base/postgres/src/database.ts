import type { Readable, Writable } from 'node:stream';
import pg from 'pg';
import copyStreams from 'pg-copy-streams';
import { postgresFaults as faults } from './faults.ts';
import type { Sql, Transaction } from './sql.ts';

export interface DatabaseOptions {
  /** `postgres://…`, or the socket folder of an embedded server. */
  readonly connection: string | { readonly socket: string; readonly database: string };
  /** Connections at the most; 10 unless told. */
  readonly size?: number;
}

export interface Database extends Sql {
  /** Runs `work` in one transaction: commits when it returns, rolls back when it throws. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Calls `heard` with the payload of each NOTIFY on a channel; listens again by itself after a lost connection. */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

const types = new pg.TypeOverrides();
types.setTypeParser(20, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} does not fit a number`);
  return value;
});

function configOf(options: DatabaseOptions): pg.PoolConfig {
  const { connection } = options;
  const base: pg.PoolConfig = { max: options.size ?? 10, types, application_name: 'yiwang' };
  if (typeof connection === 'string') return { ...base, connectionString: connection };
  return { ...base, host: connection.socket, database: connection.database, user: 'yiwang' };
}

function statements(client: pg.Pool | pg.PoolClient): Sql {
  return {
    async query<R extends object>(text: string, values: readonly unknown[] = []) {
      return (await client.query<R & pg.QueryResultRow>(text, [...values])).rows;
    },
    async execute(text, values = []) {
      return (await client.query(text, [...values])).rowCount ?? 0;
    },
  };
}

/** Opens a pool. No connection is made until the first statement. */
export function openDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool(configOf(options));
  pool.on('error', () => undefined); // an idle connection that the server cut; the pool makes a new one
  const closers = new Set<() => Promise<void>>();
  return {
    ...statements(pool),
    transaction: (work) => inTransaction(pool, work),
    async listen(channel, heard) {
      const stop = await listen(options, channel, heard);
      closers.add(stop);
      return async () => {
        closers.delete(stop);
        await stop();
      };
    },
    async close() {
      await Promise.all([...closers].map((stop) => stop()));
      await pool.end();
    },
  };
}

async function inTransaction<T>(pool: pg.Pool, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch((cause: unknown) => {
    throw faults.unreachable({ reason: cause instanceof Error ? cause.message : String(cause) }, cause);
  });
  let broken: Error | undefined;
  const onError = (error: Error) => (broken = error);
  client.on('error', onError);
  const after: (() => void)[] = [];
  try {
    await client.query('BEGIN');
    const result = await work({
      ...statements(client),
      copyIn: (statement) => Promise.resolve(client.query(copyStreams.from(statement)) as Writable),
      copyOut: (statement) => Promise.resolve(client.query(copyStreams.to(statement)) as Readable),
      afterCommit: (then) => after.push(then),
    });
    await client.query('COMMIT');
    for (const then of after) then();
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failed: Error) => (broken = failed));
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

async function listen(
  options: DatabaseOptions,
  channel: string,
  heard: (payload: string) => void,
): Promise<() => Promise<void>> {
  let stopped = false;
  let client: pg.Client | undefined;
  const connect = async (): Promise<void> => {
    const next = new pg.Client(configOf(options));
    next.on('error', () => undefined);
    next.on('notification', (message) => heard(message.payload ?? ''));
    next.on('end', () => {
      if (!stopped) setTimeout(() => void connect().catch(() => undefined), 200).unref();
    });
    await next.connect();
    await next.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    client = next;
  };
  await connect();
  return async () => {
    stopped = true;
    await client?.end();
  };
}
