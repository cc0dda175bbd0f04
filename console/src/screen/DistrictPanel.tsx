import type { ReactElement } from 'react';
import type { Screen } from '@yiwang/contract';
import { regionName, useHere } from '../app/session.ts';
import { Kbd } from '../parts/Kbd.tsx';
import { Panel } from '../parts/Panel.tsx';
import { Light } from '../parts/Light.tsx';
import { Link } from '../route/Link.tsx';
import { numberOf } from '../words/format.ts';
import { useWords } from '../words/useWords.ts';
import { CountCell } from './CountCell.tsx';

export function DistrictPanel(props: { readonly screen: Screen; readonly region: string }): ReactElement | null {
  const { t, b, language } = useWords();
  const { city } = useHere();
  const district = props.screen.districts.find((candidate) => candidate.region === props.region);
  if (district === undefined) return null;
  const { counts, signs } = district;
  return (
    <Panel
      title={regionName(city, props.region, language)}
      note={<span className="q small">{t('openCount', { n: numberOf(counts.ok + counts.due + counts.over) })}</span>}
      side={
        <Link className="btn t s" href={`/cases?state=open&region=${props.region}`}>
          {t('open')} <Kbd of="openDistrict" />
        </Link>
      }
    >
      <table className="lt">
        <tbody>
          <tr>
            <th scope="row">{t('cases')}</th>
            <CountCell n={counts.ok} light="ok" region={props.region} />
            <CountCell n={counts.due} light="due" region={props.region} />
            <CountCell n={counts.over} light="over" region={props.region} />
          </tr>
          <tr>
            <th scope="row">
              <Link href={`/signs?region=${props.region}`}>{t('signs')}</Link>
            </th>
            {(['ok', 'due', 'over'] as const).map((light) => (
              <td key={light} className="r num" aria-label={`${t('signs')} ${t(light)} ${signs[light]}`}>
                <Link href={`/signs?region=${props.region}&light=${light}`}>
                  <Light light={light} of="sign">
                    {numberOf(signs[light])}
                  </Light>
                </Link>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <div className="row small pb">
        <span className="q">{t('duty')}</span>
        {b(district.dutyName)}
      </div>
    </Panel>
  );
}
