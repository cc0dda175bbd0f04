import type { CityReport, Comparator } from '@yiwang/extract';
import type { Bilingual } from '@yiwang/messages';
import type { IndicatorTarget } from './app.ts';
import type { ReportTargetFile } from './schemas.ts';

export type FoundTarget = { readonly target: IndicatorTarget } | { readonly problem: Bilingual };

/**
 * The one statement of a report that a target refers to: value, comparator and source come from there.
 * None, several, one without a single value, or one in another unit is a problem.
 */
export function reportTarget(reference: ReportTargetFile, unit: string, report: CityReport): FoundTarget {
  const { metric, kind = 'target', period, change, average } = reference;
  const words = wordsOf(metric);
  const found = report.statements.filter(
    (one) =>
      words.every((word) => one.metric.includes(word)) &&
      one.kind === kind &&
      (period === undefined || one.period === period) &&
      (change === undefined || one.change === change),
  );
  const [statement, ...more] = found;
  if (statement === undefined) return { problem: noStatement(reference, report) };
  if (more.length > 0) {
    const rows = found.map(({ id }) => id).join(', ');
    return {
      problem: {
        zh: `${report.year} 年报告中「${metric}」有 ${found.length} 处：${rows}；请用 kind、period、change 限定`,
        en: `the report of ${report.year} states ${metric} ${found.length} times: ${rows}; narrow it by kind, period, change`,
      },
    };
  }
  const { id, value, comparator } = statement;
  if (typeof value !== 'number') {
    return { problem: { zh: `${id} 不是单一数值`, en: `${id} has no single value` } };
  }
  if (nameOf(statement.unit) !== nameOf(unit)) {
    return {
      problem: {
        zh: `报告单位为「${statement.unit}」，体征单位为「${unit}」`,
        en: `the report's unit is ${statement.unit}, the indicator's is ${unit}`,
      },
    };
  }
  return {
    target: {
      value,
      comparator,
      text: targetText(`${signs[comparator]}${value}${unit === '%' ? ' %' : ''}`, average === 'year'),
      source: { zh: `${report.year} 年政府工作报告`, en: `Government Work Report ${report.year}` },
      report: { hash: report.source.hash, row: id },
    },
  };
}

function noStatement({ metric }: ReportTargetFile, { year, statements }: CityReport): Bilingual {
  const words = wordsOf(metric);
  const near = [
    ...new Set(
      statements
        .filter((one) => words.some((word) => one.metric.includes(word)))
        .map(({ id, metric: name }) => `${id} ${name}`),
    ),
  ].slice(0, 5);
  const hint = near.length === 0 ? '' : ` (${near.join('; ')})`;
  return {
    zh: `${year} 年报告中没有这样的「${metric}」${hint}`,
    en: `the report of ${year} states no such ${metric}${hint}`,
  };
}

const wordsOf = (metric: string): readonly string[] => metric.split(/\s+/).filter((word) => word !== '');

const signs: Readonly<Record<Comparator, string>> = { eq: '', ge: '≥ ', gt: '> ', le: '≤ ', lt: '< ', approx: '≈ ' };

/** Other units stand beside the sign's value; a bare 100 could be anything. */
function targetText(figure: string, yearly: boolean): Bilingual {
  return yearly
    ? { zh: `年均目标 ${figure}`, en: `yearly mean target ${figure}` }
    : { zh: `目标 ${figure}`, en: `target ${figure}` };
}

/** Reports name units in Chinese, indicators as they are printed. */
const unitNames: Readonly<Record<string, string>> = {
  '微克/立方米': 'μg/m³',
  '毫克/升': 'mg/L',
  '毫克/立方米': 'mg/m³',
  分钟: 'min',
  小时: 'h',
  米: 'm',
  公里: 'km',
  '公里/小时': 'km/h',
  毫米: 'mm',
  分贝: 'dB',
};

const nameOf = (unit: string): string => unitNames[unit] ?? unit;
