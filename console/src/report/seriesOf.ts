import type { MetricLine } from './metricLine.ts';

export interface SeriesPoint {
  /** The first and the last year that it speaks of. */
  readonly from: number;
  readonly year: number;
  readonly value: number;
  readonly point: MetricLine['points'][number];
}
export interface Series {
  readonly facts: readonly SeriesPoint[];
  readonly targets: readonly SeriesPoint[];
}

/**
 * What can be drawn of a metric: single numbers with a year, facts and targets apart, by year. Two reports may tell the same
 * fact of one year; each distinct value of a year stands once.
 */
export function seriesOf({ points }: MetricLine): Series {
  const seen = new Set<string>();
  const drawn: SeriesPoint[] = [];
  for (const point of points) {
    if (typeof point.valueSi !== 'number' || point.period === null) continue;
    const from = Number(point.period.slice(0, 4));
    const year = Number(point.period.slice(-4));
    const key = `${point.kind} ${from} ${year} ${point.valueSi}`;
    if (seen.has(key)) continue;
    seen.add(key);
    drawn.push({ from, year, value: point.valueSi, point });
  }
  drawn.sort((a, b) => a.year - b.year);
  return {
    facts: drawn.filter(({ point }) => point.kind === 'fact'),
    targets: drawn.filter(({ point }) => point.kind === 'target'),
  };
}

/** Whose report it is, by its title: the same but for the year. */
export const placeOf = (title: string): string => title.replaceAll(/[0-9０-９]+年?/gu, '').trim();

/**
 * The lines that join points: of one place's reports, single years, each with one value. Where a year has two they are of
 * different things, and no line says otherwise.
 */
export function linesOf(
  points: readonly SeriesPoint[],
  placeOfReport: (report: string) => string,
): readonly (readonly SeriesPoint[])[] {
  const single = points.filter(({ from, year }) => from === year);
  const places = Map.groupBy(single, ({ point }) => placeOfReport(point.report));
  return [...places.values()].filter((line) => new Set(line.map(({ year }) => year)).size === line.length);
}

/** A few round numbers that hold all values between them, with room under the least for its label. */
export function roundSteps(least: number, most: number): readonly number[] {
  const room = most === least ? Math.abs(most) || 1 : most - least;
  const raw = room / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= raw) ?? raw;
  const under = Math.floor((least - room * 0.12) / step) * step;
  const from = least >= 0 ? Math.max(0, under) : under;
  const steps: number[] = [];
  for (let at = 0; at < 12; at += 1) {
    steps.push(Number((from + at * step).toPrecision(12)));
    if (from + at * step >= most) break;
  }
  return steps;
}
