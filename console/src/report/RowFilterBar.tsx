import { useRef, type ReactElement } from 'react';
import type { Report } from '@yiwang/contract';
import { useKey } from '../keys/useKey.ts';
import { Button } from '../parts/Button.tsx';
import { Shape } from '../parts/Light.tsx';
import { setSearch } from '../route/router.ts';
import { type rowFilterNames, type RowFilters } from './filterRows.ts';
import type { Entry } from './Contents.tsx';
import { useReportWords } from './reportWords.ts';
import { rowKinds, type Row } from './rows.ts';
import { periodText } from './rowText.ts';

function Select(props: {
  readonly label: string;
  readonly any: string;
  readonly value: string;
  readonly choices: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}): ReactElement {
  return (
    <select
      className="in s"
      aria-label={props.label}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
    >
      <option value="">{props.any}</option>
      {props.choices.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}

const distinct = (values: readonly (string | null)[]): readonly string[] =>
  [...new Set(values)].filter((value) => value !== null).toSorted();

/** Narrows the rows; everything is in the address. Choices that this report does not have are not offered. */
export function RowFilterBar(props: {
  readonly rows: readonly Row[];
  readonly entries: readonly Entry[];
  readonly filters: RowFilters;
  readonly topics: NonNullable<Report['topics']>;
  readonly waiting: number;
}): ReactElement {
  const { r, b } = useReportWords();
  const { rows, filters } = props;
  const find = useRef<HTMLInputElement>(null);
  useKey('findRow', () => find.current?.focus());
  const used = new Set(rows.map(({ topic }) => topic));
  const topics = props.topics.filter(({ code }) => used.has(code));
  const themes = distinct(rows.map(({ theme }) => theme));
  const periods = distinct(rows.map(({ period }) => period));
  const set = (name: (typeof rowFilterNames)[number]) => (value: string) => setSearch({ [name]: value });
  return (
    <search className="rowbar">
      <input
        ref={find}
        className="in s find"
        type="search"
        maxLength={100}
        aria-label={r('find')}
        placeholder={r('findShort')}
        value={filters.find}
        onChange={(event) => setSearch({ find: event.target.value })}
      />
      <Select
        label={r('kind')}
        any={r('allKinds')}
        value={filters.kind}
        choices={rowKinds.map((kind) => [kind, r(kind)])}
        onChange={set('kind')}
      />
      <Select
        label={r('section')}
        any={r('allSections')}
        value={filters.section}
        choices={props.entries.map(({ section }) => [section.path, section.title])}
        onChange={set('section')}
      />
      {(themes.length > 0 || topics.length > 0) && (
        <select
          className="in s"
          aria-label={r('theme')}
          value={
            filters.topic === '' ? (filters.theme === '' ? '' : `heading ${filters.theme}`) : `topic ${filters.topic}`
          }
          onChange={({ target: { value } }) =>
            setSearch({
              topic: value.startsWith('topic ') ? value.slice(6) : undefined,
              theme: value.startsWith('heading ') ? value.slice(8) : undefined,
            })
          }
        >
          <option value="">{r('allThemes')}</option>
          {topics.length > 0 && (
            <optgroup label={r('fields')}>
              {topics.map(({ code, name }) => (
                <option key={code} value={`topic ${code}`}>
                  {b(name)}
                </option>
              ))}
            </optgroup>
          )}
          {themes.length > 0 && (
            <optgroup label={r('headings')}>
              {themes.map((theme) => (
                <option key={theme} value={`heading ${theme}`}>
                  {theme}
                </option>
              ))}
            </optgroup>
          )}
        </select>
      )}
      {periods.length > 0 && (
        <Select
          label={r('period')}
          any={r('allPeriods')}
          value={filters.period}
          choices={periods.map((period) => [period, periodText(period)])}
          onChange={set('period')}
        />
      )}
      {(props.waiting > 0 || filters.waiting !== '') && (
        <Button
          small
          aria-pressed={filters.waiting !== ''}
          onClick={() => setSearch({ waiting: filters.waiting === '' ? 'true' : undefined })}
        >
          <Shape light="due" /> {r('waitingOnly')}
        </Button>
      )}
    </search>
  );
}
