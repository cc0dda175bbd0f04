import { UNITS, cellToLatLng, getHexagonEdgeLengthAvg, gridDisk, latLngToCell } from 'h3-js';
import { checkPoint, type Point } from './point.ts';

/** The resolution of the `cell` columns: hexagons of about 174 m edge, 0.1 km². */
export const cellResolution = 9;

/** The H3 cell of a place, such as 89309a4a3c3ffff. @throws place.outOfRange */
export function cellOf(point: Point, resolution = cellResolution): string {
  checkPoint(point);
  return latLngToCell(point.latitude, point.longitude, resolution);
}

export function centreOf(cell: string): Point {
  const [latitude, longitude] = cellToLatLng(cell);
  return { longitude, latitude };
}

/** All cells that a circle of `metres` around a point can touch, the point's own among them. */
export function cellsWithin(point: Point, metres: number, resolution = cellResolution): string[] {
  // Neighbouring centres lie √3 edges apart; edges vary by about a third around the mean, so rings are counted by the short ones.
  const step = getHexagonEdgeLengthAvg(resolution, UNITS.m) * Math.sqrt(3) * 0.6;
  return gridDisk(cellOf(point, resolution), Math.ceil(metres / step) + 1);
}
