import type { Sql } from '@yiwang/postgres';
import { registerThings, type Datastream, type Thing } from '@yiwang/sense';
import { registerMappedThings } from '@yiwang/vitals';

/** Registers things with their datastreams, and puts them on the map; safe to repeat. @throws sense.thingInvalid */
export async function registerStations(
  tx: Sql,
  stations: { readonly things: readonly Thing[]; readonly datastreams: readonly Datastream[] },
): Promise<void> {
  await registerThings(tx, stations);
  await registerMappedThings(tx, stations.things);
}
