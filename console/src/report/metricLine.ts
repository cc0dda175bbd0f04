import type { MetricComparison } from '@yiwang/contract';

/** One metric of one change and unit, as several reports tell it. */
export type MetricLine = MetricComparison['metrics'][number];

/** What the address names it by. */
export const metricKey = ({ metric, change, unitSi }: MetricLine): string => `${metric}|${change}|${unitSi}`;
