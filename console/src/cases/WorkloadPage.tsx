import type { ReactElement } from 'react';
import type { Workload } from '@yiwang/contract';
import { queryOf } from '../api/request.ts';
import { useApi } from '../api/useApi.ts';
import { useHere } from '../app/session.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { setSearch, useSearch } from '../route/router.ts';
import { numberOf } from '../words/format.ts';
import { useWords } from '../words/useWords.ts';
import { useRoleName } from './useRoleName.ts';
import { WorkTable } from './WorkTable.tsx';

/** Who has how much to do: by person, role and skill, each with the way to its cases. */
export function WorkloadPage(): ReactElement {
  const { t, b } = useWords();
  const { city } = useHere();
  const roleName = useRoleName();
  const region = useSearch().get('region') ?? '';
  const query = useApi<Workload>(`/api/workload${queryOf({ region })}`);
  const list = (filters: Readonly<Record<string, string>>): string =>
    `/cases${queryOf({ ...filters, region, order: 'due' })}`;
  return (
    <>
      <div className="head">
        <h1>{t('workload')}</h1>
        <span className="sp" />
        <label className="field">
          <span>{t('district')}</span>
          <select className="in" value={region} onChange={(event) => setSearch({ region: event.target.value })}>
            <option value="">{t('allDistricts')}</option>
            {city.regions.map(({ code, name }) => (
              <option key={code} value={code}>
                {b(name)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Loaded query={query}>
        {({ total, people, roles, skills }) =>
          total.open === 0 ? (
            <EmptyState text={t('workloadNone')} />
          ) : (
            <>
              <p className="pb">
                {t('workloadSays', {
                  open: numberOf(total.open),
                  over: numberOf(total.over),
                  due: numberOf(total.due),
                  untaken: numberOf(total.untaken),
                })}
              </p>
              <WorkTable
                title={t('workOfPeople')}
                of={t('holder')}
                rows={people.map(({ account, ...work }) => ({
                  ...work,
                  name: account,
                  href: list({ held: account }),
                }))}
              />
              <WorkTable
                title={t('workOfRoles')}
                of={t('roleOf')}
                rows={roles.map(({ role, name, ...work }) => ({
                  ...work,
                  name: role === null ? t('anyRole') : roleName(role, b(name)),
                  ...(role === null ? {} : { href: list({ role }) }),
                }))}
              />
              {skills.length > 0 && (
                <WorkTable
                  title={t('workOfSkills')}
                  of={t('skill')}
                  rows={skills.map(({ skill, ...work }) => ({ ...work, name: skill, href: list({ skill }) }))}
                />
              )}
            </>
          )
        }
      </Loaded>
    </>
  );
}
