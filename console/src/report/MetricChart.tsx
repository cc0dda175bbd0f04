import type { ReactElement } from 'react';
import type { MetricComparison } from '@yiwang/contract';
import type { MetricLine } from './metricLine.ts';
import { figureText, plainNumber, shortNumber } from './figureText.ts';
import { useReportWords } from './reportWords.ts';
import { comparatorSign } from './rowText.ts';
import { linesOf, placeOf, roundSteps, seriesOf, type SeriesPoint } from './seriesOf.ts';

const width = 1000;
const height = 250;
const left = 84;
const right = 960;
const top = 26;
const bottom = 216;

/** 万 and 亿 as the report writes them, bn and m for a reader of English. */
function axisText(value: number, language: 'zh' | 'en'): string {
  if (language === 'en') return shortNumber(value);
  const size = Math.abs(value);
  if (size >= 1e8) return `${plainNumber(value / 1e8)}亿`;
  return size >= 1e5 ? `${plainNumber(value / 1e4)}万` : plainNumber(value);
}

interface Label {
  readonly one: SeriesPoint;
  readonly x: number;
  readonly y: number;
  readonly isBeside: boolean;
}

/** Points of one year nearer than this have no room for a label between them. */
const labelRoom = 30;

/** Above its point; where a year has several close points beside them, and moved down until no two lie on each other. */
function labelsOf(
  points: readonly SeriesPoint[],
  x: (year: number) => number,
  y: (value: number) => number,
): readonly Label[] {
  const placed: Label[] = [];
  for (const one of points.toSorted((a, b) => b.value - a.value)) {
    const isBeside = points.some(
      (other) => other !== one && other.year === one.year && Math.abs(y(other.value) - y(one.value)) < labelRoom,
    );
    const above = placed.findLast((label) => label.one.year === one.year);
    const own = y(one.value) + (isBeside ? 4 : -10);
    placed.push({
      one,
      x: x(one.year) + (isBeside ? 9 : 0),
      y: above === undefined ? own : Math.max(own, above.y + 13),
      isBeside,
    });
  }
  return placed;
}

/** One metric over the years: facts a solid line, targets in the accent, a span of years as a thin one; each point with what its report wrote. */
export function MetricChart(props: {
  readonly line: MetricLine;
  readonly reports: MetricComparison['reports'];
}): ReactElement {
  const { r, language } = useReportWords();
  const { line } = props;
  const { facts, targets } = seriesOf(line);
  const all = [...facts, ...targets];
  if (all.length === 0) return <p className="pb q">{r('noPeriod')}</p>;
  const values = all.map(({ value }) => value);
  const steps = roundSteps(Math.min(...values), Math.max(...values));
  const least = steps[0] ?? 0;
  const most = steps.at(-1) ?? 1;
  const years = all.flatMap(({ from: first, year }) => [first, year]);
  const from = Math.min(...years);
  const to = Math.max(...years);
  const x = (year: number): number =>
    from === to ? (left + right) / 2 : left + 56 + ((year - from) / (to - from)) * (right - left - 120);
  const y = (value: number): number => bottom - ((value - least) / (most - least)) * (bottom - top);
  const path = (points: readonly SeriesPoint[]): string =>
    points.map(({ year, value }, at) => `${at === 0 ? 'M' : 'L'}${x(year).toFixed(1)} ${y(value).toFixed(1)}`).join('');
  const yearStep = Math.max(1, Math.ceil((to - from) / 12));
  const ticks = Array.from({ length: Math.floor((to - from) / yearStep) + 1 }, (_none, at) => from + at * yearStep);
  const labels = labelsOf(all, x, y);
  const titles = new Map(props.reports.map(({ id, title }) => [id, title]));
  const placeOfReport = (report: string): string => placeOf(titles.get(report) ?? report);
  return (
    <figure className="pb" aria-label={r('seriesLabel', { metric: line.metric })}>
      <svg className="chart" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="xMinYMid meet" aria-hidden="true">
        {steps.map((value) => (
          <g key={value}>
            <path className="m-ax" d={`M${left} ${y(value)}H${right}`} />
            <text className="m-t end" x={left - 8} y={y(value) + 4}>
              {axisText(value, language)}
            </text>
          </g>
        ))}
        <text className="m-t end" x={left - 8} y={14} lang="zh-CN">
          {line.unitSi}
        </text>
        <path className="m-ax2" d={`M${left} ${bottom}H${right}`} />
        {ticks.map((year) => (
          <text key={year} className="m-t mid" x={x(year)} y={bottom + 20}>
            {year}
          </text>
        ))}
        {linesOf(targets, placeOfReport).map((points) => (
          <path key={path(points)} className="m-target" d={path(points)} />
        ))}
        {linesOf(facts, placeOfReport).map((points) => (
          <path key={path(points)} className="m-value" d={path(points)} />
        ))}
        {all.map(({ from: first, year, value, point }) => {
          const isTarget = point.kind === 'target';
          return (
            <g key={`${point.kind} ${first} ${year} ${value}`}>
              {first < year && (
                <path
                  className={isTarget ? 'm-target span' : 'm-value span'}
                  d={`M${x(first)} ${y(value)}H${x(year)}`}
                />
              )}
              <circle className={isTarget ? 'm-goal' : 'm-dot'} cx={x(year)} cy={y(value)} r={isTarget ? 4 : 4.5} />
            </g>
          );
        })}
        {labels.map(({ one: { from: first, year, value, point }, x: at, y: line, isBeside }) => (
          <text
            key={`${point.kind} ${first} ${year} ${value}`}
            className={`${point.kind === 'target' ? 'm-ta' : 'm-ti'}${isBeside ? '' : ' mid'}`}
            x={at}
            y={line}
          >
            {point.comparator === 'eq' ? '' : comparatorSign[point.comparator]}
            {figureText(point.value, ':')}
            {point.unit.length < 4 ? point.unit : ''}
          </text>
        ))}
      </svg>
    </figure>
  );
}
