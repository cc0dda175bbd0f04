import type { ReportStatement } from '@yiwang/contract';
import { valueText } from './figureText.ts';
import type { ReportSpeech } from './reportWords.ts';
import type { Row } from './rows.ts';

export const comparatorSign = { eq: '=', ge: '≥', gt: '>', le: '≤', lt: '<', approx: '≈' } as const;

/** Names that say themselves that they are a rate, a share, a rank: no second word for it. */
const said: Partial<Record<ReportStatement['change'], RegExp>> = {
  growth_rate: /(?:增速|增长率|增幅|涨幅)$/u,
  share: /(?:率|占比|比重|比例|强度|覆盖面)$/u,
  rank: /(?:位次|名次|排名|排位)$/u,
};

/** What is said of the metric: its rate, its share; nothing for its level or where the metric's own name says it. */
export function changeText(change: ReportStatement['change'], metric: string, { r }: ReportSpeech): string {
  if (change === 'level' || said[change]?.test(metric) === true) return '';
  const isMoved = change === 'increase' || change === 'decrease';
  return ` · ${r(isMoved ? 'changed' : change)}`;
}

/** Of a metric over the years: there is no level beside which it would be a change. */
export function seriesText(change: ReportStatement['change'], metric: string, speech: ReportSpeech): string {
  const isMoved = change === 'increase' || change === 'decrease';
  return isMoved ? ` · ${speech.r(change)}` : changeText(change, metric, speech);
}

export function metricText(of: ReportStatement, speech: ReportSpeech): string {
  const isAdded = of.change === 'increase' && of.baseline === undefined && of.direction === undefined;
  const change = isAdded ? ` · ${speech.r('increase')}` : changeText(of.change, of.metric, speech);
  const annual = of.annualised === true && !of.metric.includes('年均') ? ` · ${speech.r('annualised')}` : '';
  const streak = of.streak === true ? ` · ${speech.r('streak')}` : '';
  return `${change}${annual}${streak}`;
}

/** A row by its name: what a list or a heading says of it. */
export function rowName(row: Row): string {
  if (row.is === 'task') return `${row.of.verb}${row.of.object}`;
  return row.is === 'system' ? row.of.name : row.of.metric;
}

/** A row in one line: 研发投入强度 ≥ 3.4 %. */
export function rowLine(row: Row, speech: ReportSpeech): string {
  if (row.is !== 'statement') return rowName(row);
  const { of } = row;
  return `${of.metric}${metricText(of, speech)} ${comparatorSign[of.comparator]} ${valueText(of)} ${of.unit}`;
}

/** 2017-2021 with an en dash. */
export const periodText = (period: string | null): string => period?.replace('-', '–') ?? '—';
