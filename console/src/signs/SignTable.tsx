import type { ReactElement } from 'react';
import type { Sign } from '@yiwang/contract';
import { regionName, useHere } from '../app/session.ts';
import { Light } from '../parts/Light.tsx';
import { Link } from '../route/Link.tsx';
import { bandText } from '../screen/bandText.ts';
import { dayTimeOf, numberOf } from '../words/format.ts';
import { useWords } from '../words/useWords.ts';
import { TargetSource } from './TargetSource.tsx';

export function SignTable(props: {
  readonly signs: readonly Sign[];
  /** Tells where each target stands; not where the page says it once. */
  readonly sources?: boolean;
}): ReactElement {
  const speech = useWords();
  const { t, b, language } = speech;
  const { city } = useHere();
  return (
    <section className="scroll" aria-label={t('signs')}>
      <table aria-label={t('signs')}>
        <thead>
          <tr>
            <th scope="col">{t('lightWord')}</th>
            <th scope="col">{t('indicator')}</th>
            <th scope="col">{t('district')}</th>
            <th scope="col" className="r">
              {t('value')}
            </th>
            <th scope="col">{t('rightRange')}</th>
            <th scope="col">{t('at')}</th>
          </tr>
        </thead>
        <tbody>
          {props.signs.map((sign) => (
            <tr key={`${sign.indicator} ${sign.region}`}>
              <td>
                <Light light={sign.light} of="sign" />
              </td>
              <td>
                <Link className="link" href={`/signs/${encodeURIComponent(sign.indicator)}?region=${sign.region}`}>
                  {b(sign.name)}
                </Link>
              </td>
              <td>{regionName(city, sign.region, language)}</td>
              <td className="r num">
                {sign.value === null ? t('noValue') : `${numberOf(sign.value, sign.decimals)} ${sign.unit}`}
              </td>
              <td className="q">
                {bandText(sign, speech)}{' '}
                {props.sources === true && sign.target !== undefined && <TargetSource target={sign.target} />}
              </td>
              <td className="num q">{sign.at === null ? '—' : dayTimeOf(sign.at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
