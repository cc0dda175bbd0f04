import type { Bilingual } from '@yiwang/messages';
import { contains, type Polygon } from './polygon.ts';
import { distanceMetres, type Point } from './point.ts';

/** A region of GB/T 2260; a …00 code is the parent of its districts. */
export interface Region {
  readonly code: string;
  readonly name: Bilingual;
  /** Where its government sits. */
  readonly seat: Point;
  /** The boundary, where one with a clear licence was imported; a region may have several parts. */
  readonly boundary?: readonly Polygon[];
}

/** True when `code` is `ancestor` or lies in it. */
export function liesIn(code: string, ancestor: string): boolean {
  return (
    code === ancestor ||
    (ancestor.endsWith('00') &&
      code.startsWith(ancestor.endsWith('0000') ? ancestor.slice(0, 2) : ancestor.slice(0, 4)))
  );
}

/** The region that a point lies in: by boundary; where none is known, the one with the nearest seat, marked as a guess. */
export function regionAt(regions: readonly Region[], point: Point): { region: Region; exact: boolean } | undefined {
  const inside = regions.find((region) =>
    region.boundary?.some((part) => contains(part, [point.longitude, point.latitude])),
  );
  if (inside !== undefined) return { region: inside, exact: true };
  let best: Region | undefined;
  let metres = Number.POSITIVE_INFINITY;
  for (const region of regions) {
    if (region.boundary !== undefined) continue;
    const away = distanceMetres(point, region.seat);
    if (away < metres) [best, metres] = [region, away];
  }
  return best === undefined ? undefined : { region: best, exact: false };
}
