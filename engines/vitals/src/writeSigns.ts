import type { Sql } from '@yiwang/postgres';
import type { Indicator, Light } from './indicator.ts';
import { minuteOf } from './minuteOf.ts';
import type { Parts } from './parts.ts';

export interface NewSign {
  readonly region: string;
  readonly indicator: Indicator;
  readonly at: Date;
  readonly value: number | null;
  readonly light: Light;
  readonly since: Date;
  readonly parts: Parts | undefined;
}

/** Writes signs and, where they have a value, the sample of their minute. The rows are locked already. */
export async function writeSigns(tx: Sql, signs: readonly NewSign[]): Promise<void> {
  if (signs.length === 0) return;
  await tx.execute(
    `WITH given AS (
       SELECT * FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::float8[], $5::text[], $6::timestamptz[],
                            $7::float8[], $8::int[], $9::float8[], $10::float8[], $11::float8[], $12::float8[],
                            $13::float8[], $14::text[], $15::uuid[], $16::timestamptz[])
         AS given (region, indicator, at, value, light, since, silent, size, total, lowest, highest, severity,
                   worst_value, worst_region, worst_thing, minute)),
     sampled AS (
       INSERT INTO vitals.sample AS known (region, indicator, minute, size, total, lowest, highest, last, last_at,
                                           light, worst_region, worst_thing)
       SELECT region, indicator, minute, 1, value, value, value, value, at, light, worst_region, worst_thing
       FROM given WHERE value IS NOT NULL
       ON CONFLICT (region, indicator, minute) DO UPDATE
         SET size = known.size + 1, total = known.total + excluded.total,
             lowest = least(known.lowest, excluded.lowest), highest = greatest(known.highest, excluded.highest),
             last = excluded.last, last_at = excluded.last_at, light = excluded.light,
             worst_region = excluded.worst_region, worst_thing = excluded.worst_thing)
     UPDATE vitals.sign AS sign
     SET at = given.at, value = given.value, light = given.light, since = given.since, silent_minutes = given.silent,
         size = given.size, total = given.total, lowest = given.lowest, highest = given.highest,
         worst_severity = given.severity, worst_value = given.worst_value, worst_region = given.worst_region,
         worst_thing = given.worst_thing
     FROM given WHERE sign.region = given.region AND sign.indicator = given.indicator`,
    [
      signs.map(({ region }) => region),
      signs.map(({ indicator }) => indicator.code),
      signs.map(({ at }) => at),
      signs.map(({ value }) => value),
      signs.map(({ light }) => light),
      signs.map(({ since }) => since),
      signs.map(({ indicator }) => indicator.silentAfterMinutes),
      signs.map(({ parts }) => parts?.size ?? 0),
      signs.map(({ parts }) => parts?.total ?? 0),
      signs.map(({ parts }) => parts?.lowest ?? null),
      signs.map(({ parts }) => parts?.highest ?? null),
      signs.map(({ parts }) => parts?.worst.severity ?? null),
      signs.map(({ parts }) => parts?.worst.value ?? null),
      signs.map(({ parts }) => parts?.worst.region ?? null),
      signs.map(({ parts }) => parts?.worst.thing ?? null),
      signs.map(({ at }) => minuteOf(at)),
    ],
  );
}
