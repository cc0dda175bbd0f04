import type { ReactElement } from 'react';
import type { Sign } from '@yiwang/contract';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Panel } from '../parts/Panel.tsx';
import { Link } from '../route/Link.tsx';
import { useWords } from '../words/useWords.ts';
import { VitalSign } from './VitalSign.tsx';

const urgency = { over: 0, due: 1, unknown: 2, ok: 3 } as const;

/** At most twelve; what is out of band comes first, so that nothing wrong is left out. */
export function VitalSigns(props: { readonly signs: readonly Sign[] }): ReactElement {
  const { t } = useWords();
  const shown =
    props.signs.length <= 12
      ? props.signs
      : props.signs.toSorted((x, y) => urgency[x.light] - urgency[y.light]).slice(0, 12);
  const legend = (
    <span className="legend">
      <svg className="opt" width="22" height="10" aria-hidden="true">
        <rect className="m-band" width="22" height="10" />
        <path className="m-target" d="M0 3H22" />
      </svg>
      <span className="opt">{t('legendBand')}</span>
      {props.signs.length > shown.length && (
        <Link className="link" href="/signs">
          {t('all')} {props.signs.length}
        </Link>
      )}
    </span>
  );
  return (
    <Panel title={t('vitals')} side={legend}>
      {shown.length === 0 && <EmptyState text={t('noSigns')} />}
      <div className="v-grid">
        {shown.map((sign) => (
          <VitalSign key={`${sign.indicator} ${sign.region}`} sign={sign} />
        ))}
      </div>
    </Panel>
  );
}
