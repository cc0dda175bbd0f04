import type { Interval } from '../formula/formula.ts';
import { rowCondition } from '../match/plainFormula.ts';
import { missingFlag, missingInt } from '../register/registerRows.ts';
import { buildComparison } from './buildComparison.ts';
import type { Leaf } from './gates.ts';
import type { Kernels } from './kernels.ts';
import { blockRows, planeBytes } from './layout.ts';
import type { ColumnStore, StoredColumn } from './store.ts';

/** Fills the plane of a leaf for all rows: by a kernel where it is about one column, row by row where it compares several. */
export function buildLeaf(store: ColumnStore, kernels: Kernels, leaf: Leaf, plane: number): void {
  const end = plane + store.blocks * planeBytes;
  switch (leaf.kind) {
    case 'within':
      return buildWithin(store, kernels, leaf, plane, end);
    case 'flag': {
      const column = columnOf(store, leaf.column);
      if (column?.kind !== 'flag') break;
      const wanted = leaf.whenNull === true ? [1, missingFlag] : [1];
      return joined(store, plane, end, wanted, (value, out, to) => kernels.equal8(column.address, out, to, value));
    }
    case 'among': {
      const column = columnOf(store, leaf.column);
      if (column?.kind !== 'text') break;
      const table = memberTable(store, leaf.column, leaf.values, leaf.whenNull === true);
      return kernels.member(column.address, plane, end, table);
    }
    case 'compare':
    case 'isTrue':
    case 'isNull':
  }
  if (!buildComparison(store, leaf, plane)) buildByRow(store, leaf, plane);
}

function columnOf(store: ColumnStore, name: string): StoredColumn | undefined {
  return store.columns[store.rows.register.columns.findIndex((column) => column.name === name)];
}

function buildWithin(
  store: ColumnStore,
  kernels: Kernels,
  leaf: Leaf & { readonly kind: 'within' },
  plane: number,
  end: number,
): void {
  const column = columnOf(store, leaf.column);
  if (column?.kind === 'int') {
    const intervals = leaf.intervals.flatMap(withinInt);
    if (leaf.whenNull === true) intervals.push([missingInt, missingInt]);
    return joined(store, plane, end, intervals, ([low, high], out, to) =>
      kernels.within32(column.address, out, to, low, high),
    );
  }
  if (column?.kind === 'double') {
    const parts = [...leaf.intervals, ...(leaf.whenNull === true ? ['missing' as const] : [])];
    return joined(store, plane, end, parts, (part, out, to) => {
      if (part === 'missing') kernels.missing64(column.address, out, to);
      else kernels.within64(column.address, out, to, part.low ?? -Infinity, part.high ?? Infinity);
    });
  }
  buildByRow(store, leaf, plane);
}

const mostInt = 2_147_483_647;

/** As i32 ends; what is missing stands below them all, and is in no interval. */
function withinInt({ low = -mostInt, high = mostInt }: Interval): [number, number][] {
  const [from, to] = [Math.max(low, -mostInt), Math.min(high, mostInt)];
  return from > to ? [] : [[from, to]];
}

/** Several parts are built aside and joined. */
function joined<T>(
  { arena, blocks }: ColumnStore,
  plane: number,
  end: number,
  parts: readonly T[],
  build: (part: T, out: number, end: number) => void,
): void {
  const [first, ...more] = parts;
  if (first === undefined) {
    new Uint8Array(arena.memory.buffer, plane, blocks * planeBytes).fill(0);
    return;
  }
  build(first, plane, end);
  if (more.length === 0) return;
  const aside = arena.scratch(blocks * planeBytes);
  for (const part of more) {
    build(part, aside, aside + blocks * planeBytes);
    const target = new Uint32Array(arena.memory.buffer, plane, (blocks * planeBytes) / 4);
    const added = new Uint32Array(arena.memory.buffer, aside, target.length);
    for (let word = 0; word < target.length; word += 1) target[word] = (target[word] ?? 0) | (added[word] ?? 0);
  }
}

/** A byte for each ordinal + 1 of a column's texts; the first is for what is missing. */
function memberTable(store: ColumnStore, name: string, values: readonly string[], missing: boolean): number {
  const table = store.arena.scratch(65_536);
  const bytes = new Uint8Array(store.arena.memory.buffer, table, 65_536).fill(0);
  if (missing) bytes[0] = 1;
  const column = store.rows.columns[store.rows.register.columns.findIndex((one) => one.name === name)];
  if (column?.kind !== 'text') return table;
  for (const value of values) {
    const ordinal = column.texts.find(value);
    if (ordinal >= 0) bytes[ordinal + 1] = 1;
  }
  return table;
}

function buildByRow(store: ColumnStore, leaf: Leaf, plane: number): void {
  const holds = rowCondition(leaf, store.rows);
  const { rowAt } = store;
  const words = new Uint32Array(store.arena.memory.buffer, plane, (store.blocks * blockRows) / 32);
  for (let word = 0; word < words.length; word += 1) {
    let bits = 0;
    for (let bit = 0; bit < 32; bit += 1) {
      const row = rowAt[word * 32 + bit] ?? -1;
      if (row >= 0 && holds(row) === true) bits |= 1 << bit;
    }
    words[word] = bits;
  }
}
