import { placeFaults as faults } from './faults.ts';

/** A place on the earth: degrees, WGS-84. */
export interface Point {
  readonly longitude: number;
  readonly latitude: number;
}

/** @throws place.outOfRange */
export function checkPoint({ longitude, latitude }: Point): void {
  const good = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
  if (!good) throw faults.outOfRange({ longitude, latitude });
}

/** Mean radius of the earth in metres (IUGG). */
const radius = 6_371_008.8;
const radians = Math.PI / 180;

/** Great-circle distance in metres, by the haversine formula. */
export function distanceMetres(a: Point, b: Point): number {
  const north = Math.sin(((b.latitude - a.latitude) * radians) / 2) ** 2;
  const east = Math.sin(((b.longitude - a.longitude) * radians) / 2) ** 2;
  const chord = north + Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * east;
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(chord)));
}
