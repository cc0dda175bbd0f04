import type { ReactElement } from 'react';
import type { Screen } from '@yiwang/contract';
import { regionName, useHere } from '../app/session.ts';
import { useWords } from '../words/useWords.ts';
import { CountCell } from './CountCell.tsx';

/** What the map says, for who can't see it or wants the figures. */
export function DistrictTable(props: { readonly screen: Screen }): ReactElement {
  const { t, language } = useWords();
  const { city } = useHere();
  return (
    <div className="scroll">
      <table aria-label={t('districts')}>
        <thead>
          <tr>
            <th scope="col">{t('district')}</th>
            {(['ok', 'due', 'over'] as const).map((light) => (
              <th key={light} scope="col" className="r">
                {t(light)}
              </th>
            ))}
            <th scope="col" className="r">
              {t('total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.screen.districts.map(({ region, counts }) => (
            <tr key={region}>
              <td>{regionName(city, region, language)}</td>
              <CountCell n={counts.ok} light="ok" region={region} />
              <CountCell n={counts.due} light="due" region={region} />
              <CountCell n={counts.over} light="over" region={region} />
              <CountCell n={counts.ok + counts.due + counts.over} region={region} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
