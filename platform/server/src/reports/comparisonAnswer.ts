import type { MetricComparison as Answer } from '@yiwang/contract';
import type { MetricComparison } from '@yiwang/extract';

/** A comparison as the contract has it. */
export function comparisonAnswer({ reports, metrics }: MetricComparison): Answer {
  const figure = (value: number | readonly number[] | null): number | number[] | null =>
    typeof value === 'number' || value === null ? value : [...value];
  return {
    reports: reports.map((report) => ({ ...report })),
    metrics: metrics.map(({ points, ...metric }) => ({
      ...metric,
      points: points.map((point) => ({ ...point, value: figure(point.value), valueSi: figure(point.valueSi) })),
    })),
  };
}
