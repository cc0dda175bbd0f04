import { placeFaults as faults } from './faults.ts';

/** x and y, or longitude and latitude. */
export type Position = readonly [number, number];
export type Ring = readonly Position[];

/** An outer ring, then its holes; rings may or may not repeat their first point. */
export type Polygon = readonly Ring[];

/**
 * True when the position lies in the polygon and in none of its holes. A position on an edge belongs to the side that lies
 * towards greater x or greater y, so that of two polygons which share an edge exactly one has it.
 */
export function contains(polygon: Polygon, position: Position): boolean {
  return polygon.reduce((inside, ring) => (crossesOdd(ring, position) ? !inside : inside), false);
}

function crossesOdd(ring: Ring, [x, y]: Position): boolean {
  if (ring.length < 3) throw faults.malformedPolygon({ ring: JSON.stringify(ring).slice(0, 80) });
  let odd = false;
  for (let index = 0, before = ring.length - 1; index < ring.length; before = index++) {
    const [ax, ay] = ring[index] ?? [0, 0];
    const [bx, by] = ring[before] ?? [0, 0];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
  }
  return odd;
}

/** Area of a ring, positive counter-clockwise, in the square of its unit. */
export function areaOf(ring: Ring): number {
  return (
    ring.reduce((sum, [x, y], index) => {
      const [nx, ny] = ring[(index + 1) % ring.length] ?? [0, 0];
      return sum + x * ny - nx * y;
    }, 0) / 2
  );
}

/** The part of a convex ring on the side of a line where `a·x + b·y ≤ c` (Sutherland–Hodgman). */
export function clipHalfPlane(ring: Ring, a: number, b: number, c: number): Position[] {
  const kept: Position[] = [];
  ring.forEach((from, index) => {
    const to = ring[(index + 1) % ring.length] ?? from;
    const before = a * from[0] + b * from[1] - c;
    const after = a * to[0] + b * to[1] - c;
    if (before <= 0) kept.push(from);
    if (before < 0 !== after < 0 && before !== after) {
      const share = before / (before - after);
      if (share > 0 && share < 1) kept.push([from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]);
    }
  });
  return kept;
}
