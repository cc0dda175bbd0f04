import pg from 'pg';
import { connectionConfig, type DatabaseOptions } from './connectionConfig.ts';
import { listen } from './listen.ts';
import { checkServer } from './requireVersion.ts';
import { runTransaction } from './runTransaction.ts';
import type { Sql, Transaction } from './sql.ts';
import { statements } from './statements.ts';

export type { DatabaseOptions } from './connectionConfig.ts';

export interface Database extends Sql {
  /** Runs `work` in one transaction: commits when it returns, rolls back when it throws. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /**
   * Calls `heard` with the payload of each NOTIFY on a channel. Listens again by itself after a lost connection and calls
   * `resumed` then: what was sent meanwhile was not heard.
   */
  listen(channel: string, heard: (payload: string) => void, resumed?: () => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/**
 * Opens a pool. No connection is made until the first statement. When the server goes away each statement gets
 * postgres.unreachable, and when it is back statements work again by themselves.
 */
export function openDatabase(options: DatabaseOptions): Database {
  let checked = false;
  const pool = new pg.Pool({
    ...connectionConfig(options),
    async onConnect(client) {
      if (!checked) await checkServer(client);
      checked = true;
    },
  });
  pool.on('error', () => undefined); // an idle connection that the server cut; the pool makes a new one
  const closers = new Set<() => Promise<void>>();
  return {
    ...statements(pool),
    transaction: (work) => runTransaction(pool, work),
    async listen(channel, heard, resumed) {
      const stop = await listen(options, channel, heard, resumed);
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
