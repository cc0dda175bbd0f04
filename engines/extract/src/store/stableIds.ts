import type { Span, Statement } from '../reading.ts';
import type { ReadRows } from './readRows.ts';

const spanKey = ({ start, end }: Span): string => `${start}-${end}`;

interface Identified {
  readonly id: string;
}

/** Gives each row the id that the row at its key had before; a new one keeps its own where that is free, else gets the next. */
function allot<Row extends Identified>(
  letter: string,
  rows: readonly { readonly row: Row; readonly key: string }[],
  before: ReadonlyMap<string, string>,
): ReadonlyMap<Row, string> {
  const taken = new Set(before.values());
  const form = new RegExp(`^${letter}([1-9][0-9]{0,5})$`);
  const numbers = [...taken, ...rows.map(({ row }) => row.id)].map((id) => Number(form.exec(id)?.[1] ?? 0));
  let next = numbers.reduce((most, one) => Math.max(most, one), 0) + 1;
  const unused = new Map(before);
  const given = new Map<Row, string>();
  for (const { row, key } of rows) {
    const old = unused.get(key);
    if (old === undefined) continue;
    unused.delete(key);
    given.set(row, old);
  }
  for (const { row } of rows) {
    if (given.has(row)) continue;
    const id = form.test(row.id) && !taken.has(row.id) ? row.id : `${letter}${next++}`;
    taken.add(id);
    given.set(row, id);
  }
  return given;
}

/** A key that is there several times is told apart by the order in the text. */
function keyed<Row>(rows: readonly Row[], keyOf: (row: Row) => string): { readonly row: Row; readonly key: string }[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const key = keyOf(row);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return { row, key: nth === 1 ? key : `${key}#${nth}` };
  });
}

/** All statements of a reading with the key of their place: those that stand first, then those of the other readings. */
function statementKeys({ statements, ambiguities }: ReadRows) {
  const others = ambiguities.flatMap(({ span, readings }) =>
    readings
      .slice(1)
      .flatMap((reading, n) => reading.statements.map((row) => ({ row, at: `${spanKey(span)}/${n + 1}` }))),
  );
  const where = new Map(others.map(({ row, at }) => [row, at]));
  return keyed(
    [...statements, ...others.map(({ row }) => row)],
    (row) => `${where.get(row) ?? ''}${spanKey(row.span)}`,
  );
}

/**
 * The rows with ids that hold over a second reading of the same text, by a later version of the machine or from the text where
 * only the figures were known: what was corrected stays what was corrected. Within one reading every id is there once.
 */
export function stableIds(read: ReadRows, before?: ReadRows): ReadRows {
  const known = <Row extends Identified>(rows: readonly { row: Row; key: string }[]) =>
    new Map(rows.map(({ row, key }) => [key, row.id]));
  const bySpan = <Row extends { readonly span: Span }>(rows: readonly Row[]) =>
    keyed(rows, ({ span }) => spanKey(span));
  const none: ReadRows = { statements: [], tasks: [], systems: [], ambiguities: [], links: [] };
  const old = before ?? none;
  const statements = allot('s', statementKeys(read), known(statementKeys(old)));
  const ambiguities = allot('a', bySpan(read.ambiguities), known(bySpan(old.ambiguities)));
  const tasks = allot('t', bySpan(read.tasks), known(bySpan(old.tasks)));
  const systems = allot(
    'y',
    keyed(read.systems, ({ name }) => name),
    known(keyed(old.systems, ({ name }) => name)),
  );
  const standing = new Map(read.statements.map((row) => [row.id, statements.get(row) ?? row.id]));
  const places = new Map(read.ambiguities.map((row) => [row.id, ambiguities.get(row) ?? row.id]));
  const linked = read.links.map((link) => ({
    ...link,
    fact: standing.get(link.fact) ?? link.fact,
    target: standing.get(link.target) ?? link.target,
  }));
  const pair = ({ fact, target }: { fact: string; target: string }): string => `${fact} ${target}`;
  const links = allot('l', keyed(linked, pair), known(keyed(old.links, pair)));
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
    links: linked.map((row) => ({ ...row, id: links.get(row) ?? row.id })),
  };
}
