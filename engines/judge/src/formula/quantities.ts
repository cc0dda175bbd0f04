import { exactText, findScaled, type Exact } from '@yiwang/feel';
import type { Condition, Measure, Quantity } from './formula.ts';
import { isTrue } from './conditions.ts';

/** Past these a double no longer holds every integer. */
const most = Number.MAX_SAFE_INTEGER;

/** A quantity that may leave the safe integers, with how far it could reach. */
export class Overflow {
  readonly reach: bigint;
  constructor(reach: bigint) {
    this.reach = reach;
  }
}

export const isOverflow = (value: unknown): value is Overflow => value instanceof Overflow;

export const constant = (value: number | null, decimals: number): Quantity => ({
  kind: 'constant',
  value,
  decimals,
  min: value ?? 0,
  max: value ?? 0,
});

/** A number that FEEL knows exactly, with as few decimals as hold it; undefined past 15 of them or the safe integers. */
export function exactConstant(value: Exact): Quantity | undefined {
  const decimals = exactText(value).split('.')[1]?.length ?? 0;
  const scaled = decimals > 15 ? undefined : findScaled(value, decimals);
  return scaled === undefined ? undefined : constant(scaled, decimals);
}

/** Bounds are worked out in bigints, so that what can't be held is seen and not rounded. */
function measure(decimals: number, ends: readonly bigint[]): Measure | Overflow {
  const min = ends.reduce((a, b) => (a < b ? a : b));
  const max = ends.reduce((a, b) => (a > b ? a : b));
  const reach = -min > max ? -min : max;
  return reach > BigInt(most) ? new Overflow(reach) : { decimals, min: Number(min), max: Number(max) };
}

const pow10 = (exponent: number): bigint => 10n ** BigInt(exponent);

export function rescale(operand: Quantity, decimals: number): Quantity | Overflow {
  if (operand.decimals === decimals) return operand;
  const factor = pow10(decimals - operand.decimals);
  const size = measure(decimals, [BigInt(operand.min) * factor, BigInt(operand.max) * factor]);
  if (size instanceof Overflow) return size;
  if (operand.kind === 'constant') {
    return constant(operand.value === null ? null : Number(BigInt(operand.value) * factor), decimals);
  }
  return { kind: 'rescale', operand, ...size };
}

/** Both at the greater number of decimals. */
export function aligned(left: Quantity, right: Quantity): readonly [Quantity, Quantity] | Overflow {
  const decimals = Math.max(left.decimals, right.decimals);
  const [a, b] = [rescale(left, decimals), rescale(right, decimals)];
  if (isOverflow(a)) return a;
  return isOverflow(b) ? b : [a, b];
}

export type JoinKind = 'add' | 'subtract' | 'min' | 'max';

export function join(kind: JoinKind, left: Quantity, right: Quantity): Quantity | Overflow {
  const both = aligned(left, right);
  if (both instanceof Overflow) return both;
  const [a, b] = both;
  const [aMin, aMax, bMin, bMax] = [a.min, a.max, b.min, b.max].map(BigInt) as [bigint, bigint, bigint, bigint];
  const lesser = (x: bigint, y: bigint): bigint => (x < y ? x : y);
  const greater = (x: bigint, y: bigint): bigint => (x > y ? x : y);
  const ends = {
    add: [aMin + bMin, aMax + bMax],
    subtract: [aMin - bMax, aMax - bMin],
    min: [lesser(aMin, bMin), lesser(aMax, bMax)],
    max: [greater(aMin, bMin), greater(aMax, bMax)],
  }[kind];
  const size = measure(a.decimals, ends);
  if (size instanceof Overflow) return size;
  if (a.kind === 'constant' && b.kind === 'constant') {
    if (a.value === null || b.value === null) return constant(null, a.decimals);
    const value = {
      add: a.value + b.value,
      subtract: a.value - b.value,
      min: Math.min(a.value, b.value),
      max: Math.max(a.value, b.value),
    };
    return constant(value[kind], a.decimals);
  }
  return { kind, left: a, right: b, ...size };
}

export function multiply(left: Quantity, right: Quantity): Quantity | Overflow {
  const products = [left.min, left.max].flatMap((a) => [right.min, right.max].map((b) => BigInt(a) * BigInt(b)));
  const size = measure(left.decimals + right.decimals, products);
  if (size instanceof Overflow) return size;
  if (left.kind === 'constant' && right.kind === 'constant') {
    const value = left.value === null || right.value === null ? null : left.value * right.value;
    return constant(value, size.decimals);
  }
  return { kind: 'multiply', left, right, ...size };
}

/**
 * `decimal(left / right, decimals)`. The dividend, brought to the decimals of the result, has to be a safe integer as well: then remainder and tie
 * are exact.
 */
export function quotient(left: Quantity, right: Quantity, decimals: number): Quantity | Overflow {
  const shift = decimals + right.decimals - left.decimals;
  const factor = pow10(Math.abs(shift));
  const [up, down] = shift >= 0 ? [factor, 1n] : [1n, factor];
  const dividend = [left.min, left.max].map((end) => BigInt(end) * up);
  const divisor = [right.min, right.max].map((end) => BigInt(end) * down);
  for (const side of [dividend, divisor]) {
    const size = measure(0, side);
    if (size instanceof Overflow) return size;
  }
  // Twice the divisor is compared with twice the remainder: half of the room.
  const [low = 0n, high = 0n] = divisor;
  const reach = -low > high ? -low : high;
  if (reach > BigInt(most) / 2n) return new Overflow(reach);
  const largest = dividend.reduce((a, b) => (a > (b < 0n ? -b : b) ? a : b < 0n ? -b : b), 0n);
  const smallest = low > 0n ? low : high < 0n ? -high : 1n;
  const bound = Number(largest / smallest + 1n);
  const min = (dividend[0] ?? 0n) >= 0n && low > 0n ? 0 : -bound;
  return { kind: 'quotient', left, right, decimals, min, max: bound };
}

/** `decimal(operand, decimals)`: half-even, for fewer decimals than the operand has. */
export function round(operand: Quantity, decimals: number): Quantity {
  if (operand.decimals <= decimals) return operand;
  const factor = 10 ** (operand.decimals - decimals);
  const min = Math.floor(operand.min / factor);
  const max = Math.ceil(operand.max / factor);
  return { kind: 'round', operand, decimals, min, max };
}

export function choose(condition: Condition, consequent: Quantity, alternative: Quantity): Quantity | Overflow {
  const taken = isTrue(condition);
  if (taken.kind === 'truth') return taken.value === true ? consequent : alternative;
  const both = aligned(consequent, alternative);
  if (both instanceof Overflow) return both;
  const [a, b] = both;
  if (JSON.stringify(a) === JSON.stringify(b)) return a;
  const ends = [a, b].flatMap((one) =>
    one.kind === 'constant' && one.value === null ? [] : [BigInt(one.min), BigInt(one.max)],
  );
  const size = measure(a.decimals, ends.length === 0 ? [0n] : ends);
  if (size instanceof Overflow) return size;
  return { kind: 'choose', condition: taken, consequent: a, alternative: b, ...size };
}
