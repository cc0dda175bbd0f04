import type { ReactElement } from 'react';
import type { MetricComparison } from '@yiwang/contract';
import { queryOf } from '../api/request.ts';
import { useApi } from '../api/useApi.ts';
import { useKey } from '../keys/useKey.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Link } from '../route/Link.tsx';
import { setSearch, useSearch } from '../route/router.ts';
import { numberOf } from '../words/format.ts';
import { CompareTable } from './CompareTable.tsx';
import { metricKey } from './metricLine.ts';
import { MetricChart } from './MetricChart.tsx';
import { useReportWords } from './reportWords.ts';
import { seriesText } from './rowText.ts';
import { reportsApi } from './useReports.ts';
import './report.css';

/** What stands in several reports, side by side, and one of it over the years. */
export function ComparePage(): ReactElement {
  const speech = useReportWords();
  const { r } = speech;
  const search = useSearch();
  const ids = (search.get('ids') ?? '').split(',').filter((id) => id !== '');
  const query = useApi<MetricComparison>(`${reportsApi}/compare${queryOf({ ids: ids.join(',') })}`, ids.length > 1);
  const find = (search.get('find') ?? '').trim().toLowerCase();
  const shown = (query.data?.metrics ?? []).filter(({ metric }) => metric.toLowerCase().includes(find));
  const chosen = shown.find((line) => metricKey(line) === search.get('metric')) ?? shown[0];
  const step = (by: number): void => {
    const at = chosen === undefined ? 0 : shown.indexOf(chosen) + by;
    const next = shown[Math.max(0, Math.min(shown.length - 1, at))];
    if (next !== undefined) setSearch({ metric: metricKey(next) });
  };
  useKey('nextRow', () => step(1));
  useKey('previousRow', () => step(-1));
  const back = (
    <Link className="btn" href="/reports">
      {r('backToReports')}
    </Link>
  );
  return (
    <div className="report compare">
      <div className="head">
        <h1>{r('compareHead')}</h1>
        {query.data !== undefined && <span className="q small">{r('metricsN', { n: query.data.metrics.length })}</span>}
        <span className="sp" />
        {back}
      </div>
      {ids.length < 2 ? (
        <EmptyState text={r('compareEmpty')}>{back}</EmptyState>
      ) : (
        <Loaded query={query}>
          {({ reports, metrics }) =>
            metrics.length === 0 ? (
              <EmptyState text={r('noCommon')}>{back}</EmptyState>
            ) : (
              <>
                {chosen !== undefined && (
                  <section className="series" aria-label={r('seriesOf', { metric: chosen.metric })}>
                    <div className="ph">
                      <h2 lang="zh-CN">{chosen.metric}</h2>
                      <span className="q">{seriesText(chosen.change, chosen.metric, speech).replace(' · ', '')}</span>
                      <span className="sp" />
                      <span className="legend">
                        <span className="kind k-fact">
                          <i aria-hidden="true" />
                          {r('legendFact')}
                        </span>
                        <span className="kind k-line">
                          <i aria-hidden="true" />
                          {r('legendTarget')}
                        </span>
                      </span>
                    </div>
                    <MetricChart key={metricKey(chosen)} line={chosen} reports={reports} />
                  </section>
                )}
                <search className="rowbar">
                  <input
                    className="in s find"
                    type="search"
                    maxLength={100}
                    aria-label={r('findMetric')}
                    placeholder={r('findMetric')}
                    value={search.get('find') ?? ''}
                    onChange={(event) => setSearch({ find: event.target.value })}
                  />
                  <span className="qq num small">
                    {r('ofRows', { shown: numberOf(shown.length), total: numberOf(metrics.length) })}
                  </span>
                </search>
                <CompareTable reports={reports} metrics={shown} chosen={chosen} />
              </>
            )
          }
        </Loaded>
      )}
    </div>
  );
}
