import type { Sql } from '@yiwang/postgres';

/** A thing as the map shows it. */
export interface MappedThing {
  readonly region: string;
  /** UUID */
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly kind: string;
  readonly organisation: string;
  /** WGS 84 degrees */
  readonly longitude: number;
  readonly latitude: number;
  readonly simulated: boolean;
}

/** Puts things on the map, or moves them; their values come by `applyLatest`. */
export async function registerMappedThings(tx: Sql, things: readonly MappedThing[]): Promise<void> {
  await tx.execute(
    `INSERT INTO vitals.thing (region, id, name_zh, name_en, kind, organisation, longitude, latitude, simulated)
     SELECT * FROM unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::float8[],
                          $8::float8[], $9::bool[])
     ON CONFLICT (region, id) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en,
       kind = excluded.kind, organisation = excluded.organisation, longitude = excluded.longitude,
       latitude = excluded.latitude, simulated = excluded.simulated`,
    [
      things.map((thing) => thing.region),
      things.map((thing) => thing.id),
      things.map((thing) => thing.name.zh),
      things.map((thing) => thing.name.en),
      things.map((thing) => thing.kind),
      things.map((thing) => thing.organisation),
      things.map((thing) => thing.longitude),
      things.map((thing) => thing.latitude),
      things.map((thing) => thing.simulated),
    ],
  );
}
