import type { Span, Statement } from '../reading.ts';
import type { ReadRows } from './readRows.ts';

interface Placed<Row> {
  readonly row: Row;
  /** Where it stands, the same for the same row in another reading of the text. */
  readonly place: string;
}

const placeOf = ({ start, end }: Span): string => `${start}-${end}`;

/** A place that is there several times is told apart by the order. */
function placed<Row>(rows: readonly Row[], of: (row: Row) => string): Placed<Row>[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const place = of(row);
    const nth = (seen.get(place) ?? 0) + 1;
    seen.set(place, nth);
    return { row, place: nth === 1 ? place : `${place}#${nth}` };
  });
}

/** All statements of a reading: those that stand first, then those of the other readings of ambiguous places. */
export function statementsAtPlaces({ statements, ambiguities }: ReadRows): readonly Placed<Statement>[] {
  const others = ambiguities.flatMap(({ span, readings }) =>
    readings
      .slice(1)
      .flatMap((reading, n) => reading.statements.map((row) => ({ row, at: `${placeOf(span)}/${n + 1}` }))),
  );
  const where = new Map(others.map(({ row, at }) => [row, at]));
  return placed(
    [...statements, ...others.map(({ row }) => row)],
    (row) => `${where.get(row) ?? ''}${placeOf(row.span)}`,
  );
}

/** Every row's id by its place. */
export function idsByPlace(rows: ReadRows): ReadonlyMap<string, string> {
  const statements = statementsAtPlaces(rows);
  const placeOfId = new Map(statements.map(({ row, place }) => [row.id, place]));
  const all: readonly (readonly [string, readonly Placed<{ readonly id: string }>[]])[] = [
    ['s', statements],
    ['a', placed(rows.ambiguities, ({ span }) => placeOf(span))],
    ['t', placed(rows.tasks, ({ span }) => placeOf(span))],
    ['y', placed(rows.systems, ({ name }) => name)],
    ['l', placed(rows.links, ({ fact, target }) => `${placeOfId.get(fact)} ${placeOfId.get(target)}`)],
  ];
  return new Map(all.flatMap(([kind, list]) => list.map(({ row, place }) => [`${kind} ${place}`, row.id])));
}
