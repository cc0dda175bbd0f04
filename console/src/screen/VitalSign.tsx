import { memo } from 'react';
import type { Sign } from '@yiwang/contract';
import { useHere, regionName } from '../app/session.ts';
import { Light } from '../parts/Light.tsx';
import { Spark } from '../parts/Spark.tsx';
import { Link } from '../route/Link.tsx';
import { numberOf } from '../words/format.ts';
import { useWords } from '../words/useWords.ts';
import { bandText } from './bandText.ts';

/** One sign: its value, its last hours, and what it is held against. Drawn anew only when it changed. */
export const VitalSign = memo(function VitalSign(props: { readonly sign: Sign }) {
  const speech = useWords();
  const { t, b, language } = speech;
  const { city } = useHere();
  const { sign } = props;
  return (
    <Link className="v" href={`/signs/${encodeURIComponent(sign.indicator)}?region=${sign.region}`}>
      <span className="k">
        <span title={b(sign.name)}>
          {b(sign.name)}
          {sign.region === city.code ? '' : ` · ${regionName(city, sign.region, language)}`}
        </span>
        <Light light={sign.light} of="sign" />
      </span>
      <span className="n">
        {sign.value === null ? '—' : numberOf(sign.value, sign.decimals)}
        <small>{sign.value === null ? t('noValue') : sign.unit}</small>
      </span>
      <Spark sign={sign} />
      <span className="t">{bandText(sign, speech)}</span>
    </Link>
  );
});
