import type { ConditionOperator } from '../formula/formula.ts';
import { findBlockQuantity } from './blockQuantity.ts';
import type { Leaf } from './gates.ts';
import { blockRows, planeBytes } from './layout.ts';
import type { ColumnStore } from './store.ts';

/** Fills the plane of a comparison of several columns, whole blocks at a time; false where it is not of that sort. */
export function buildComparison(store: ColumnStore, leaf: Leaf, plane: number): boolean {
  const comparison = findComparison(leaf);
  if (comparison === undefined) return false;
  const [left, right] = [findBlockQuantity(store, comparison.left), findBlockQuantity(store, comparison.right)];
  if (left === undefined || right === undefined) return false;
  const words = new Uint32Array(store.arena.memory.buffer, plane, (store.blocks * planeBytes) / 4);
  const compare = comparers[comparison.operator];
  for (let block = 0; block < store.blocks; block += 1) {
    compare(left(block), right(block), words, (block * blockRows) / 32);
  }
  return true;
}

type Comparison = Leaf & { readonly kind: 'compare' };
type Order = Exclude<ConditionOperator, '=' | '!='>;
const opposites: Readonly<Record<Order, Order>> = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' };

/** An order by itself is three-valued and stands in `isTrue`; so does its opposite, which is unknown for the same rows. */
function findComparison(leaf: Leaf): (Comparison & { readonly operator: Order }) | undefined {
  if (leaf.kind !== 'isTrue') return undefined;
  const { operand } = leaf;
  const isOpposite = operand.kind === 'not';
  const inner = isOpposite ? operand.operand : operand;
  if (inner.kind !== 'compare' || inner.operator === '=' || inner.operator === '!=') return undefined;
  return { ...inner, operator: isOpposite ? opposites[inner.operator] : inner.operator };
}

type Compare = (left: Float64Array, right: Float64Array, words: Uint32Array, from: number) => void;

/** NaN compares with nothing, so what is null is in none of them. */
const comparers: Readonly<Record<Order, Compare>> = {
  '<': (left, right, words, from) => comparers['>'](right, left, words, from),
  '<=': (left, right, words, from) => comparers['>='](right, left, words, from),
  '>': (left, right, words, from) => {
    for (let word = 0; word < blockRows / 32; word += 1) {
      let bits = 0;
      for (let bit = 31; bit >= 0; bit -= 1) {
        bits = (bits << 1) | Number((left[word * 32 + bit] ?? 0) > (right[word * 32 + bit] ?? 0));
      }
      words[from + word] = bits;
    }
  },
  '>=': (left, right, words, from) => {
    for (let word = 0; word < blockRows / 32; word += 1) {
      let bits = 0;
      for (let bit = 31; bit >= 0; bit -= 1) {
        bits = (bits << 1) | Number((left[word * 32 + bit] ?? 0) >= (right[word * 32 + bit] ?? 0));
      }
      words[from + word] = bits;
    }
  },
};
