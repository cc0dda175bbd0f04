import type { MetricLine } from './ComparePage.tsx';

export interface SeriesPoint {
  readonly year: number;
  readonly value: number;
  readonly point: MetricLine['points'][number];
}
export interface Series {
  readonly facts: readonly SeriesPoint[];
  readonly targets: readonly SeriesPoint[];
}

/** A span of years such as 2017-2021 stands at its last one. */
const yearOf = (period: string): number => Number(period.slice(-4));

/**
 * What can be drawn of a metric: single numbers with a year, facts and targets apart, by year. Two reports may tell the same
 * fact of one year; each distinct value of a year stands once.
 */
export function seriesOf({ points }: MetricLine): Series {
  const seen = new Set<string>();
  const drawn: SeriesPoint[] = [];
  for (const point of points) {
    if (typeof point.valueSi !== 'number' || point.period === null) continue;
    const year = yearOf(point.period);
    const key = `${point.kind} ${year} ${point.valueSi}`;
    if (seen.has(key)) continue;
    seen.add(key);
    drawn.push({ year, value: point.valueSi, point });
  }
  drawn.sort((a, b) => a.year - b.year);
  return {
    facts: drawn.filter(({ point }) => point.kind === 'fact'),
    targets: drawn.filter(({ point }) => point.kind === 'target'),
  };
}

/** A few round numbers that hold all values between them, with room under the least for its label. */
export function roundSteps(least: number, most: number): readonly number[] {
  const room = most === least ? Math.abs(most) || 1 : most - least;
  const raw = room / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= raw) ?? raw;
  const from = Math.floor((least - room * 0.12) / step) * step;
  const steps: number[] = [];
  for (let at = 0; at < 12; at += 1) {
    steps.push(Number((from + at * step).toPrecision(12)));
    if (from + at * step >= most) break;
  }
  return steps;
}
