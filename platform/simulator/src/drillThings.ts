import type { Datastream, Thing } from '@yiwang/sense';
import { drillKinds, type DrillKind } from './drillKinds.ts';
import { numberAt, uuidOf } from './seededNumbers.ts';

export interface DrillRegion {
  /** Six-digit district code. */
  readonly code: string;
  /** Its middle, WGS 84 degrees; the stations lie within some 4 km of it. */
  readonly lon: number;
  readonly lat: number;
}

/** A simulated station with its one datastream. */
export interface Station {
  readonly thing: Thing;
  readonly datastream: Datastream;
  readonly kind: DrillKind;
  /** What its own course is drawn from. */
  readonly seed: number;
}

/** The stations of a drill: the same for the same seed and regions. Each name says that it is simulated (模拟). */
export function drillStations(
  seed: number,
  regions: readonly DrillRegion[],
  organisationOf: (kind: string, region: string) => string,
): readonly Station[] {
  return drillKinds.flatMap((kind) =>
    regions.flatMap((region, district) =>
      Array.from({ length: kind.perDistrict }, (_, place): Station => {
        const number = district * kind.perDistrict + place + 1;
        const label = String(number).padStart(3, '0');
        const own = Number.parseInt(uuidOf(`${seed}/${kind.kind}/${number}`).slice(0, 8), 16);
        const thing: Thing = {
          region: region.code,
          id: uuidOf(`thing/${seed}/${region.code}/${kind.kind}/${place}`),
          name: { zh: `${kind.name.zh} ${label}`, en: `${kind.name.en} ${label}` },
          kind: kind.kind,
          organisation: organisationOf(kind.kind, region.code),
          longitude: Number((region.lon + (numberAt(own, 1) - 0.5) * 0.08).toFixed(6)),
          latitude: Number((region.lat + (numberAt(own, 2) - 0.5) * 0.07).toFixed(6)),
          simulated: true,
          owner: 'drill',
          purpose: '演练 drill',
        };
        const datastream: Datastream = {
          region: region.code,
          id: uuidOf(`datastream/${thing.id}`),
          thing: thing.id,
          observedProperty: kind.observedProperty,
          unit: kind.unit,
        };
        return { thing, datastream, kind, seed: own };
      }),
    ),
  );
}
