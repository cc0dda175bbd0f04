import type { Clock } from '@yiwang/clock';
import type { Sql } from '@yiwang/postgres';
import type { Light } from './indicator.ts';
import { minuteOf } from './minuteOf.ts';
import { regionPattern } from './regions.ts';
import type { MappedThing } from './registerMappedThings.ts';

/** A thing on the map with its value for one indicator. Silent: light `unknown`, no value. */
export interface ThingState extends MappedThing {
  readonly indicator: string;
  readonly value: number | null;
  readonly at: Date | null;
  readonly light: Light;
}

interface Found extends ThingState {
  readonly silent: number;
}

const thingColumns = `
  t.region, t.id, json_build_object('zh', t.name_zh, 'en', t.name_en) AS name, t.kind, t.organisation, t.longitude,
  t.latitude, t.simulated, p.indicator, s.silent_minutes AS silent`;

const joined = `
  FROM vitals.point p
  JOIN vitals.thing t ON t.region = p.region AND t.id = p.thing
  JOIN vitals.sign s ON s.region = p.region AND s.indicator = p.indicator`;

/** The things of a district, or of a whole city by its own code, now or at the end of a past minute. */
export async function findThingsState(
  sql: Sql,
  clock: Clock,
  region: string,
  { at }: { readonly at?: Date } = {},
): Promise<readonly ThingState[]> {
  const pattern = regionPattern(region);
  const rows =
    at === undefined
      ? await sql.query<Found & object>(
          `SELECT ${thingColumns}, p.value, p.at, p.light ${joined}
           WHERE p.region LIKE $1 ORDER BY p.region, p.indicator, p.thing`,
          [pattern],
        )
      : await sql.query<Found & object>(
          `SELECT ${thingColumns}, past.value, past.at, past.light ${joined}
           LEFT JOIN LATERAL (
             SELECT value, at, light FROM vitals.point_sample ps
             WHERE ps.region = p.region AND ps.indicator = p.indicator AND ps.thing = p.thing AND ps.minute <= $2
             ORDER BY ps.minute DESC LIMIT 1) AS past ON true
           WHERE p.region LIKE $1 ORDER BY p.region, p.indicator, p.thing`,
          [pattern, minuteOf(at)],
        );
  const instant = at ?? clock.now();
  return rows.map(({ silent, ...thing }) =>
    thing.at === null || instant.getTime() - thing.at.getTime() > silent * 60_000
      ? { ...thing, value: null, light: 'unknown' }
      : thing,
  );
}
