/**
 * The drill's story: rain rises in one district, then the water at one point leaves its band.
 *
 * | state    | from                          | rain       | water at the point        |
 * |----------|-------------------------------|------------|---------------------------|
 * | quiet    | start                         | as usual   | as usual                  |
 * | rising   | a quarter of `afterSeconds`   | to its top | to the limit at `after`   |
 * | flooded  | `afterSeconds`                | its top    | over the limit, and stays |
 * | receding | handled, or nobody came       | falls      | falls within 20 s         |
 */
export interface Storm {
  /** Milliseconds since 1970. */
  readonly startsAt: number;
  readonly afterSeconds: number;
  readonly lastsMinutes: number;
  /** When the point was handled. */
  readonly handledAt: number | undefined;
}

export const recedeSeconds = 15;
const slowRainSeconds = 120;

function ramp(at: number, from: number, to: number): number {
  return Math.min(1, Math.max(0, (at - from) / (to - from)));
}

/** How far the water has risen: 0 as usual, 1 at the limit of the band, 2.2 at the top. */
export function floodAt(storm: Storm, at: number): number {
  const { startsAt, afterSeconds } = storm;
  const limitAt = startsAt + afterSeconds * 1000;
  const rise = ramp(at, startsAt + afterSeconds * 250, limitAt) + 1.2 * ramp(at, limitAt, limitAt + 20_000);
  const endsAt = endOf(storm);
  return rise * (1 - ramp(at, endsAt, endsAt + recedeSeconds * 1000));
}

/** Share of the heaviest rain, 0 to 1: it comes before the water and goes slower. */
export function rainAt(storm: Storm, at: number): number {
  const { startsAt, afterSeconds } = storm;
  const endsAt = endOf(storm);
  return ramp(at, startsAt, startsAt + afterSeconds * 600) * (1 - ramp(at, endsAt, endsAt + slowRainSeconds * 1000));
}

function endOf({ startsAt, afterSeconds, lastsMinutes, handledAt }: Storm): number {
  return handledAt ?? startsAt + afterSeconds * 1000 + lastsMinutes * 60_000;
}
