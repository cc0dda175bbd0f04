import type { FlowQuery, ProcessDetail } from '@yiwang/contract';
import type { ReactElement } from 'react';
import { useHere } from '../app/session.ts';
import { setSearch, useSearch } from '../route/router.ts';
import { useProcessWords } from './processWords.ts';

const names = ['version', 'region', 'from', 'to'] as const;
const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

export const isFiltered = (search: URLSearchParams): boolean => names.some((name) => search.get(name) !== null);

/** What the address asks for; days begin in the city's time. */
export function flowQueryOf(search: URLSearchParams): FlowQuery {
  const version = Number(search.get('version') ?? Number.NaN);
  const region = search.get('region');
  const midnight = (day: string | null, later: number): string | undefined =>
    day === null || !dayPattern.test(day) || Number.isNaN(Date.parse(day))
      ? undefined
      : new Date(Date.parse(`${day}T00:00:00+08:00`) + later * 86_400_000).toISOString();
  const [from, to] = [midnight(search.get('from'), 0), midnight(search.get('to'), 1)];
  return {
    ...(Number.isInteger(version) && version > 0 ? { version } : {}),
    ...(region === null ? {} : { region }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

/** Whose cases are looked at: of a version, a district, opened between two days. */
export function FlowFilters(props: { readonly detail: ProcessDetail }): ReactElement {
  const { b, w } = useProcessWords();
  const { city } = useHere();
  const search = useSearch();
  const change = (name: (typeof names)[number]) => (event: { readonly target: { readonly value: string } }) =>
    setSearch({ [name]: event.target.value, variant: undefined });
  return (
    <>
      <select
        className="in s"
        aria-label={w('version')}
        value={search.get('version') ?? ''}
        onChange={change('version')}
      >
        <option value="">{w('allVersions')}</option>
        {props.detail.versions.map(({ version }) => (
          <option key={version} value={version}>
            {w('versionN', { n: version })}
          </option>
        ))}
      </select>
      <select
        className="in s"
        aria-label={w('district')}
        value={search.get('region') ?? ''}
        onChange={change('region')}
      >
        <option value="">{b(city.name)}</option>
        {city.regions
          .filter(({ code }) => code !== city.code)
          .map(({ code, name }) => (
            <option key={code} value={code}>
              {b(name)}
            </option>
          ))}
      </select>
      <label className="row small">
        {w('opened')} {w('from')}
        <input className="in s" type="date" value={search.get('from') ?? ''} onChange={change('from')} />
      </label>
      <label className="row small">
        {w('to')}
        <input className="in s" type="date" value={search.get('to') ?? ''} onChange={change('to')} />
      </label>
    </>
  );
}
