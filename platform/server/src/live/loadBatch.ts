import type { Clock } from '@yiwang/clock';
import type { Light } from '@yiwang/contract';
import type { Sql } from '@yiwang/postgres';
import { findCaseEvents, findCrossingEvents, type EventNames } from '../screen/liveEvents.ts';
import type { Place } from '../access/guard.ts';
import type { Changes } from './changes.ts';
import type { LoadedBatch } from './seenBatch.ts';

interface PointRow {
  readonly region: string;
  readonly id: string;
  readonly value: number;
  readonly at: Date;
  readonly light: Light;
}

/** Fetches the rows behind the keys, one query a kind, however many watch. */
export async function loadBatch(sql: Sql, clock: Clock, changes: Changes, names: EventNames): Promise<LoadedBatch> {
  const now = clock.now();
  const [signs, things, crossings, cases, places] = await Promise.all([
    findSignValues(sql, changes, names),
    findPoints(sql, changes),
    findCrossingEvents(sql, changes.crossings, names),
    findCaseEvents(sql, now, changes.cases, names),
    findCasePlaces(sql, changes),
  ]);
  return {
    batch: {
      at: now.toISOString(),
      signs,
      things: things.map(({ id, value, at, light }) => ({ id, value, at: at.toISOString(), light })),
      events: [...crossings, ...cases],
      cases: changes.cases.map(([region, id]) => ({ region, id })),
    },
    regionOfThing: new Map(things.map(({ region, id }) => [id, region])),
    placeOfCase: new Map(places.map(({ id, ...place }) => [id, place])),
  };
}

/** The changed districts' signs, and the city's, which is made of them. */
async function findSignValues(
  sql: Sql,
  { signs }: Changes,
  { city }: EventNames,
): Promise<LoadedBatch['batch']['signs']> {
  if (signs.length === 0) return [];
  const keys = new Map<string, readonly [string, string]>();
  for (const [region, indicator] of signs) {
    keys.set(`${region} ${indicator}`, [region, indicator]);
    keys.set(`${city.code} ${indicator}`, [city.code, indicator]);
  }
  const wanted = [...keys.values()];
  const rows = await sql.query<{ region: string; indicator: string; value: number; at: Date; light: Light }>(
    `SELECT s.region, s.indicator, s.value, s.at, s.light FROM unnest($1::text[], $2::text[]) key (region, indicator)
     JOIN vitals.sign s ON s.region = key.region AND s.indicator = key.indicator WHERE s.value IS NOT NULL`,
    [wanted.map(([region]) => region), wanted.map(([, indicator]) => indicator)],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

async function findPoints(sql: Sql, { things }: Changes): Promise<readonly PointRow[]> {
  if (things.length === 0) return [];
  return sql.query<PointRow>(
    `SELECT p.region, p.thing AS id, p.value, p.at, p.light FROM unnest($1::text[], $2::uuid[]) key (region, thing)
     JOIN vitals.point p ON p.region = key.region AND p.thing = key.thing`,
    [things.map(([region]) => region), things.map(([, id]) => id)],
  );
}

async function findCasePlaces(
  sql: Sql,
  { cases }: Changes,
): Promise<readonly (Required<Place> & { readonly id: string })[]> {
  if (cases.length === 0) return [];
  return sql.query<Required<Place> & { readonly id: string }>(
    `SELECT c.id, c.region, c.organisation, c.app FROM unnest($1::text[], $2::uuid[]) key (region, id)
     JOIN handle."case" c ON c.region = key.region AND c.id = key.id`,
    [cases.map(([region]) => region), cases.map(([, id]) => id)],
  );
}
