import type { ReactElement } from 'react';
import type { MetricComparison } from '@yiwang/contract';
import { Link } from '../route/Link.tsx';
import { setSearch } from '../route/router.ts';
import { metricKey, type MetricLine } from './metricLine.ts';
import { betweenOf, figureText } from './figureText.ts';
import { useReportWords } from './reportWords.ts';
import { useReports } from './useReports.ts';
import { seriesText, comparatorSign, periodText } from './rowText.ts';

type Point = MetricLine['points'][number];

function PointCell(props: { readonly point: Point; readonly between: string }): ReactElement {
  const { r } = useReportWords();
  const { point } = props;
  return (
    <Link className="point" href={`/reports/${point.report}?row=${point.statement}`}>
      <span className={`kind k-${point.kind}`} title={r(point.kind)}>
        <i aria-hidden="true" />
        <span className="sr">{r(point.kind)}</span>
      </span>
      <b className="num">
        {point.comparator === 'eq' ? '' : `${comparatorSign[point.comparator]} `}
        {figureText(point.value, props.between)}
      </b>
      <span className="q small">
        <span lang="zh-CN">{point.unit}</span> · {periodText(point.period)}
      </span>
    </Link>
  );
}

/** Metrics down, reports across; a value is a link to its row in its report. */
export function CompareTable(props: {
  readonly reports: MetricComparison['reports'];
  readonly metrics: readonly MetricLine[];
  readonly chosen: MetricLine | undefined;
}): ReactElement {
  const speech = useReportWords();
  const { r } = speech;
  const files = new Map(useReports().data?.reports.map(({ id, file }) => [id, file]));
  if (props.metrics.length === 0) return <p className="pb">{r('noRows')}</p>;
  return (
    <section className="scroll" aria-label={r('compareHead')}>
      <table className="t-r" aria-label={r('compareHead')}>
        <thead>
          <tr>
            <th scope="col">{r('metric')}</th>
            {props.reports.map((report) => (
              <th key={report.id} scope="col">
                <Link href={`/reports/${report.id}`} lang="zh-CN">
                  {report.title} {report.title.includes(String(report.year)) ? '' : report.year}
                </Link>
                <span className="qq file">{files.get(report.id)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.metrics.map((line) => {
            const isChosen = line === props.chosen;
            return (
              <tr key={metricKey(line)} className={isChosen ? 'on' : ''}>
                <th scope="row">
                  <button
                    type="button"
                    className="plain"
                    aria-pressed={isChosen}
                    onClick={() => setSearch({ metric: metricKey(line) })}
                  >
                    <span lang="zh-CN">{line.metric}</span>
                    {seriesText(line.change, line.metric, speech)}
                  </button>
                </th>
                {props.reports.map((report) => (
                  <td key={report.id}>
                    {line.points
                      .filter((point) => point.report === report.id)
                      .map((point) => (
                        <PointCell key={point.statement} point={point} between={betweenOf(line.change)} />
                      ))}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
