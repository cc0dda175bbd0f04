import type { Database } from '@yiwang/postgres';
import { registerStations } from '../flow/registerStations.ts';

/** One point for each district of the example city; used by the tests of this package. */
export const thing = '00000000-0000-7000-8000-000000000001';
export const datastream = '00000000-0000-7000-8000-000000000002';
export const region = '990101';
export const westDatastream = '00000000-0000-7000-8000-000000000004';

export async function registerTestStations(db: Database): Promise<void> {
  const point = {
    kind: 'water-level-point',
    organisation: 'ex.water',
    simulated: true,
    owner: 'ex.water',
    purpose: 'drill',
  };
  await db.transaction((tx) =>
    registerStations(tx, {
      things: [
        {
          ...point,
          region,
          id: thing,
          name: { zh: '模拟积水点 001', en: 'Simulated point 001' },
          longitude: 100.11,
          latitude: 30.01,
        },
        {
          ...point,
          region: '990102',
          id: '00000000-0000-7000-8000-000000000003',
          name: { zh: '模拟积水点 002', en: 'Simulated point 002' },
          longitude: 99.9,
          latitude: 30,
        },
      ],
      datastreams: [
        { region, id: datastream, thing, observedProperty: 'water-level', unit: 'm' },
        {
          region: '990102',
          id: westDatastream,
          thing: '00000000-0000-7000-8000-000000000003',
          observedProperty: 'water-level',
          unit: 'm',
        },
      ],
    }),
  );
}
