import type { Statement } from '../reading.ts';
import type { ReadRows } from './readRows.ts';

function isFinite({ value, valueSi, from, to, range }: Statement): boolean {
  return [value, valueSi, from, to, range].flat().every((one) => typeof one !== 'number' || Number.isFinite(one));
}

/** The rows without numbers of hundreds of digits: past 1.8 × 10³⁰⁸ a double is infinite, which JSON has no sign for. */
export function finiteRows<Rows extends ReadRows>(rows: Rows): Rows {
  return {
    ...rows,
    statements: rows.statements.filter(isFinite),
    ambiguities: rows.ambiguities.map((ambiguity) => ({
      ...ambiguity,
      readings: ambiguity.readings.map((one) => ({ ...one, statements: one.statements.filter(isFinite) })),
    })),
  };
}
