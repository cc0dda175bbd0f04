import { quoteName } from '@yiwang/postgres';
import type { Condition, Quantity } from '../formula/formula.ts';
import type { Register } from '../register/register.ts';
import { tableOf } from '../register/registerTable.ts';
import { formulaSql } from './formulaSql.ts';
import { textLiteral } from './literals.ts';

export interface CountedPolicy {
  readonly code: string;
  readonly eligible: Condition;
  readonly amount?: Quantity;
}

/**
 * One statement that goes through the register once: rows (region text, policy text, matched bigint, amount numeric), by district and policy.
 * `amount` is the sum in yuan of those matched, null for a policy without amounts or where none is known. Grouped by the column a register
 * is spread by, so that on Citus each node adds up its own.
 */
export function countSql(register: Register, policies: readonly CountedPolicy[]): string {
  const options = { alias: 't', register };
  const counts: string[] = [];
  const sums: string[] = [];
  for (const { eligible, amount } of policies) {
    const matched = `FILTER (WHERE ${formulaSql(eligible, options)})`;
    counts.push(`count(*) ${matched}`);
    sums.push(amount === undefined ? 'NULL' : `sum(${formulaSql(amount, options)}) ${matched}`);
  }
  const codes = policies.map(({ code }) => textLiteral(code));
  return `SELECT c.region, p.policy, p.matched, p.amount
FROM (SELECT t.region, ARRAY[${counts.join(', ')}]::bigint[] AS counts, ARRAY[${sums.join(', ')}]::numeric[] AS sums
      FROM ${tableOf(register)} AS ${quoteName('t')} GROUP BY t.region) AS c
CROSS JOIN LATERAL unnest(ARRAY[${codes.join(', ')}]::text[], c.counts, c.sums) AS p(policy, matched, amount)
ORDER BY c.region, p.policy`;
}
