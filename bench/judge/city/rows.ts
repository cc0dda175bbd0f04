import { missingFlag, missingInt, type RegisterRows } from '@yiwang/judge';
import { cityRegister } from './cityRegister.ts';

/** One row as the engines that take an object at a time see it. */
export type Row = Record<string, number | boolean | string | null>;

export function rowOf(rows: RegisterRows, row: number): Row {
  return Object.fromEntries(
    cityRegister.columns.map(({ name }, index): [string, Row[string]] => {
      const column = rows.columns[index];
      const value = column?.values[row];
      if (column === undefined || value === undefined || Number.isNaN(value) || value === missingInt)
        return [name, null];
      if (column.kind === 'flag') return [name, value === missingFlag ? null : value === 1];
      return [name, column.kind === 'text' ? column.texts.textAt(value) : value];
    }),
  );
}

/** CSV of some rows, in pieces; a text is its ordinal, and nothing stands for what is missing. */
export function* csvOf(rows: RegisterRows, count: number): Generator<string> {
  let piece = `${cityRegister.columns.map(({ name }) => name).join(',')}\n`;
  for (let row = 0; row < count; row += 1) {
    for (let index = 0; index < rows.columns.length; index += 1) {
      const column = rows.columns[index];
      const value = column?.values[row] ?? missingInt;
      const isMissing =
        value === missingInt || Number.isNaN(value) || (column?.kind === 'flag' && value === missingFlag);
      if (index > 0) piece += ',';
      if (!isMissing) piece += value;
    }
    piece += '\n';
    if (piece.length < 4_000_000) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}
