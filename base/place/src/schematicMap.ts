import { clipHalfPlane, type Position, type Ring } from './polygon.ts';
import type { Region } from './regionTree.ts';

export interface SchematicCell {
  readonly code: string;
  readonly ring: Ring;
  /** The ring as the `d` of an SVG path. */
  readonly path: string;
  readonly label: Position;
}

/** A drawing of the regions that claims no boundary: cells made from the seats alone, in map units, y downwards. */
export interface SchematicMap {
  readonly width: number;
  readonly height: number;
  readonly cells: readonly SchematicCell[];
  /** Where a point of the earth is drawn: beside its own region's label, as it lies to the seat, kept inside the cell. */
  place(code: string, point: { readonly longitude: number; readonly latitude: number }): Position;
}

const width = 400;
const height = 400;
const margin = 40;
/** Cells narrower than this can't hold a name and a number. */
const leastDistance = 62;

/**
 * Draws each region as the part of a rounded outline that lies nearest to its seat (a Voronoi cell). Seats that lie too
 * close to read are pushed apart first, so that a dense centre is as legible as a wide county. Deterministic.
 */
export function schematicMap(regions: readonly Region[]): SchematicMap {
  const sites = spread(project(regions));
  const outline = outlineOf(sites);
  const cells = regions.map(({ code }, index) => {
    const site = sites[index] ?? [0, 0];
    let ring: Position[] = [...outline];
    sites.forEach((other, at) => {
      if (at === index) return;
      // Nearer to `site` than to `other`: a half plane through the middle between the two.
      const a = other[0] - site[0];
      const b = other[1] - site[1];
      ring = clipHalfPlane(ring, a, b, (a * (other[0] + site[0]) + b * (other[1] + site[1])) / 2);
    });
    const rounded = ring.map(([x, y]): Position => [Math.round(x * 10) / 10, Math.round(y * 10) / 10]);
    return {
      code,
      ring: rounded,
      path: `M${rounded.map(([x, y]) => `${x} ${y}`).join('L')}Z`,
      label: centroid(rounded),
    };
  });
  const byCode = new Map(cells.map((cell, index) => [cell.code, { cell, seat: regions[index]?.seat }]));
  return {
    width,
    height,
    cells,
    place(code, point) {
      const known = byCode.get(code);
      if (known === undefined || known.seat === undefined) return [width / 2, height / 2];
      const { cell, seat } = known;
      const east = (point.longitude - seat.longitude) * Math.cos((seat.latitude * Math.PI) / 180);
      const north = point.latitude - seat.latitude;
      const away = Math.hypot(east, north);
      if (away === 0) return cell.label;
      // Direction is kept, distance only in order; the label's own place stays free.
      const share = 0.4 + 0.48 * (1 - 1 / (1 + away * 40));
      const reach = rayTo(cell.ring, cell.label, [east / away, -north / away]);
      return [cell.label[0] + (east / away) * reach * share, cell.label[1] - (north / away) * reach * share];
    },
  };
}

/** Seats in map units, the whole fitted into the frame with its proportions kept. */
function project(regions: readonly Region[]): Position[] {
  const middle = regions.reduce((sum, { seat }) => sum + seat.latitude, 0) / regions.length;
  const flat = regions.map(({ seat }): Position => [
    seat.longitude * Math.cos((middle * Math.PI) / 180),
    -seat.latitude,
  ]);
  const low = [Math.min(...flat.map(([x]) => x)), Math.min(...flat.map(([, y]) => y))] as const;
  const high = [Math.max(...flat.map(([x]) => x)), Math.max(...flat.map(([, y]) => y))] as const;
  const room = width - 2 * margin;
  const scale = room / Math.max(high[0] - low[0], high[1] - low[1], 1e-9);
  return flat.map(([x, y]): Position => [
    margin + (x - low[0]) * scale + (room - (high[0] - low[0]) * scale) / 2,
    margin + (y - low[1]) * scale + (room - (high[1] - low[1]) * scale) / 2,
  ]);
}

/** Draws far seats in and pushes near ones apart, a little each round, until every two can be read. */
function spread(sites: readonly Position[]): Position[] {
  const centre = median(sites);
  // Far seats come nearer by the root of their distance, so that the dense middle gets the room.
  const most = Math.max(...sites.map(([x, y]) => Math.hypot(x - centre[0], y - centre[1])), 1);
  const moved = sites.map(([x, y], index): [number, number] => {
    const away = Math.hypot(x - centre[0], y - centre[1]);
    const factor = away === 0 ? 0 : (Math.sqrt(away / most) * most) / away;
    // A hair of difference by index parts two seats at one point, always the same way.
    return [width / 2 + (x - centre[0]) * factor * 0.62 + index * 1e-3, height / 2 + (y - centre[1]) * factor * 0.62];
  });
  for (let round = 0; round < 300; round++) {
    let changed = false;
    for (let a = 0; a < moved.length; a++) {
      for (let b = a + 1; b < moved.length; b++) {
        const first = moved[a];
        const second = moved[b];
        if (first === undefined || second === undefined) continue;
        const dx = second[0] - first[0];
        const dy = second[1] - first[1];
        const away = Math.hypot(dx, dy) || 1e-6;
        if (away >= leastDistance) continue;
        const push = ((leastDistance - away) / 2 / away) * 0.5;
        first[0] -= dx * push;
        first[1] -= dy * push;
        second[0] += dx * push;
        second[1] += dy * push;
        changed = true;
      }
    }
    if (!changed) break;
  }
  return fit(moved);
}

function fit(sites: readonly Position[]): Position[] {
  const xs = sites.map(([x]) => x);
  const ys = sites.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min(
    (width - 2 * margin) / Math.max(right - left, 1),
    (height - 2 * margin) / Math.max(bottom - top, 1),
  );
  return sites.map(([x, y]): Position => [
    width / 2 + (x - (left + right) / 2) * scale,
    height / 2 + (y - (top + bottom) / 2) * scale,
  ]);
}

function median(sites: readonly Position[]): Position {
  const middle = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  return [middle(sites.map(([x]) => x)), middle(sites.map(([, y]) => y))];
}

/** A convex outline around the sites: the hull of circles about them. */
function outlineOf(sites: readonly Position[]): Position[] {
  const steps = 24;
  const points = sites.flatMap(([x, y]) =>
    Array.from({ length: steps }, (_, step): Position => {
      const angle = (step / steps) * 2 * Math.PI;
      return [x + margin * 0.9 * Math.cos(angle), y + margin * 0.9 * Math.sin(angle)];
    }),
  );
  return convexHull(points);
}

/** Andrew's monotone chain. */
function convexHull(points: readonly Position[]): Position[] {
  const sorted = points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (list: readonly Position[]): Position[] => {
    const chain: Position[] = [];
    for (const point of list) {
      for (;;) {
        const [a, b] = [chain.at(-2), chain.at(-1)];
        if (a === undefined || b === undefined) break;
        if ((b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]) > 0) break;
        chain.pop();
      }
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

function centroid(ring: Ring): Position {
  let area = 0;
  let x = 0;
  let y = 0;
  ring.forEach(([ax, ay], index) => {
    const [bx, by] = ring[(index + 1) % ring.length] ?? [ax, ay];
    const cross = ax * by - bx * ay;
    area += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  });
  return area === 0
    ? (ring[0] ?? [0, 0])
    : [Math.round((x / (3 * area)) * 10) / 10, Math.round((y / (3 * area)) * 10) / 10];
}

/** How far a ray from a point inside a convex ring goes until it leaves it. */
function rayTo(ring: Ring, from: Position, [dx, dy]: Position): number {
  let reach = Number.POSITIVE_INFINITY;
  ring.forEach(([ax, ay], index) => {
    const [bx, by] = ring[(index + 1) % ring.length] ?? [ax, ay];
    const cross = dx * (by - ay) - dy * (bx - ax);
    if (Math.abs(cross) < 1e-9) return;
    const along = ((ax - from[0]) * (by - ay) - (ay - from[1]) * (bx - ax)) / cross;
    const beside = ((ax - from[0]) * dy - (ay - from[1]) * dx) / cross;
    if (along > 1e-9 && beside >= -1e-9 && beside <= 1 + 1e-9) reach = Math.min(reach, along);
  });
  return Number.isFinite(reach) ? reach : 0;
}
