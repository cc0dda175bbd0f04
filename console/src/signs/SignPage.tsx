import { useState, type ReactElement } from 'react';
import type { Sign, SignList, SignSeries } from '@yiwang/contract';
import type { Static } from 'typebox';
import { queryOf } from '../api/request.ts';
import { useApi } from '../api/useApi.ts';
import { regionName, useHere } from '../app/session.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Light } from '../parts/Light.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Segment } from '../parts/Segment.tsx';
import { setSearch, useSearch } from '../route/router.ts';
import { bandText } from '../screen/bandText.ts';
import { numberOf } from '../words/format.ts';
import { useWords } from '../words/useWords.ts';
import { SeriesChart } from './SeriesChart.tsx';
import { SeriesTable } from './SeriesTable.tsx';
import { SignTable } from './SignTable.tsx';
import { TargetSource } from './TargetSource.tsx';

const step = 5 * 60_000;

type Points = Static<typeof SignSeries>['points'];

/** The minutes' means, and the present value at the end, so that the line ends where the number says. */
function upToNow(points: Points, { value, at }: Sign): Points {
  return value === null || at === null ? points : [...points, { at, mean: value, min: value, max: value }];
}

/** One sign: now, its last day, and the same sign in each district. */
export function SignPage(props: { readonly indicator: string }): ReactElement {
  const speech = useWords();
  const { t, b, language } = speech;
  const { city } = useHere();
  const search = useSearch();
  const region = search.get('region') ?? city.code;
  const asTable = search.get('view') === 'table';
  const [to] = useState(() => Math.ceil(Date.now() / step) * step);
  const span = { from: new Date(to - 24 * 60 * 60_000).toISOString(), to: new Date(to).toISOString() };
  const signs = useApi<Static<typeof SignList>>(`/api/signs/${encodeURIComponent(props.indicator)}`);
  const series = useApi<Static<typeof SignSeries>>(
    `/api/signs/${encodeURIComponent(props.indicator)}/series${queryOf({ region, ...span })}`,
  );
  return (
    <Loaded query={signs}>
      {(list) => {
        const sign = list.signs.find((one) => one.region === region) ?? list.signs[0];
        if (sign === undefined) return <EmptyState text={t('noSigns')} />;
        return (
          <>
            <div className="head">
              <h1>{b(sign.name)}</h1>
              <span className="q">{regionName(city, region, language)}</span>
              <Light light={sign.light} of="sign" />
              <span className="num">
                <b>{sign.value === null ? '—' : numberOf(sign.value, sign.decimals)}</b>{' '}
                <span className="q">{sign.unit}</span>
              </span>
              <span className="q">{bandText(sign, speech)}</span>
              {sign.target !== undefined && <TargetSource target={sign.target} />}
            </div>
            <section aria-labelledby="series">
              <div className="ph">
                <h2 id="series">{t('series')}</h2>
                <span className="sp" />
                <Segment
                  label={t('view')}
                  value={asTable ? 'table' : 'chart'}
                  choices={[
                    { value: 'chart', label: t('chart') },
                    { value: 'table', label: t('table') },
                  ]}
                  onChange={(view) => setSearch({ view: view === 'chart' ? undefined : view })}
                />
              </div>
              <Loaded query={series}>
                {({ points }) =>
                  points.length === 0 ? (
                    <EmptyState text={t('noPoints')} />
                  ) : asTable ? (
                    <SeriesTable points={points} decimals={sign.decimals} unit={sign.unit} />
                  ) : (
                    <div className="pb">
                      <SeriesChart
                        sign={sign}
                        points={upToNow(points, sign)}
                        {...span}
                        label={t('chartLabel', { name: b(sign.name) })}
                      />
                    </div>
                  )
                }
              </Loaded>
            </section>
            <section aria-labelledby="districts">
              <div className="ph">
                <h2 id="districts">{t('byDistrict')}</h2>
              </div>
              <SignTable signs={list.signs} />
            </section>
          </>
        );
      }}
    </Loaded>
  );
}
