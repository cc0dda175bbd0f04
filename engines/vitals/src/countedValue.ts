import type { Indicator } from './indicator.ts';
import { within } from './lightOf.ts';

/** What a thing's value is to an indicator: itself; for a share 100 where it keeps the threshold and 0 where not, so that the mean is the share. */
export function countedValue({ aggregation, threshold }: Indicator, value: number): number {
  if (aggregation !== 'share') return value;
  return within(value, threshold ?? { low: null, high: null }) ? 100 : 0;
}
