import type { Condition, Interval, Truth } from '../formula/formula.ts';
import type { RegisterColumn } from '../register/register.ts';
import { canHold, dayLiteral, firstDay, lastDay, numberLiteral, textLiteral } from './literals.ts';

export function truthSql(value: Truth): string {
  return value === null ? 'NULL::boolean' : value ? 'TRUE' : 'FALSE';
}

/** What a test that is null for a missing value becomes when it shall be something else. */
function whereMissing(column: string, test: string, whenNull: Truth): string {
  if (whenNull === null) return test;
  return whenNull ? `(${column} IS NULL OR ${test})` : `(${column} IS NOT NULL AND ${test})`;
}

const never = (column: string): string => `(${column} IS NULL AND NULL::boolean)`;
const always = (column: string): string => `(${column} IS NOT NULL OR NULL::boolean)`;

export function amongSql(column: string, { values, whenNull }: Condition & { readonly kind: 'among' }): string {
  const texts = values.filter(canHold).map(textLiteral);
  const test = texts.length === 0 ? never(column) : `${column} IN (${texts.join(', ')})`;
  return whereMissing(column, test, whenNull);
}

export function flagSql(column: string, whenNull: Truth): string {
  if (whenNull === null) return column;
  return whenNull ? `(${column} IS NOT FALSE)` : `(${column} IS TRUE)`;
}

export function withinSql(
  column: string,
  model: RegisterColumn,
  { intervals, whenNull }: Condition & { readonly kind: 'within' },
): string {
  const literal = (value: number): string =>
    model.type === 'number' ? numberLiteral(value, model.decimals) : dayLiteral(value);
  const bounded = model.type === 'date' ? intervals.flatMap(withinCalendar) : intervals;
  const single = bounded.flatMap(({ low, high }) => (low !== undefined && low === high ? [literal(low)] : []));
  const wide = bounded.filter(({ low, high }) => low === undefined || low !== high);
  const tests = wide.map((interval) => intervalSql(column, interval, literal));
  if (single.length > 0) tests.push(`${column} IN (${single.join(', ')})`);
  const test = tests.length === 0 ? never(column) : tests.length === 1 ? tests.join('') : `(${tests.join(' OR ')})`;
  return whereMissing(column, test, whenNull);
}

function intervalSql(column: string, { low, high }: Interval, literal: (value: number) => string): string {
  if (low === undefined) return high === undefined ? always(column) : `${column} <= ${literal(high)}`;
  if (high === undefined) return `${column} >= ${literal(low)}`;
  return `(${column} >= ${literal(low)} AND ${column} <= ${literal(high)})`;
}

/** FEEL's years go further than PostgreSQL's: a bound outside of them is none. */
function withinCalendar({ low = firstDay, high = lastDay }: Interval): Interval[] {
  if (low > lastDay || high < firstDay || low > high) return [];
  return [{ ...(low <= firstDay ? {} : { low }), ...(high >= lastDay ? {} : { high }) }];
}
