import type { Sql } from '@yiwang/postgres';
import type { Indicator, Light } from './indicator.ts';
import { lightOf } from './lightOf.ts';
import { lockSigns, signKey, type SignBefore } from './lockSigns.ts';
import { minutesBefore } from './minuteOf.ts';
import type { MovedPoint } from './movePoints.ts';
import { joinParts, valueOfParts, type Parts } from './parts.ts';
import { cityOf } from './regions.ts';
import { writeSigns, type NewSign } from './writeSigns.ts';

interface Stale {
  readonly region: string;
  readonly indicator: Indicator;
  /** When the sign's new value holds. */
  readonly at: Date;
  readonly before: SignBefore | undefined;
}

/** The newest time of what moved, but not ahead of us: a fast clock must not make its neighbours look silent. */
function signTime(moved: readonly { readonly at: Date }[], before: SignBefore | undefined, now: Date): Date {
  const newest = moved.reduce((latest, { at }) => Math.max(latest, at.getTime()), before?.at?.getTime() ?? -Infinity);
  return new Date(Math.max(Math.min(newest, now.getTime()), before?.at?.getTime() ?? -Infinity));
}

function staleSigns(
  moved: readonly MovedPoint[],
  regionOf: (point: MovedPoint) => string,
  signs: ReadonlyMap<string, SignBefore>,
  now: Date,
): readonly Stale[] {
  const groups = Map.groupBy(moved, (point) => signKey(regionOf(point), point.indicator.code));
  return [...groups].flatMap(([key, points]) => {
    const [first] = points;
    if (first === undefined) return [];
    const before = signs.get(key);
    return [{ region: regionOf(first), indicator: first.indicator, before, at: signTime(points, before, now) }];
  });
}

/** The new state of a sign; without a single value that is young enough it is unknown. */
function renewed({ region, indicator, at, before }: Stale, parts: Parts | undefined): NewSign {
  const value = parts === undefined ? null : valueOfParts(indicator, parts);
  const light: Light = value === null ? 'unknown' : lightOf(indicator, value, before?.light ?? 'unknown');
  const since = before?.light === light && before.since !== null ? before.since : at;
  return { region, indicator, at, value, light, since, parts };
}

/** Makes the signs of the districts whose things moved, out of the districts' points. City-wide things wait for below. */
export async function refreshDistrictSigns(
  tx: Sql,
  now: Date,
  moved: readonly MovedPoint[],
  signs: ReadonlyMap<string, SignBefore>,
): Promise<void> {
  const own = moved.filter(({ region }) => region !== cityOf(region));
  const stale = staleSigns(own, ({ region }) => region, signs, now);
  const parts = await partsOfPoints(tx, stale);
  await writeSigns(
    tx,
    stale.map((sign) => renewed(sign, parts.get(signKey(sign.region, sign.indicator.code)))),
  );
}

/** Makes the city's signs out of its districts' and of the city-wide things. */
export async function refreshCitySigns(tx: Sql, now: Date, moved: readonly MovedPoint[]): Promise<void> {
  const wanted = moved.map(({ region, indicator }) => ({ region: cityOf(region), indicator }));
  const signs = await lockSigns(tx, wanted);
  const stale = staleSigns(moved, ({ region }) => cityOf(region), signs, now);
  const own = await partsOfPoints(tx, stale);
  const districts = await partsOfDistricts(tx, stale);
  await writeSigns(
    tx,
    stale.map((sign) => {
      const key = signKey(sign.region, sign.indicator.code);
      const cityWide = own.get(key);
      const all = [...(districts.get(key) ?? []), ...(cityWide === undefined ? [] : [cityWide])];
      return renewed(sign, joinParts(all));
    }),
  );
}

interface PartsRow {
  readonly region: string;
  readonly indicator: string;
  readonly size: number;
  readonly total: number;
  readonly lowest: number;
  readonly highest: number;
  readonly severity: number;
  readonly value: number;
  readonly worstRegion: string;
  readonly thing: string;
}

function partsOf({ size, total, lowest, highest, severity, value, worstRegion, thing }: PartsRow): Parts {
  return { size, total, lowest, highest, worst: { severity, value, region: worstRegion, thing } };
}

function columnsOf(stale: readonly Stale[]): readonly unknown[] {
  return [
    stale.map(({ region }) => region),
    stale.map(({ indicator }) => indicator.code),
    stale.map(({ at, indicator }) => minutesBefore(at, indicator.silentAfterMinutes)),
  ];
}

async function partsOfPoints(tx: Sql, stale: readonly Stale[]): Promise<ReadonlyMap<string, Parts>> {
  const rows = await tx.query<PartsRow & object>(
    `SELECT p.region, p.indicator, count(*) AS size, sum(p.value) AS total, min(p.value) AS lowest,
            max(p.value) AS highest, max(p.severity) AS severity, p.region AS "worstRegion",
            (array_agg(p.value ORDER BY p.severity DESC, p.thing))[1] AS value,
            (array_agg(p.thing ORDER BY p.severity DESC, p.thing))[1] AS thing
     FROM unnest($1::text[], $2::text[], $3::timestamptz[]) AS stale (region, indicator, after)
     JOIN vitals.point p ON p.region = stale.region AND p.indicator = stale.indicator AND p.at > stale.after
     GROUP BY p.region, p.indicator`,
    columnsOf(stale),
  );
  return new Map(rows.map((row) => [signKey(row.region, row.indicator), partsOf(row)]));
}

async function partsOfDistricts(tx: Sql, stale: readonly Stale[]): Promise<ReadonlyMap<string, readonly Parts[]>> {
  const rows = await tx.query<PartsRow & object>(
    `SELECT stale.region, s.indicator, s.size, s.total, s.lowest, s.highest, s.worst_severity AS severity,
            s.worst_value AS value, s.worst_region AS "worstRegion", s.worst_thing AS thing
     FROM unnest($1::text[], $2::text[], $3::timestamptz[]) AS stale (region, indicator, after)
     JOIN vitals.sign s ON s.indicator = stale.indicator AND s.at > stale.after AND s.size > 0
      AND s.region LIKE left(stale.region, 4) || '%' AND s.region <> stale.region`,
    columnsOf(stale),
  );
  const groups = Map.groupBy(rows, (row) => signKey(row.region, row.indicator));
  return new Map([...groups].map(([key, group]) => [key, group.map(partsOf)]));
}
