import { rowCondition } from '../match/plainFormula.ts';
import { missingFlag, missingInt, type ColumnValues, type RegisterRows } from '../register/registerRows.ts';
import type { Leaf } from './gates.ts';

/** Writes the truth of each leaf for one row to the place of its node. */
export type LeafReader = (row: number, values: Uint8Array) => void;

interface PlacedLeaf {
  readonly node: number;
  readonly leaf: Leaf;
}

/**
 * Conditions of one column are looked up together: its values fall into classes that none of them tells apart, and for each class stands what they
 * all say. The others are worked out one by one.
 */
export function createLeafReader(leaves: readonly PlacedLeaf[], rows: RegisterRows): LeafReader {
  const readers: LeafReader[] = [];
  const byColumn = Map.groupBy(leaves, ({ leaf }) => ('column' in leaf ? leaf.column : ''));
  for (const [name, own] of byColumn) {
    const column = rows.columns[rows.register.columns.findIndex((one) => one.name === name)];
    readers.push(column === undefined ? oneByOne(own, rows) : ofColumn(column, own, rows));
  }
  return (row, values) => {
    for (const read of readers) read(row, values);
  };
}

function oneByOne(leaves: readonly PlacedLeaf[], rows: RegisterRows): LeafReader {
  const nodes = leaves.map(({ node }) => node);
  const conditions = leaves.map(({ leaf }) => rowCondition(leaf, rows));
  return (row, values) => {
    for (let index = 0; index < nodes.length; index += 1) {
      values[nodes[index] ?? 0] = conditions[index]?.(row) === true ? 1 : 0;
    }
  };
}

function ofColumn(column: ColumnValues, leaves: readonly PlacedLeaf[], rows: RegisterRows): LeafReader {
  switch (column.kind) {
    case 'int':
    case 'double':
      return ofNumbers(column, leaves);
    case 'flag': {
      const classes = [0, 1, missingFlag].map((value) => saysOf(leaves, ({ leaf }) => flagHolds(leaf, value)));
      return (row, values) => {
        const value = column.values[row] ?? missingFlag;
        write(leaves, classes[value === missingFlag ? 2 : value], values);
      };
    }
    case 'text': {
      const known: Uint8Array[] = [];
      const missing = saysOf(leaves, ({ leaf }) => 'whenNull' in leaf && leaf.whenNull === true);
      const condition = leaves.map(({ leaf }) => rowCondition(leaf, rows));
      return (row, values) => {
        const ordinal = column.values[row] ?? missingInt;
        const says =
          ordinal === missingInt
            ? missing
            : (known[ordinal] ??= Uint8Array.from(condition, (holds) => Number(holds(row) === true)));
        write(leaves, says, values);
      };
    }
  }
}

const saysOf = (leaves: readonly PlacedLeaf[], holds: (leaf: PlacedLeaf) => boolean): Uint8Array =>
  Uint8Array.from(leaves, (leaf) => Number(holds(leaf)));

function flagHolds(leaf: Leaf, value: number): boolean {
  if (leaf.kind !== 'flag') return false;
  return value === missingFlag ? leaf.whenNull === true : value === 1;
}

function write(leaves: readonly PlacedLeaf[], says: Uint8Array | undefined, values: Uint8Array): void {
  for (let index = 0; index < leaves.length; index += 1) values[leaves[index]?.node ?? 0] = says?.[index] ?? 0;
}

/** Between two bounds that follow each other all conditions stay as they are. */
function ofNumbers(
  column: ColumnValues & { readonly kind: 'int' | 'double' },
  leaves: readonly PlacedLeaf[],
): LeafReader {
  const bounds = new Set<number>();
  for (const { leaf } of leaves) {
    if (leaf.kind !== 'within') continue;
    for (const { low, high } of leaf.intervals) {
      if (low !== undefined) bounds.add(low);
      if (high !== undefined) bounds.add(high + 1);
    }
  }
  const starts = Float64Array.from([...bounds].toSorted((a, b) => a - b));
  const classes = [Number.NEGATIVE_INFINITY, ...starts].map((start) =>
    saysOf(leaves, ({ leaf }) => {
      if (leaf.kind !== 'within') return false;
      return leaf.intervals.some(({ low = -Infinity, high = Infinity }) => low <= start && start <= high);
    }),
  );
  const missing = saysOf(leaves, ({ leaf }) => 'whenNull' in leaf && leaf.whenNull === true);
  const nothing = column.kind === 'double' ? Number.NaN : missingInt;
  return (row, values) => {
    const value = column.values[row] ?? Number.NaN;
    if (value === nothing || Number.isNaN(value)) return write(leaves, missing, values);
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= value) low = middle + 1;
      else high = middle;
    }
    write(leaves, classes[low], values);
  };
}
