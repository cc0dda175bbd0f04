import type pg from 'pg';
import { connectionFault } from './connectionFault.ts';
import type { Sql, StatementOptions } from './sql.ts';

/** A name for each text that is prepared, the same on every connection. */
const names = new Map<string, string>();

function nameOf(text: string): string {
  const name = names.get(text) ?? `yiwang_${names.size}`;
  names.set(text, name);
  return name;
}

/** The statements of a pool or of one connection; a lost connection becomes postgres.unreachable. */
export function statements(client: pg.Pool | pg.PoolClient): Sql {
  async function send<R extends object>(text: string, values: readonly unknown[], options: StatementOptions = {}) {
    try {
      return await client.query<R & pg.QueryResultRow>({
        text,
        values: [...values],
        ...(options.prepare === true ? { name: nameOf(text) } : {}),
      });
    } catch (error) {
      throw connectionFault(error);
    }
  }
  return {
    query: async <R extends object>(text: string, values: readonly unknown[] = [], options?: StatementOptions) =>
      (await send<R>(text, values, options)).rows,
    execute: async (text, values = [], options) => (await send(text, values, options)).rowCount ?? 0,
  };
}
