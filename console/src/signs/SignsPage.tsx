import type { ReactElement } from 'react';
import type { SignList } from '@yiwang/contract';
import type { Static } from 'typebox';
import { queryOf } from '../api/request.ts';
import { useApi } from '../api/useApi.ts';
import { useHere } from '../app/session.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { setSearch, useSearch } from '../route/router.ts';
import { Segment } from '../parts/Segment.tsx';
import { useWords } from '../words/useWords.ts';
import { SignTable } from './SignTable.tsx';

export function SignsPage(): ReactElement {
  const { t, b } = useWords();
  const { city } = useHere();
  const search = useSearch();
  const region = search.get('region') ?? '';
  const light = search.get('light') ?? '';
  const query = useApi<Static<typeof SignList>>(`/api/signs${queryOf({ region })}`);
  return (
    <>
      <div className="head">
        <h1>{t('signs')}</h1>
      </div>
      <search className="filters">
        <Segment
          label={t('lightWord')}
          value={light}
          choices={[
            { value: '', label: t('all') },
            { value: 'ok', label: t('signOk') },
            { value: 'due', label: t('signDue') },
            { value: 'over', label: t('signOver') },
          ]}
          onChange={(next) => setSearch({ light: next })}
        />
        <label className="field">
          <span>{t('district')}</span>
          <select className="in" value={region} onChange={(event) => setSearch({ region: event.target.value })}>
            <option value="">{t('allDistricts')}</option>
            {city.regions.map((one) => (
              <option key={one.code} value={one.code}>
                {b(one.name)}
              </option>
            ))}
          </select>
        </label>
      </search>
      <Loaded query={query}>
        {({ signs }) => {
          const shown = signs.filter((sign) => light === '' || sign.light === light);
          return shown.length === 0 ? <EmptyState text={t('noSigns')} /> : <SignTable signs={shown} sources />;
        }}
      </Loaded>
    </>
  );
}
