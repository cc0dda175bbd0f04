import type { Sql } from '@yiwang/postgres';
import { byIndicator, type Change } from './byIndicator.ts';
import type { Indicator, Light } from './indicator.ts';
import { lightOf, severityOf } from './lightOf.ts';
import { minuteOf } from './minuteOf.ts';
import { joinParts, valueOfParts, type Parts } from './parts.ts';
import { cityOf } from './regions.ts';

interface Point {
  readonly thing: string;
  readonly at: number;
  readonly value: number;
  readonly severity: number;
  readonly light: Light;
}

interface SampleRow {
  readonly region: string;
  readonly indicator: string;
  readonly minute: number;
  size: number;
  total: number;
  lowest: number;
  highest: number;
  last: number;
  at: number;
  light: Light;
  worst: Parts['worst'];
}

interface PointRow {
  readonly region: string;
  readonly indicator: string;
  readonly thing: string;
  readonly minute: number;
  value: number;
  at: number;
  light: Light;
}

/** The samples that `applyLatest` would have kept, had these values come one time after the other. Pure. */
export function historyOf(
  indicators: readonly Indicator[],
  changes: readonly Change[],
): { readonly samples: readonly SampleRow[]; readonly points: readonly PointRow[] } {
  const states = new Map<string, Map<string, Point>>(); // sign → thing → point
  const lights = new Map<string, Light>();
  const parts = new Map<string, { readonly at: number; readonly parts: Parts }>();
  const samples = new Map<string, SampleRow>();
  const points = new Map<string, PointRow>();

  const sample = (region: string, indicator: Indicator, at: number, joined: Parts | undefined): void => {
    if (joined === undefined) return;
    const sign = `${region}/${indicator.code}`;
    const value = valueOfParts(indicator, joined);
    const light = lightOf(indicator, value, lights.get(sign) ?? 'unknown');
    lights.set(sign, light);
    const minute = minuteOf(new Date(at)).getTime();
    const row = samples.get(`${sign}/${minute}`);
    if (row === undefined) {
      const first = {
        size: 1,
        total: value,
        lowest: value,
        highest: value,
        last: value,
        at,
        light,
        worst: joined.worst,
      };
      samples.set(`${sign}/${minute}`, { region, indicator: indicator.code, minute, ...first });
    } else {
      row.size += 1;
      row.total += value;
      row.lowest = Math.min(row.lowest, value);
      row.highest = Math.max(row.highest, value);
      Object.assign(row, { last: value, at, light, worst: joined.worst });
    }
  };

  const byTime = Map.groupBy(changes, ({ phenomenonTime }) => phenomenonTime.getTime());
  for (const [at, together] of [...byTime].toSorted(([a], [b]) => a - b)) {
    const touched = new Map<string, { region: string; indicator: Indicator }>();
    for (const { indicator, region, thing, value } of byIndicator(indicators, together)) {
      const sign = `${region}/${indicator.code}`;
      const things = states.get(sign) ?? new Map<string, Point>();
      states.set(sign, things);
      const light = lightOf(indicator, value, things.get(thing)?.light ?? 'unknown');
      things.set(thing, { thing, at, value, severity: severityOf(indicator, value), light });
      const minute = minuteOf(new Date(at)).getTime();
      const key = `${sign}/${thing}/${minute}`;
      points.set(key, { region, indicator: indicator.code, thing, minute, value, at, light });
      touched.set(sign, { region, indicator });
    }
    const cities = new Map<string, { city: string; indicator: Indicator }>();
    for (const [sign, { region, indicator }] of touched) {
      const city = cityOf(region);
      const after = at - indicator.silentAfterMinutes * 60_000;
      const joined = joinParts(
        [...(states.get(sign)?.values() ?? [])].filter((point) => point.at > after).map(alone(region)),
      );
      if (joined !== undefined) parts.set(sign, { at, parts: joined });
      if (region !== city) sample(region, indicator, at, joined);
      cities.set(`${city}/${indicator.code}`, { city, indicator });
    }
    for (const { city, indicator } of cities.values()) {
      const after = at - indicator.silentAfterMinutes * 60_000;
      const fresh = [...parts].filter(
        ([sign, known]) => known.at > after && sign.endsWith(`/${indicator.code}`) && sign.startsWith(city.slice(0, 4)),
      );
      sample(city, indicator, at, joinParts(fresh.map(([, known]) => known.parts)));
    }
  }
  return { samples: [...samples.values()], points: [...points.values()] };
}

function alone(region: string): (point: Point) => Parts {
  return ({ thing, value, severity }) => ({
    size: 1,
    total: value,
    lowest: value,
    highest: value,
    worst: { severity, value, region, thing },
  });
}

/** A PostgreSQL array literal of codes, UUIDs and numbers, none of which needs quotes. */
function column(values: readonly (string | number)[]): string {
  return `{${values.join(',')}}`;
}

/**
 * Writes the samples of a past that came at once (a backfill, an imported file), for sparklines and the time slider. It
 * moves no sign and makes no crossing; samples that are there already stay.
 */
export async function fillHistory(
  tx: Sql,
  indicators: readonly Indicator[],
  changes: readonly Change[],
): Promise<void> {
  const { samples, points } = historyOf(indicators, changes);
  const time = (field: string): string => `timestamptz 'epoch' + ${field} * interval '1 millisecond'`;
  await tx.execute(
    `INSERT INTO vitals.point_sample (region, indicator, thing, minute, value, at, light)
     SELECT region, indicator, thing, ${time('minute')}, value, ${time('at')}, light
     FROM unnest($1::text[], $2::text[], $3::uuid[], $4::bigint[], $5::float8[], $6::bigint[], $7::text[])
       AS given (region, indicator, thing, minute, value, at, light)
     ON CONFLICT (region, indicator, thing, minute) DO NOTHING`,
    [
      column(points.map(({ region }) => region)),
      column(points.map(({ indicator }) => indicator)),
      column(points.map(({ thing }) => thing)),
      column(points.map(({ minute }) => minute)),
      column(points.map(({ value }) => value)),
      column(points.map(({ at }) => at)),
      column(points.map(({ light }) => light)),
    ],
  );
  await tx.execute(
    `INSERT INTO vitals.sample (region, indicator, minute, size, total, lowest, highest, last, last_at, light,
                                worst_region, worst_thing)
     SELECT region, indicator, ${time('minute')}, size, total, lowest, highest, last, ${time('at')}, light,
            worst_region, worst_thing
     FROM unnest($1::text[], $2::text[], $3::bigint[], $4::int[], $5::float8[], $6::float8[], $7::float8[],
                 $8::float8[], $9::bigint[], $10::text[], $11::text[], $12::uuid[])
       AS given (region, indicator, minute, size, total, lowest, highest, last, at, light, worst_region, worst_thing)
     ON CONFLICT (region, indicator, minute) DO NOTHING`,
    [
      column(samples.map(({ region }) => region)),
      column(samples.map(({ indicator }) => indicator)),
      column(samples.map(({ minute }) => minute)),
      column(samples.map(({ size }) => size)),
      column(samples.map(({ total }) => total)),
      column(samples.map(({ lowest }) => lowest)),
      column(samples.map(({ highest }) => highest)),
      column(samples.map(({ last }) => last)),
      column(samples.map(({ at }) => at)),
      column(samples.map(({ light }) => light)),
      column(samples.map(({ worst }) => worst.region)),
      column(samples.map(({ worst }) => worst.thing)),
    ],
  );
}
