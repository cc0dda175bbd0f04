import { deletePart, insertPart, updatePart, type AddParameter, type CaseTable, type Rows } from './tableWrite.ts';

/** What steps do to one table: rows that are new, changed or gone. */
export interface TableDiff<T> {
  readonly added: Rows<T>;
  readonly changed: Rows<T>;
  readonly gone: Rows<T>;
  /** The parts of a statement that write it. */
  parts(add: AddParameter): readonly string[];
}

const none = <T>(): Rows<T> => ({ places: [], rows: [] });

export function tableDiff<T>(table: CaseTable<T>): TableDiff<T> {
  const added = none<T>();
  const changed = none<T>();
  const gone = none<T>();
  return {
    added,
    changed,
    gone,
    parts: (add) => [
      ...(gone.rows.length === 0 ? [] : [deletePart(table, gone, add)]),
      ...(changed.rows.length === 0 ? [] : [updatePart(table, changed, add)]),
      ...(added.rows.length === 0 ? [] : [insertPart(table, added, add)]),
    ],
  };
}

export function put<T>({ places, rows }: Rows<T>, place: number, one: T): void {
  places.push(place);
  rows.push(one);
}

/**
 * Sorts out what became of one kind of thing in a case; the reducer replaces what it changes, and keeps the rest as it is.
 * @param idOf what tells the things of a case from each other
 * @param rowOf the row of a thing, asked for only where it is written
 */
export function compare<Thing, T>(
  { added, changed, gone }: TableDiff<T>,
  place: number,
  before: readonly Thing[],
  after: readonly Thing[],
  idOf: (one: Thing) => unknown,
  rowOf: (one: Thing) => T,
): void {
  if (before === after) return;
  // Most lists have a few things, and most of these stay as they are: no map is made for them.
  for (const one of after) {
    if (before.includes(one)) continue;
    const id = idOf(one);
    put(before.some((old) => idOf(old) === id) ? changed : added, place, rowOf(one));
  }
  for (const old of before) {
    if (after.includes(old)) continue;
    const id = idOf(old);
    if (!after.some((one) => idOf(one) === id)) put(gone, place, rowOf(old));
  }
}
