import type { FeelValue } from '@yiwang/feel';
import type { RegisterColumn } from '../register/register.ts';
import type { Choice, Condition, Quantity } from './formula.ts';

/** What is known of an expression's value before there is a row: a constant, a formula, or a structure of such. */
export type Term =
  | { readonly sort: 'constant'; readonly value: FeelValue }
  | { readonly sort: 'condition'; readonly condition: Condition }
  | { readonly sort: 'number'; readonly quantity: Quantity }
  /** Days since 1970-01-01. */
  | { readonly sort: 'date'; readonly quantity: Quantity }
  | { readonly sort: 'text'; readonly choice: Choice }
  /** One row of the register. */
  | { readonly sort: 'row' }
  | { readonly sort: 'context'; readonly entries: ReadonlyMap<string, Term> }
  | { readonly sort: 'list'; readonly items: readonly Term[] }
  /** A knowledge model, a boxed function, or one written in FEEL. */
  | {
      readonly sort: 'function';
      readonly parameters: readonly string[];
      readonly call: (values: readonly Term[]) => Term;
    };

/** What names stand for. */
export type Terms = ReadonlyMap<string, Term>;

export const constantTerm = (value: FeelValue): Term => ({ sort: 'constant', value });
export const nothing: Term = { sort: 'constant', value: null };

export const isNothing = (term: Term): boolean => term.sort === 'constant' && term.value === null;

/** Years 0001 to 9999, in days since 1970-01-01. */
const days = { decimals: 0, min: -719_162, max: 2_932_896 };

/** The value of a column in whatever row. */
export function columnTerm(column: RegisterColumn): Term {
  const { name } = column;
  switch (column.type) {
    case 'number': {
      const { decimals, min, max } = column;
      return { sort: 'number', quantity: { kind: 'column', column: name, decimals, min, max } };
    }
    case 'date':
      return { sort: 'date', quantity: { kind: 'column', column: name, ...days } };
    case 'boolean':
      return { sort: 'condition', condition: { kind: 'flag', column: name, whenNull: null } };
    case 'string':
      return { sort: 'text', choice: { kind: 'textColumn', column: name } };
  }
}

/** The items of a list that is known item by item. */
export function itemsOf(term: Term): readonly Term[] | undefined {
  if (term.sort === 'list') return term.items;
  return term.sort === 'constant' && Array.isArray(term.value) ? term.value.map(constantTerm) : undefined;
}
