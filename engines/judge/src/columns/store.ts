import { missingFlag, missingInt, type ColumnValues, type RegisterRows } from '../register/registerRows.ts';
import { createArena, type Arena } from './arena.ts';
import { blockRows, planeBytes } from './layout.ts';

/**
 * A register's columns in the kernels' memory, in blocks of rows of one district each, so that counts by district are counts by block. Row and
 * slot are the same entity: `slotOf` and `rowAt` lead from one to the other.
 */
export interface ColumnStore {
  readonly rows: RegisterRows;
  readonly arena: Arena;
  readonly blocks: number;
  /** The ordinal of each block's district. */
  readonly regionOf: Uint16Array;
  /** -1 in the empty slots at the end of a district's last block. */
  readonly rowAt: Int32Array;
  readonly slotOf: Int32Array;
  readonly columns: readonly StoredColumn[];
  /** A plane of the slots that hold an entity of the register. */
  readonly live: number;
}

/** Where the values of a column stand; a text that has too many values for u16 stays outside. */
export type StoredColumn =
  | { readonly kind: 'int'; readonly address: number; readonly bytes: 4 }
  | { readonly kind: 'double'; readonly address: number; readonly bytes: 8 }
  | { readonly kind: 'flag'; readonly address: number; readonly bytes: 1 }
  /** Ordinals + 1; 0 where there is none. */
  | { readonly kind: 'text'; readonly address: number; readonly bytes: 2 }
  | { readonly kind: 'outside' };

/** Texts of a column that a u16 tells apart, with room for new ones. */
const mostTexts = 60_000;

export function storeColumns(rows: RegisterRows): ColumnStore {
  const arena = createArena();
  const { rowAt, regionOf } = inBlocks(rows);
  const slotOf = new Int32Array(rows.count).fill(-1);
  for (const [slot, row] of rowAt.entries()) if (row >= 0) slotOf[row] = slot;
  const slots = rowAt.length;
  const columns = rows.columns.map((column): StoredColumn => {
    switch (column.kind) {
      case 'int':
        return { kind: 'int', bytes: 4, address: arena.allocate(slots * 4) };
      case 'double':
        return { kind: 'double', bytes: 8, address: arena.allocate(slots * 8) };
      case 'flag':
        return { kind: 'flag', bytes: 1, address: arena.allocate(slots) };
      case 'text':
        return column.texts.size > mostTexts
          ? { kind: 'outside' }
          : { kind: 'text', bytes: 2, address: arena.allocate(slots * 2) };
    }
  });
  const blocks = regionOf.length;
  const live = arena.allocate(blocks * planeBytes);
  const store = { rows, arena, blocks, regionOf, rowAt, slotOf, columns, live };
  for (const [index, stored] of columns.entries()) {
    const column = rows.columns[index];
    if (column !== undefined) fillColumn(store, stored, column);
  }
  const bits = new Uint32Array(arena.memory.buffer, live, slots / 32);
  for (const [slot, row] of rowAt.entries()) {
    if (row >= 0 && rows.live[row] === 1) bits[slot >> 5] = (bits[slot >> 5] ?? 0) | (1 << (slot & 31));
  }
  return store;
}

/** The rows in an order by district, each district filling up its last block. */
function inBlocks(rows: RegisterRows): { readonly rowAt: Int32Array; readonly regionOf: Uint16Array } {
  const counts = new Int32Array(Math.max(1, rows.regions.size));
  for (let row = 0; row < rows.count; row += 1) {
    const region = rows.regionOf[row] ?? 0;
    counts[region] = (counts[region] ?? 0) + 1;
  }
  const next = new Int32Array(counts.length);
  const regions: number[] = [];
  for (const [region, count] of counts.entries()) {
    next[region] = regions.length * blockRows;
    for (let block = 0; block < Math.ceil(count / blockRows); block += 1) regions.push(region);
  }
  const rowAt = new Int32Array(regions.length * blockRows).fill(-1);
  for (let row = 0; row < rows.count; row += 1) {
    const region = rows.regionOf[row] ?? 0;
    const slot = next[region] ?? 0;
    rowAt[slot] = row;
    next[region] = slot + 1;
  }
  return { rowAt, regionOf: Uint16Array.from(regions) };
}

/** A loop for each kind: one loop over four kinds of arrays would take five times as long. */
function fillColumn(
  { rowAt, arena }: Pick<ColumnStore, 'rowAt' | 'arena'>,
  stored: StoredColumn,
  column: ColumnValues,
): void {
  if (stored.kind === 'outside') return;
  const target = viewOf(arena, stored, rowAt.length);
  if (column.kind === 'double' && target instanceof Float64Array) return put(rowAt, column.values, target, Number.NaN);
  if (column.kind === 'int' && target instanceof Int32Array) return put(rowAt, column.values, target, missingInt);
  if (column.kind === 'flag' && target instanceof Uint8Array) return put(rowAt, column.values, target, missingFlag);
  if (column.kind !== 'text') return;
  const { values } = column;
  for (let slot = 0; slot < rowAt.length; slot += 1) {
    const value = values[rowAt[slot] ?? -1] ?? missingInt;
    target[slot] = value === missingInt ? 0 : value + 1;
  }
}

function put<T extends Float64Array | Int32Array | Uint8Array>(
  rowAt: Int32Array,
  values: T,
  target: T,
  missing: number,
): void {
  const room = rowAt.length;
  for (let slot = 0; slot < room; slot += 1) {
    const row = rowAt[slot] ?? -1;
    target[slot] = row < 0 ? missing : (values[row] ?? missing);
  }
}

type Stored = Exclude<StoredColumn, { readonly kind: 'outside' }>;

/** The values of a column as they stand in memory. Asked for anew after memory grew. */
export function viewOf(arena: Arena, { kind, address }: Stored, slots: number) {
  const { buffer } = arena.memory;
  switch (kind) {
    case 'int':
      return new Int32Array(buffer, address, slots);
    case 'double':
      return new Float64Array(buffer, address, slots);
    case 'flag':
      return new Uint8Array(buffer, address, slots);
    case 'text':
      return new Uint16Array(buffer, address, slots);
  }
}
