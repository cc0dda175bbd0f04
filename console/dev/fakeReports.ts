import type { CorrectionRequest, MetricComparison, Report, ReportStatement, ReportSummary } from '@yiwang/contract';
import { now } from './fakeCity.ts';
import { longReport, reportId, sampleReport } from './fakeReport.ts';

/** Another year of the same city: the values a little other. */
function earlier(report: Report, years: number): Report {
  const back = (period: string | null): string | null =>
    period === null ? null : period.replaceAll(/\d{4}/g, (year) => String(Number(year) - years));
  const less = (one: ReportStatement): ReportStatement => ({
    ...one,
    period: back(one.period),
    value: typeof one.value === 'number' ? Math.round(one.value * (1 - 0.05 * years) * 10) / 10 : one.value,
    valueSi: typeof one.valueSi === 'number' ? one.valueSi * (1 - 0.05 * years) : one.valueSi,
  });
  return {
    ...report,
    id: reportId(1 + years),
    year: (report.year ?? 0) - years,
    statements: report.statements.map(less),
    ambiguities: [],
    counts: { ...report.counts, waiting: 0 },
  };
}

const summaryOf = ({ id, title, year, file, format, encoding, length, hash, ...rest }: Report): ReportSummary => {
  const { milliseconds, addedAt, addedBy, counts } = rest;
  return { id, title, year, file, format, encoding, length, hash, milliseconds, addedAt, addedBy, counts };
};

/** Not in the list: reports as long as the screens must bear. */
const lengths = new Map([
  [reportId(8), 20_000],
  [reportId(9), 200_000],
]);

/** Reports that answer like the server's: choices and corrections are laid over the reading. */
export function fakeReports() {
  const figures: Report = {
    ...earlier(sampleReport, 2),
    text: null,
    format: 'figures',
    file: '',
    tasks: [],
    systems: [],
  };
  const first = [sampleReport, earlier(sampleReport, 1), figures];
  const reports = new Map(first.map((report) => [report.id, report]));
  let made = 0;
  const put = (report: Report): Report => {
    reports.set(report.id, report);
    return report;
  };
  return {
    list: () => ({ reports: [...reports.values()].map(summaryOf) }),
    get: (id: string) => {
      const length = lengths.get(id);
      return length === undefined ? reports.get(id) : longReport(id, length);
    },
    add: (name: string): { report: Report; isNew: boolean } => {
      const figuresOnly = [...reports.values()].find((report) => report.text === null);
      if (name.includes('2020') && figuresOnly !== undefined) {
        return { report: put({ ...figuresOnly, text: sampleReport.text, file: name }), isNew: false };
      }
      made += 1;
      return { report: put({ ...sampleReport, id: reportId(100 + made), file: name }), isNew: true };
    },
    withdraw: (id: string): void => void reports.delete(id),
    choose: (id: string, body: { ambiguity: string; reading: number }): Report | undefined => {
      const report = reports.get(id);
      const ambiguity = report?.ambiguities.find((one) => one.id === body.ambiguity);
      if (report === undefined || ambiguity === undefined) return undefined;
      const meant = ambiguity.readings[body.reading]?.statements ?? [];
      return put({
        ...report,
        ambiguities: report.ambiguities.map((one) => (one === ambiguity ? { ...one, chosen: body.reading } : one)),
        statements: [...report.statements.filter((one) => one.ambiguity !== ambiguity.id), ...meant].toSorted(
          (one, other) => one.span.start - other.span.start,
        ),
        counts: { ...report.counts, waiting: report.counts.waiting - (ambiguity.chosen === null ? 1 : 0) },
      });
    },
    correct: (id: string, { row, reason, fields }: CorrectionRequest): Report | undefined => {
      const report = reports.get(id);
      if (report === undefined) return undefined;
      const rows = [...report.statements, ...report.tasks];
      const own = report.machine[row] ?? rows.find((one) => one.id === row);
      if (own === undefined) return undefined;
      const { statements, tasks } = report;
      const inOrder = (one: { span: { start: number } }, other: { span: { start: number } }): number =>
        one.span.start - other.span.start;
      const others = <T extends { id: string }>(all: readonly T[]): T[] => all.filter((one) => one.id !== row);
      const after =
        'metric' in own
          ? { statements: fields === null ? others(statements) : [...others(statements), { ...own, ...fields }] }
          : { tasks: fields === null ? others(tasks) : [...others(tasks), { ...own, ...fields }] };
      made += 1;
      const correction = {
        id: reportId(200 + made),
        row,
        at: now,
        by: 'account:100001',
        reason,
        entry: reportId(300 + made),
        fields,
      };
      return put({
        ...report,
        statements: (after.statements ?? statements).toSorted(inOrder),
        tasks: (after.tasks ?? tasks).toSorted(inOrder),
        corrections: [...report.corrections, correction],
        machine: { ...report.machine, [row]: own },
      });
    },
    compare: (ids: readonly string[]): MetricComparison => {
      const chosen = ids.flatMap((id) => reports.get(id) ?? []);
      const groups = Map.groupBy(
        chosen.flatMap((report) => report.statements.map((statement) => ({ report, statement }))),
        ({ statement }) => `${statement.metric}|${statement.change}|${statement.unitSi}`,
      );
      return {
        reports: chosen.map(({ id, title, year }) => ({ id, title, year })),
        metrics: [...groups.values()]
          .filter((group) => new Set(group.map(({ report }) => report)).size > 1)
          .flatMap((group) => {
            const [one] = group;
            if (one === undefined) return [];
            const { metric, change, unitSi } = one.statement;
            const points = group
              .map(({ report, statement: { id, kind, period, value, unit, valueSi, comparator } }) => ({
                report: report.id,
                statement: id,
                kind,
                period,
                value,
                unit,
                valueSi,
                comparator,
              }))
              .toSorted((a, b) => (a.period ?? '').localeCompare(b.period ?? ''));
            return [{ metric, change, unitSi, points }];
          })
          .toSorted((a, b) => b.points.length - a.points.length),
      };
    },
  };
}
