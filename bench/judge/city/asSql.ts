import type { AmountRule, CityPolicy, Test } from './cityPolicies.ts';

/** Policies as SQL, in the dialect that PostgreSQL and DuckDB share; a category is its ordinal. */
function conditionSql({ parts }: CityPolicy): string {
  return parts
    .map((part) => {
      if ('any' in part) return `(${part.any.map(testSql).join(' OR ')})`;
      return part.negated ? `NOT (${testSql(part.test)})` : testSql(part.test);
    })
    .join(' AND ');
}

function testSql(test: Test): string {
  switch (test.kind) {
    case 'in': {
      const ordinals = test.values.map((value) => value.slice(test.column.length));
      return `"${test.column}" IN (${ordinals.join(', ')})`;
    }
    case 'flag':
      return test.value ? `"${test.column}"` : `NOT "${test.column}"`;
    case 'compare':
      return `"${test.column}" ${test.operator} ${test.value}`;
    case 'between':
      return `"${test.column}" BETWEEN ${test.low} AND ${test.high}`;
    case 'ratio':
      return `"${test.column}" * 1000 >= "${test.other}" * ${test.permille}`;
  }
}

/** In units of 1/10,000 yuan. LEAST ignores a null, FEEL's min does not: so it is asked for. */
function amountSql(amount: AmountRule): string {
  switch (amount.kind) {
    case 'fixed':
      return `${amount.value}::bigint * 10000`;
    case 'share':
      return capped(`"${amount.column}"`, amount);
    case 'growth':
      return capped('("revenue" - "revenueBefore")', amount);
    case 'tier': {
      const [first = 0, ...more] = amount.values;
      const cases = more.map((value, index) => `WHEN "${amount.column}" >= ${amount.from[index] ?? 0} THEN ${value}`);
      return `(CASE ${cases.toReversed().join(' ')} ELSE ${first} END)::bigint * 10000`;
    }
  }
}

function capped(base: string, { points, cap }: { readonly points: number; readonly cap: number }): string {
  return `CASE WHEN ${base} IS NULL THEN NULL ELSE LEAST(${base} * ${points}, ${cap * 10_000}) END`;
}

/** The count, or the count and the sum, of one policy: both databases are several times faster policy by policy than all in one scan. */
export function policySql(policy: CityPolicy, withAmounts: boolean): string {
  const amount = withAmounts ? `, sum(${amountSql(policy.amount)}) AS amount` : '';
  return `SELECT count(*) AS matched${amount} FROM city WHERE ${conditionSql(policy)}`;
}
