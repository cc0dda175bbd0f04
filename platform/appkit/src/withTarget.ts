import type { CityReport } from '@yiwang/extract';
import type { FromFile, LoadedIndicator } from './app.ts';
import type { Problems } from './problem.ts';
import type { ReadModel } from './readYaml.ts';
import { reportTarget } from './reportTarget.ts';
import type { IndicatorFile } from './schemas.ts';

/** An indicator with its target: as it stands in its file, or found in the report that it refers to; a problem names the line of it. */
export function withTarget(
  { file, value, at }: ReadModel<IndicatorFile>,
  reports: readonly CityReport[],
  problems: Problems,
): FromFile<LoadedIndicator> {
  const { target, ...indicator } = value;
  if (target === undefined) return { file, value: indicator };
  if (!('report' in target)) return { file, value: { ...indicator, target } };
  const wrong = (way: readonly string[], zh: string, en: string): FromFile<LoadedIndicator> => {
    const help = { zh: '请对照 report/ 中该年的数据修正引用', en: 'Mend the reference by the figures in report/.' };
    problems.add({ file, ...at(way), what: { zh, en }, help });
    return { file, value: indicator };
  };
  const report = reports.find(({ year }) => year === target.report);
  if (report === undefined) {
    return wrong(
      ['target', 'report'],
      `没有 ${target.report} 年的报告数据`,
      `there are no figures of ${target.report}`,
    );
  }
  const found = reportTarget(target, indicator.unit, report);
  return 'problem' in found
    ? wrong(['target', 'metric'], found.problem.zh, found.problem.en)
    : { file, value: { ...indicator, target: found.target } };
}
