import type { Statement } from '../reading.ts';
import type { ReadRows } from './readRows.ts';
import { statementsAtPlaces } from './rowPlaces.ts';

interface Identified {
  readonly id: string;
}

/** Every row keeps its id where that is of the proper form and not given yet; else it gets the next one. */
function allot<Row extends Identified>(letter: string, rows: readonly Row[]): ReadonlyMap<Row, string> {
  const form = new RegExp(`^${letter}([1-9][0-9]{0,5})$`);
  let next = rows.reduce((most, { id }) => Math.max(most, Number(form.exec(id)?.[1] ?? 0)), 0) + 1;
  const taken = new Set<string>();
  return new Map(
    rows.map((row) => {
      const id = form.test(row.id) && !taken.has(row.id) ? row.id : `${letter}${next++}`;
      taken.add(id);
      return [row, id];
    }),
  );
}

/** The rows of a reading with ids by which each can be named: of one form, and each given once, also among the other readings. */
export function stableIds(read: ReadRows): ReadRows {
  const statements = allot(
    's',
    statementsAtPlaces(read).map(({ row }) => row),
  );
  const ambiguities = allot('a', read.ambiguities);
  const tasks = allot('t', read.tasks);
  const systems = allot('y', read.systems);
  const links = allot('l', read.links);
  const standing = new Map(read.statements.map((row) => [row.id, statements.get(row) ?? row.id]));
  const places = new Map(read.ambiguities.map((row) => [row.id, ambiguities.get(row) ?? row.id]));
  const named = (statement: Statement, id: string): Statement =>
    statement.ambiguity === undefined
      ? { ...statement, id }
      : { ...statement, id, ambiguity: places.get(statement.ambiguity) ?? statement.ambiguity };
  return {
    statements: read.statements.map((row) => named(row, statements.get(row) ?? row.id)),
    tasks: read.tasks.map((row) => ({ ...row, id: tasks.get(row) ?? row.id })),
    systems: read.systems.map((row) => ({ ...row, id: systems.get(row) ?? row.id })),
    ambiguities: read.ambiguities.map((row) => ({
      ...row,
      id: ambiguities.get(row) ?? row.id,
      readings: row.readings.map((reading, n) => ({
        ...reading,
        statements: reading.statements.map((one) =>
          named(one, (n === 0 ? standing.get(one.id) : statements.get(one)) ?? one.id),
        ),
      })),
    })),
    links: read.links.map((row) => ({
      ...row,
      id: links.get(row) ?? row.id,
      fact: standing.get(row.fact) ?? row.fact,
      target: standing.get(row.target) ?? row.target,
    })),
  };
}
