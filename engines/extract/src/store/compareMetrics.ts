import type { Sql } from '@yiwang/postgres';
import type { Change, Comparator, Statement, StatementKind } from '../reading.ts';
import { metricKey } from '../links/metricKey.ts';
import { getStatements, type ReportStatements } from './getStatements.ts';

export interface MetricPoint {
  /** Id of the report. */
  readonly report: string;
  /** Id of the statement in it. */
  readonly statement: string;
  readonly kind: StatementKind;
  readonly period: string | null;
  readonly value: Statement['value'];
  readonly unit: string;
  readonly valueSi: Statement['value'];
  readonly comparator: Comparator;
}

export interface ComparedMetric {
  readonly metric: string;
  readonly change: Change;
  readonly unitSi: string;
  /** Oldest period first, by its last year; of one year what was said first: the target, then what came of it. */
  readonly points: readonly MetricPoint[];
}

export interface MetricComparison {
  readonly reports: readonly { readonly id: string; readonly title: string; readonly year: number | null }[];
  readonly metrics: readonly ComparedMetric[];
}

/** Metrics that stand in at least two of the reports, as they stand, the commonest first. @throws extract.noReport */
export async function compareMetrics(sql: Sql, region: string, ids: readonly string[]): Promise<MetricComparison> {
  const reports: ReportStatements[] = [];
  for (const id of new Set(ids)) reports.push(await getStatements(sql, region, id));
  return metricsOf(reports);
}

interface Metric {
  readonly metric: string;
  readonly change: Change;
  readonly unitSi: string;
  readonly points: (MetricPoint & { readonly ends: number; readonly said: number })[];
}

/** A figure of one metric is compared with figures of the same kind and unit only: a growth rate with growth rates. */
export function metricsOf(reports: readonly ReportStatements[]): MetricComparison {
  const metrics = new Map<string, Metric>();
  for (const { id: report, year, statements } of reports) {
    for (const one of statements) {
      const { metric, change, unitSi, kind, period, value, unit, valueSi, comparator } = one;
      if (value === null) continue; // a comparison with another metric has no point of its own
      const key = JSON.stringify([metricKey(plain(metric)), change, unitSi]);
      const found = metrics.get(key) ?? { metric, change, unitSi, points: [] };
      metrics.set(key, found);
      found.points.push({
        report,
        statement: one.id,
        kind,
        period,
        value,
        unit,
        valueSi,
        comparator,
        ends: Number(period?.slice(-4) ?? year ?? 0),
        said: year ?? 0,
      });
    }
  }
  const reportsOf = ({ points }: Metric): number => new Set(points.map(({ report }) => report)).size;
  return {
    reports: reports.map(({ id, title, year }) => ({ id, title, year })),
    metrics: [...metrics.values()]
      .filter((one) => reportsOf(one) > 1)
      .toSorted(
        (a, b) => reportsOf(b) - reportsOf(a) || b.points.length - a.points.length || (a.metric < b.metric ? -1 : 1),
      )
      .map(({ metric, change, unitSi, points }) => ({
        metric,
        change,
        unitSi,
        points: points
          .toSorted((a, b) => a.ends - b.ends || a.said - b.said)
          .map(({ ends: _ends, said: _said, ...point }) => point),
      })),
  };
}

/** Quotation marks and blanks come and go between the reports of two years. */
function plain(metric: string): string {
  return metric.replace(/[\s“”"「」《》]/g, '').toUpperCase();
}
