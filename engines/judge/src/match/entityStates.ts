import type { Sql } from '@yiwang/postgres';
import { faults } from '../faults.ts';
import { isProblem, readCell, type Cell } from '../register/cell.ts';
import type { RegisterChange } from '../register/findChanges.ts';
import { findEntities, type EntityKey } from '../register/findEntity.ts';
import type { Register } from '../register/register.ts';
import type { RowState } from './matchTable.ts';

/** The entities that some changes are about, each once. */
export function changedKeys(changes: readonly RegisterChange[]): EntityKey[] {
  const keys = new Map<string, EntityKey>();
  for (const { region, code } of changes) keys.set(region + code, { region, code });
  return [...keys.values()];
}

/** Cells of values as they are told outside. @throws judge.registerValue where the model does not allow one */
function cellsOf(register: Register, { region, code }: EntityKey, values: Readonly<Record<string, unknown>>): Cell[] {
  return register.columns.map((column) => {
    const cell = readCell(column, values[column.name]);
    if (isProblem(cell)) throw faults.registerValue({ register: register.code, region, code, column: column.name });
    return cell;
  });
}

/** Entities asked for at once. */
const slice = 2000;

/** Entities as the database has them now. */
export async function statesNow(sql: Sql, register: Register, keys: readonly EntityKey[]): Promise<RowState[]> {
  const states: RowState[] = [];
  for (let from = 0; from < keys.length; from += slice) {
    const some = keys.slice(from, from + slice);
    const found = new Map<string, Readonly<Record<string, unknown>>>();
    for (const { region, code, values } of await findEntities(sql, register, some)) found.set(region + code, values);
    for (const { region, code } of some) {
      const values = found.get(region + code);
      states.push({ region, code, cells: values === undefined ? null : cellsOf(register, { region, code }, values) });
    }
  }
  return states;
}

/** Entities as they were before these changes, which are in order within each district. */
export function statesBefore(register: Register, changes: readonly RegisterChange[]): RowState[] {
  const first = new Map<string, RowState>();
  for (const { region, code, before } of changes) {
    if (first.has(region + code)) continue;
    const cells = before === null ? null : cellsOf(register, { region, code }, before);
    first.set(region + code, { region, code, cells });
  }
  return [...first.values()];
}
