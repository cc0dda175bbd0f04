import { all, interval, isTrue, not, within } from '../formula/conditions.ts';
import type { Condition, ConditionOperator, Quantity } from '../formula/formula.ts';

/** A part of the rows on which an amount is linear: constant + Σ factor × column, in the quantity's 10^-decimals. */
export interface Piece {
  /** Two-valued; false where the amount is null. */
  readonly condition: Condition;
  readonly constant: bigint;
  readonly factors: ReadonlyMap<string, bigint>;
}

/** Past it an amount is worked out row by row. */
const mostPieces = 24;

/**
 * An amount as pieces that never overlap: then its sum over a set of rows is made of counts and of sums of columns, both exact. Undefined where it
 * is not piecewise linear, as where it is rounded row by row.
 */
export function findPieces(quantity: Quantity): readonly Piece[] | undefined {
  const found = piecesOf(quantity);
  return found
    ?.map((piece) => ({ ...piece, condition: withKnown(piece) }))
    .filter(({ condition }) => !isNever(condition));
}

type Pieces = readonly Piece[] | undefined;

const always: Condition = { kind: 'truth', value: true };
const isNever = (condition: Condition): boolean => condition.kind === 'truth' && condition.value !== true;

function piecesOf(quantity: Quantity): Pieces {
  switch (quantity.kind) {
    case 'constant':
      return quantity.value === null
        ? []
        : [{ condition: always, constant: BigInt(quantity.value), factors: new Map() }];
    case 'column':
      return [{ condition: always, constant: 0n, factors: new Map([[quantity.column, 1n]]) }];
    case 'rescale':
      return scaled(piecesOf(quantity.operand), 10n ** BigInt(quantity.decimals - quantity.operand.decimals));
    case 'add':
      return crossed(piecesOf(quantity.left), piecesOf(quantity.right), (a, b) => [plus(a, b, 1n)]);
    case 'subtract':
      return crossed(piecesOf(quantity.left), piecesOf(quantity.right), (a, b) => [plus(a, b, -1n)]);
    case 'multiply': {
      const [left, right] = [quantity.left, quantity.right];
      const [fixed, other] = left.kind === 'constant' ? [left, right] : [right, left];
      if (fixed.kind !== 'constant') return undefined;
      return fixed.value === null ? [] : scaled(piecesOf(other), BigInt(fixed.value));
    }
    case 'min':
      return crossed(piecesOf(quantity.left), piecesOf(quantity.right), (a, b) => split(quantity, a, b, '<=', '>'));
    case 'max':
      return crossed(piecesOf(quantity.left), piecesOf(quantity.right), (a, b) => split(quantity, a, b, '>=', '<'));
    case 'choose': {
      const [yes, no] = [piecesOf(quantity.consequent), piecesOf(quantity.alternative)];
      if (yes === undefined || no === undefined) return undefined;
      const taken = isTrue(quantity.condition);
      return [
        ...yes.map((piece) => ({ ...piece, condition: all([taken, piece.condition]) })),
        ...no.map((piece) => ({ ...piece, condition: all([not(taken), piece.condition]) })),
      ];
    }
    case 'quotient':
    case 'round':
      return undefined;
  }
}

function scaled(pieces: Pieces, factor: bigint): Pieces {
  return pieces?.map(({ condition, constant, factors }) => ({
    condition,
    constant: constant * factor,
    factors: new Map([...factors].map(([column, by]) => [column, by * factor])),
  }));
}

function crossed(left: Pieces, right: Pieces, join: (a: Piece, b: Piece) => readonly Piece[]): Pieces {
  if (left === undefined || right === undefined) return undefined;
  const pieces = left.flatMap((a) => right.flatMap((b) => join(a, b))).filter(({ condition }) => !isNever(condition));
  return pieces.length > mostPieces ? undefined : pieces;
}

function plus(a: Piece, b: Piece, sign: 1n | -1n): Piece {
  const factors = new Map(a.factors);
  for (const [column, by] of b.factors) factors.set(column, (factors.get(column) ?? 0n) + sign * by);
  return { condition: all([a.condition, b.condition]), constant: a.constant + sign * b.constant, factors };
}

/** The lesser or greater of two: each where it is. */
function split(
  { left, right }: { readonly left: Quantity; readonly right: Quantity },
  a: Piece,
  b: Piece,
  first: ConditionOperator,
  second: ConditionOperator,
): readonly Piece[] {
  const both = all([a.condition, b.condition]);
  const known = [...new Set([...a.factors.keys(), ...b.factors.keys()])].map(knownOf);
  const difference = plus(a, b, -1n);
  const where = (operator: ConditionOperator): Condition =>
    all([both, ...known, findSimple(difference, operator) ?? isTrue({ kind: 'compare', operator, left, right })]);
  return [
    { ...a, condition: where(first) },
    { ...b, condition: where(second) },
  ];
}

/** `factor × column + constant <= 0` as an interval of that column; a comparison of constants is decided. */
function findSimple({ constant, factors }: Piece, operator: ConditionOperator): Condition | undefined {
  const terms = [...factors].filter(([, factor]) => factor !== 0n);
  const [term, ...more] = terms;
  if (more.length > 0) return undefined;
  if (term === undefined) return { kind: 'truth', value: holds(constant, operator) };
  const [column, factor] = term;
  const turned = factor > 0n ? operator : ({ '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const)[operator as '<'];
  const [low, high] = [floorOf(-constant, factor), -floorOf(constant, factor)];
  const isExactly = low === high;
  switch (turned) {
    case '<=':
      return within(column, [interval(undefined, Number(low))], false);
    case '<':
      return within(column, [interval(undefined, Number(isExactly ? low - 1n : low))], false);
    case '>=':
      return within(column, [interval(Number(high))], false);
    case '>':
      return within(column, [interval(Number(isExactly ? high + 1n : high))], false);
    case '=':
    case '!=':
    case undefined:
      return undefined;
  }
}

function holds(value: bigint, operator: ConditionOperator): boolean {
  return {
    '<': value < 0n,
    '<=': value <= 0n,
    '>': value > 0n,
    '>=': value >= 0n,
    '=': value === 0n,
    '!=': value !== 0n,
  }[operator];
}

/** The greatest integer not above a / b. */
function floorOf(a: bigint, b: bigint): bigint {
  const whole = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? whole - 1n : whole;
}

const knownOf = (column: string): Condition => within(column, [{}], false);

/** A linear form is null where one of its columns is; an interval of a column says already that it is known. */
function withKnown({ condition, factors }: Piece): Condition {
  const parts = condition.kind === 'all' ? condition.operands : [condition];
  const said = new Set(
    parts.flatMap((part) => (part.kind === 'within' && part.whenNull === false && !isOpen(part) ? [part.column] : [])),
  );
  const rest = parts.filter((part) => !(part.kind === 'within' && isOpen(part) && said.has(part.column)));
  return all([...rest, ...[...factors.keys()].filter((column) => !said.has(column)).map(knownOf)]);
}

/** An interval without ends: any known value. */
function isOpen(part: Condition & { readonly kind: 'within' }): boolean {
  return part.intervals.some(({ low, high }) => low === undefined && high === undefined);
}
