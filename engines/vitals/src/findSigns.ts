import type { Clock } from '@yiwang/clock';
import type { Sql } from '@yiwang/postgres';
import type { Light } from './indicator.ts';
import { minuteOf } from './minuteOf.ts';

/** A vital sign at a time. What is silent has the light `unknown` and no value; `at` tells since when. */
export interface SignState {
  readonly region: string;
  /** Code of the indicator. */
  readonly indicator: string;
  readonly value: number | null;
  /** When the value held. */
  readonly at: Date | null;
  readonly light: Light;
  /** Since when the light is what it is; null for a past time. */
  readonly since: Date | null;
  /** The thing that is farthest out, or nearest to a limit. */
  readonly worst: { readonly region: string; readonly thing: string } | null;
}

interface Found extends SignState {
  readonly silent: number;
  readonly worstRegion: string | null;
  readonly worstThing: string | null;
}

/** Unknown stays unknown: a value that is too old at that time is none. */
function stateAt(
  { region, indicator, value, at, light, since, silent, worstRegion, worstThing }: Found,
  instant: Date,
): SignState {
  if (at === null || value === null || instant.getTime() - at.getTime() > silent * 60_000) {
    return { region, indicator, value: null, at, light: 'unknown', since: null, worst: null };
  }
  const worst = worstRegion === null || worstThing === null ? null : { region: worstRegion, thing: worstThing };
  return { region, indicator, value, at, light, since, worst };
}

/** The signs of a district, or of the city by its own code, now or as they stood at the end of a past minute. */
export async function findSigns(
  sql: Sql,
  clock: Clock,
  region: string,
  { at }: { readonly at?: Date } = {},
): Promise<readonly SignState[]> {
  if (at === undefined) {
    const rows = await sql.query<Found & object>(
      `SELECT region, indicator, value, at, light, since, silent_minutes AS silent, worst_region AS "worstRegion",
              worst_thing AS "worstThing"
       FROM vitals.sign WHERE region = $1 ORDER BY indicator`,
      [region],
    );
    return rows.map((row) => stateAt(row, clock.now()));
  }
  const rows = await sql.query<Found & object>(
    `SELECT sign.region, sign.indicator, past.last AS value, past.last_at AS at, past.light, NULL AS since,
            sign.silent_minutes AS silent, past.worst_region AS "worstRegion", past.worst_thing AS "worstThing"
     FROM vitals.sign LEFT JOIN LATERAL (
       SELECT last, last_at, light, worst_region, worst_thing FROM vitals.sample
       WHERE sample.region = sign.region AND sample.indicator = sign.indicator AND sample.minute <= $2
       ORDER BY minute DESC LIMIT 1) AS past ON true
     WHERE sign.region = $1 ORDER BY sign.indicator`,
    [region, minuteOf(at)],
  );
  return rows.map((row) => stateAt(row, at));
}
