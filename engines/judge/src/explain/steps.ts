import { feelText, findDate, kindOf, type FeelValue } from '@yiwang/feel';
import type { RegisterColumn } from '../register/register.ts';
import { atDecimals, exactOfScaled, findScaled } from './scaledNumber.ts';

/** Values that are counted: numbers in their smallest step, dates in days. */
export interface Ladder {
  readonly kind: 'number' | 'date';
  readonly decimals: number;
  readonly min: bigint;
  readonly max: bigint;
}

const dayMillis = 86_400_000;

/**
 * How the values like this one are counted; undefined for what has no order that people count.
 * @param also other values of the same sort, which may have more decimals
 */
export function ladderOf(
  value: FeelValue,
  column: RegisterColumn | undefined,
  also: readonly FeelValue[] = [],
): Ladder | undefined {
  if (kindOf(value) === 'date') return { kind: 'date', decimals: 0, min: -719_162n, max: 2_932_896n };
  const number = findScaled(value);
  if (number === undefined) return undefined;
  if (column?.type === 'number') {
    const { decimals, min, max } = column;
    return { kind: 'number', decimals, min: BigInt(Math.trunc(min)), max: BigInt(Math.trunc(max)) };
  }
  const decimals = Math.max(number.decimals, ...also.map((one) => findScaled(one)?.decimals ?? 0));
  const bound = 10n ** BigInt(15 + decimals);
  return { kind: 'number', decimals, min: number.digits < 0n ? -bound : 0n, max: bound };
}

/** The rung of a value, rounded down; undefined for another sort of value. */
export function rungOf(
  value: FeelValue,
  ladder: Ladder,
): { readonly rung: bigint; readonly exact: boolean } | undefined {
  if (ladder.kind === 'date') {
    if (kindOf(value) !== 'date') return undefined;
    const millis = Date.parse(`${feelText(value)}T00:00:00Z`);
    return Number.isNaN(millis) ? undefined : { rung: BigInt(Math.floor(millis / dayMillis)), exact: true };
  }
  const scaled = findScaled(value);
  if (scaled === undefined) return undefined;
  const cut = atDecimals(scaled, ladder.decimals);
  const exact =
    atDecimals({ digits: cut, decimals: ladder.decimals }, scaled.decimals) === scaled.digits ||
    scaled.decimals <= ladder.decimals;
  return { rung: exact || scaled.digits >= 0n ? cut : cut - 1n, exact };
}

export function valueAt(rung: bigint, ladder: Ladder): FeelValue {
  if (ladder.kind === 'number') return exactOfScaled({ digits: rung, decimals: ladder.decimals });
  return findDate(new Date(Number(rung) * dayMillis).toISOString().slice(0, 10)) ?? null;
}
