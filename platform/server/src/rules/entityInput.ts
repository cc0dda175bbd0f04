import { findDate, findExact, type FeelContext, type FeelValue } from '@yiwang/feel';
import type { Register } from '@yiwang/judge';

/** One row as rules see it: the register's input with its values, and the day as of which is asked. Numbers stay exact. */
export function entityInput(
  register: Register,
  region: string,
  values: Readonly<Record<string, unknown>>,
  asOf: string,
): FeelContext {
  const row = new Map<string, FeelValue>(
    register.columns.map(({ name, type }) => [name, valueOf(type, Object.hasOwn(values, name) ? values[name] : null)]),
  );
  if (!row.has('region')) row.set('region', region);
  return new Map<string, FeelValue>([
    [register.input, row],
    ['asOf', findDate(asOf) ?? null],
  ]);
}

function valueOf(type: Register['columns'][number]['type'], value: unknown): FeelValue {
  if (value === null || value === undefined || value === '') return null;
  switch (type) {
    case 'number':
      return typeof value === 'number' || typeof value === 'string' ? (findExact(String(value)) ?? null) : null;
    case 'boolean':
      return typeof value === 'boolean' ? value : null;
    case 'date':
      return typeof value === 'string' ? (findDate(value) ?? null) : null;
    case 'string':
      return typeof value === 'string' ? value : null;
  }
}
