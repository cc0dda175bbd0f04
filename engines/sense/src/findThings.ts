import type { Sql } from '@yiwang/postgres';
import { senseFaults as faults } from './faults.ts';
import type { Thing } from './registerThings.ts';

/** A thing with the last value of each of its datastreams. */
export interface ThingWithLatest extends Thing {
  /** H3 cell, made of its place. */
  readonly cell: string;
  readonly datastreams: readonly {
    readonly id: string;
    readonly observedProperty: string;
    readonly unit: string;
    /** RFC 3339; null before the first value. */
    readonly phenomenonTime: string | null;
    readonly result: number | null;
    /** When it was last heard of. */
    readonly receivedAt: string | null;
  }[];
}

const select = `
  SELECT t.region, t.id, json_build_object('zh', t.name_zh, 'en', t.name_en) AS name, t.kind, t.organisation,
         t.longitude, t.latitude, t.cell, t.grid, t.simulated, t.owner, t.purpose,
         coalesce(json_agg(json_build_object('id', d.id, 'observedProperty', d.observed_property, 'unit', d.unit,
           'phenomenonTime', l.phenomenon_time, 'result', l.result, 'receivedAt', l.received_at) ORDER BY d.id)
           FILTER (WHERE d.id IS NOT NULL), '[]') AS datastreams
  FROM sense.thing t
  LEFT JOIN sense.datastream d ON d.region = t.region AND d.thing = t.id
  LEFT JOIN sense.latest l ON l.region = d.region AND l.datastream = d.id`;

/** The things of a district with their last values, by name. */
export async function findThings(sql: Sql, region: string): Promise<readonly ThingWithLatest[]> {
  return sql.query<ThingWithLatest & object>(
    `${select} WHERE t.region = $1 GROUP BY t.region, t.id ORDER BY t.name_zh, t.id`,
    [region],
  );
}

/** One thing. @throws sense.unknownThing */
export async function getThing(sql: Sql, region: string, thing: string): Promise<ThingWithLatest> {
  const [found] = await sql.query<ThingWithLatest & object>(
    `${select} WHERE t.region = $1 AND t.id = $2 GROUP BY t.region, t.id`,
    [region, thing],
  );
  if (found === undefined) throw faults.unknownThing({ region, thing });
  return found;
}
