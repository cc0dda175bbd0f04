import { cellOf } from '@yiwang/place';
import type { Sql } from '@yiwang/postgres';
import { senseFaults as faults } from './faults.ts';

/** What observes: a station, a camera, a vehicle (SensorThings Thing with its Location). Never a person. */
export interface Thing {
  readonly region: string;
  /** UUID */
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  /** `water-level-point`, `rain-gauge` … */
  readonly kind: string;
  /** Path of the organisation that answers for it. */
  readonly organisation: string;
  /** WGS 84 degrees */
  readonly longitude: number;
  readonly latitude: number;
  /** 15-digit grid code (GB/T 30428), where one is given. */
  readonly grid?: string;
  readonly simulated: boolean;
  readonly owner: string;
  readonly purpose: string;
}

/** One observed property of one thing, in one unit. */
export interface Datastream {
  readonly region: string;
  /** UUID */
  readonly id: string;
  readonly thing: string;
  readonly observedProperty: string;
  readonly unit: string;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const code = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;

function need(good: boolean, field: string, value: unknown): void {
  if (!good) throw faults.thingInvalid({ field, value: String(value).slice(0, 100) });
}

function checkThing(thing: Thing): void {
  need(/^\d{6}$/.test(thing.region), 'region', thing.region);
  need(uuid.test(thing.id), 'id', thing.id);
  need(code.test(thing.kind), 'kind', thing.kind);
  need(Math.abs(thing.longitude) <= 180, 'longitude', thing.longitude);
  need(Math.abs(thing.latitude) <= 90, 'latitude', thing.latitude);
  need(thing.owner !== '', 'owner', thing.owner);
  need(thing.purpose !== '', 'purpose', thing.purpose);
}

function checkDatastream(datastream: Datastream): void {
  need(/^\d{6}$/.test(datastream.region), 'region', datastream.region);
  need(uuid.test(datastream.id), 'id', datastream.id);
  need(uuid.test(datastream.thing), 'thing', datastream.thing);
  need(code.test(datastream.observedProperty), 'observedProperty', datastream.observedProperty);
}

/**
 * Registers or changes things and their datastreams, all in one statement each.
 * @throws sense.thingInvalid: nothing was written then.
 */
export async function registerThings(
  tx: Sql,
  { things, datastreams }: { readonly things: readonly Thing[]; readonly datastreams: readonly Datastream[] },
): Promise<void> {
  things.forEach(checkThing);
  datastreams.forEach(checkDatastream);
  await tx.execute(
    `INSERT INTO sense.thing (region, id, name_zh, name_en, kind, organisation, longitude, latitude, cell, grid,
                              simulated, owner, purpose)
     SELECT * FROM unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::float8[],
                          $8::float8[], $9::text[], $10::text[], $11::bool[], $12::text[], $13::text[])
     ON CONFLICT (region, id) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en,
       kind = excluded.kind, organisation = excluded.organisation, longitude = excluded.longitude,
       latitude = excluded.latitude, cell = excluded.cell, grid = excluded.grid, simulated = excluded.simulated,
       owner = excluded.owner, purpose = excluded.purpose`,
    [
      things.map((thing) => thing.region),
      things.map((thing) => thing.id),
      things.map((thing) => thing.name.zh),
      things.map((thing) => thing.name.en),
      things.map((thing) => thing.kind),
      things.map((thing) => thing.organisation),
      things.map((thing) => thing.longitude),
      things.map((thing) => thing.latitude),
      things.map((thing) => cellOf(thing)),
      things.map((thing) => thing.grid ?? null),
      things.map((thing) => thing.simulated),
      things.map((thing) => thing.owner),
      things.map((thing) => thing.purpose),
    ],
  );
  await tx.execute(
    `INSERT INTO sense.datastream (region, id, thing, observed_property, unit)
     SELECT * FROM unnest($1::text[], $2::uuid[], $3::uuid[], $4::text[], $5::text[])
     ON CONFLICT (region, id) DO UPDATE
       SET thing = excluded.thing, observed_property = excluded.observed_property, unit = excluded.unit`,
    [
      datastreams.map((datastream) => datastream.region),
      datastreams.map((datastream) => datastream.id),
      datastreams.map((datastream) => datastream.thing),
      datastreams.map((datastream) => datastream.observedProperty),
      datastreams.map((datastream) => datastream.unit),
    ],
  );
}
