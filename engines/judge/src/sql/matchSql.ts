import type { Register } from '../register/register.ts';
import { tableOf } from '../register/registerTable.ts';
import type { CountedPolicy } from './countSql.ts';
import { formulaSql } from './formulaSql.ts';

/** A statement that lists whom one policy matches: rows (region text, code text, amount numeric or null), by district and code. */
export function matchSql(register: Register, { eligible, amount }: Omit<CountedPolicy, 'code'>): string {
  const options = { alias: 't', register };
  const value = amount === undefined ? 'NULL::numeric' : formulaSql(amount, options);
  return `SELECT t.region, t.code, ${value} AS amount
FROM ${tableOf(register)} AS t WHERE ${formulaSql(eligible, options)} ORDER BY t.region, t.code`;
}
