import { quoteName } from '@yiwang/postgres';
import { faults } from '../faults.ts';
import type { Choice, Condition, Formula, Quantity } from '../formula/formula.ts';
import type { Register, RegisterColumn } from '../register/register.ts';
import { halfEven, longQuotient } from './halfEven.ts';
import { amongSql, flagSql, truthSql, withinSql } from './leafSql.ts';
import { numberLiteral, textLiteral } from './literals.ts';

export interface SqlOptions {
  /** Of the register's table in the statement. */
  readonly alias: string;
  readonly register: Register;
}

/** A quantity that is rounded is written twice, so formulas that round what they rounded grow fast. */
const mostCharacters = 1_000_000;

/**
 * A formula as one expression of PostgreSQL 15 over the register's table, without parameters: a boolean, a numeric (the natural value, not
 * the scaled integer) or a text. It gives for every row what `evaluateFormula` gives, null included.
 * @throws judge.notSql where it names a column the register has not, or becomes longer than a million characters
 */
export function formulaSql(formula: Formula, { alias, register }: SqlOptions): string {
  const columns = new Map<string, RegisterColumn>(register.columns.map((column) => [column.name, column]));
  columns.set('region', { name: 'region', label: { zh: '行政区划', en: 'Region' }, type: 'string' });
  return sqlOf({ alias, columns, written: new Map() }, formula);
}

interface Writing {
  readonly alias: string;
  readonly columns: ReadonlyMap<string, RegisterColumn>;
  /** Formulas share parts; each is written once. */
  readonly written: Map<Formula, string>;
}

function sqlOf(writing: Writing, formula: Formula): string {
  const known = writing.written.get(formula);
  if (known !== undefined) return known;
  const text = write(writing, formula);
  if (text.length > mostCharacters) {
    throw faults.notSql({ whatZh: '公式写成 SQL 后过长', what: 'the formula is too long as SQL' });
  }
  writing.written.set(formula, text);
  return text;
}

function write(writing: Writing, formula: Formula): string {
  const of = (part: Formula): string => sqlOf(writing, part);
  const column = (name: string): string => quoteName(writing.alias, modelOf(writing, name).name);
  switch (formula.kind) {
    case 'truth':
      return truthSql(formula.value);
    case 'among':
      return amongSql(column(formula.column), formula);
    case 'within':
      return withinSql(column(formula.column), modelOf(writing, formula.column), formula);
    case 'flag':
      return flagSql(column(formula.column), formula.whenNull);
    case 'compare':
      return `(${of(formula.left)} ${operators[formula.operator]} ${of(formula.right)})`;
    case 'not':
      return `(NOT ${of(formula.operand)})`;
    case 'all':
      return formula.operands.length === 0 ? 'TRUE' : `(${formula.operands.map(of).join(' AND ')})`;
    case 'any':
      return formula.operands.length === 0 ? 'FALSE' : `(${formula.operands.map(of).join(' OR ')})`;
    case 'isTrue':
      return `(${of(formula.operand)} IS TRUE)`;
    case 'isNull':
      return `(${of(formula.operand)} IS NULL)`;
    case 'if':
    case 'choose':
    case 'chooseText':
      return cases(writing, formula);
    case 'constant':
      return formula.value === null ? 'NULL::numeric' : numberLiteral(formula.value, formula.decimals);
    case 'column': {
      const name = column(formula.column);
      return modelOf(writing, formula.column).type === 'date' ? `(${name} - DATE '1970-01-01')::numeric` : name;
    }
    case 'rescale':
      return of(formula.operand);
    case 'add':
      return `(${of(formula.left)} + ${of(formula.right)})`;
    case 'subtract':
      return `(${of(formula.left)} - ${of(formula.right)})`;
    case 'multiply':
      return `(${of(formula.left)} * ${of(formula.right)})`;
    case 'min':
    case 'max':
      return extreme(writing, formula, formula.kind);
    case 'round':
      return halfEven(of(formula.operand), formula.decimals);
    case 'quotient':
      return halfEven(
        longQuotient(of(formula.left), of(formula.right), Math.max(formula.decimals, formula.left.decimals)),
        formula.decimals,
      );
    case 'text':
      return formula.value === null ? 'NULL::text' : `${textLiteral(formula.value)}::text`;
    case 'textColumn':
      return column(formula.column);
  }
}

/** `=` and `!=` know null, an order does not. */
const operators = {
  '=': 'IS NOT DISTINCT FROM',
  '!=': 'IS DISTINCT FROM',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
} as const;

function modelOf({ columns }: Writing, name: string): RegisterColumn {
  const column = columns.get(name);
  if (column === undefined) throw faults.notSql({ whatZh: `名录没有“${name}”`, what: `the register has no “${name}”` });
  return column;
}

type Chosen =
  | (Condition & { readonly kind: 'if' })
  | (Quantity & { readonly kind: 'choose' })
  | (Choice & { readonly kind: 'chooseText' });

/** A chain of choices as one CASE, as deep as its deepest branch only. */
function cases(writing: Writing, first: Chosen): string {
  const arms: string[] = [];
  let at: Formula = first;
  while (at.kind === 'if' || at.kind === 'choose' || at.kind === 'chooseText') {
    arms.push(`WHEN ${sqlOf(writing, at.condition)} THEN ${sqlOf(writing, at.consequent)}`);
    at = at.alternative;
  }
  return `CASE ${arms.join(' ')} ELSE ${sqlOf(writing, at)} END`;
}

/** LEAST and GREATEST pass over what is null, FEEL does not: they are asked only where nothing is. */
function extreme(writing: Writing, quantity: Quantity, kind: 'min' | 'max'): string {
  const operands = operandsOf(quantity, kind);
  const missing = new Set(operands.flatMap((operand) => missingIn(writing, operand)));
  const value = `${kind === 'min' ? 'LEAST' : 'GREATEST'}(${operands.map((one) => sqlOf(writing, one)).join(', ')})`;
  return missing.size === 0 ? value : `CASE WHEN ${[...missing].join(' OR ')} THEN NULL ELSE ${value} END`;
}

function operandsOf(quantity: Quantity, kind: 'min' | 'max'): readonly Quantity[] {
  if (quantity.kind === 'rescale') return operandsOf(quantity.operand, kind);
  if (quantity.kind !== kind) return [quantity];
  return [...operandsOf(quantity.left, kind), ...operandsOf(quantity.right, kind)];
}

/** Conditions, never null, of which one holds just where the quantity is null. */
function missingIn(writing: Writing, quantity: Quantity): readonly string[] {
  switch (quantity.kind) {
    case 'constant':
      return quantity.value === null ? ['TRUE'] : [];
    case 'column':
      return [`${quoteName(writing.alias, modelOf(writing, quantity.column).name)} IS NULL`];
    case 'rescale':
    case 'round':
      return missingIn(writing, quantity.operand);
    case 'quotient': {
      const { left, right } = quantity;
      const zero = right.kind === 'constant' && right.value !== 0 ? [] : [`${sqlOf(writing, right)} = 0`];
      return [...missingIn(writing, left), ...missingIn(writing, right), ...zero];
    }
    case 'choose': {
      const yes = missingIn(writing, quantity.consequent);
      const no = missingIn(writing, quantity.alternative);
      if (yes.length === 0 && no.length === 0) return [];
      return [`CASE WHEN ${sqlOf(writing, quantity.condition)} THEN ${either(yes)} ELSE ${either(no)} END`];
    }
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'min':
    case 'max':
      return [...missingIn(writing, quantity.left), ...missingIn(writing, quantity.right)];
  }
}

const either = (conditions: readonly string[]): string =>
  conditions.length === 0 ? 'FALSE' : `(${[...new Set(conditions)].join(' OR ')})`;
