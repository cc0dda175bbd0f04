import type pg from 'pg';
import { connectionFault } from './connectionFault.ts';
import type { Sql } from './sql.ts';

/** The statements of a pool or of one connection; a lost connection becomes postgres.unreachable. */
export function statements(client: pg.Pool | pg.PoolClient): Sql {
  async function send<R extends object>(text: string, values: readonly unknown[]) {
    try {
      return await client.query<R & pg.QueryResultRow>(text, [...values]);
    } catch (error) {
      throw connectionFault(error);
    }
  }
  return {
    query: async <R extends object>(text: string, values: readonly unknown[] = []) =>
      (await send<R>(text, values)).rows,
    execute: async (text, values = []) => (await send(text, values)).rowCount ?? 0,
  };
}
