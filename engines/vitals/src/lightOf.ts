import type { Indicator, Light, Limits } from './indicator.ts';

/** A value on a limit is in. */
export function within(value: number, { low, high }: Limits, margin = 0): boolean {
  return (low === null || value >= low + margin) && (high === null || value <= high - margin);
}

/**
 * The light of a value, given the light before it.
 *
 * | before  | value                                    | light |
 * |---------|------------------------------------------|-------|
 * | any     | out of band                              | over  |
 * | over    | in band, but not by the hysteresis       | over  |
 * | any     | in band, beyond a warning limit          | due   |
 * | any     | in band otherwise                        | ok    |
 */
export function lightOf(indicator: Indicator, value: number, before: Light): Exclude<Light, 'unknown'> {
  if (!within(value, indicator.band, before === 'over' ? indicator.hysteresis : 0)) return 'over';
  return within(value, indicator.warn) ? 'ok' : 'due';
}

/** How far out a value is, in widths of the band: 0 on a limit, above 0 outside, below 0 inside. */
export function severityOf({ band: { low, high } }: Indicator, value: number): number {
  const width = low !== null && high !== null ? high - low : Math.abs(high ?? low ?? 0);
  const scale = width === 0 ? 1 : width;
  const above = high === null ? -Infinity : (value - high) / scale;
  const below = low === null ? -Infinity : (low - value) / scale;
  const severity = Math.max(above, below);
  return Number.isFinite(severity) ? severity : 0;
}
