import type { ReactElement } from 'react';
import type { CaseDetail } from '@yiwang/contract';
import { Light } from '../parts/Light.tsx';
import { Link } from '../route/Link.tsx';
import { dayTimeOf } from '../words/format.ts';
import { useWords } from '../words/useWords.ts';
import { useSignNames } from './useSignNames.ts';

/** The decision's own reason, and the observation that it was asked about. */
export function CaseWhy(props: { readonly detail: CaseDetail }): ReactElement | null {
  const { t, b } = useWords();
  const named = useSignNames();
  const { decision, observation, summary } = props.detail;
  if (decision === null && observation === null) return null;
  return (
    <section className="sec" aria-labelledby="why">
      <h2 id="why">{t('why')}</h2>
      <div className="pb">
        {decision !== null && <p>{named(b(decision.reason))}</p>}
        <dl className="facts">
          {observation !== null && (
            <>
              <dt>{t('observation')}</dt>
              <dd>
                {b(observation.name)}{' '}
                <Link
                  className="link num"
                  href={`/signs/${encodeURIComponent(observation.indicator)}?region=${summary.region}`}
                >
                  {observation.value} {observation.unit}
                </Link>{' '}
                <span className="num qq">{dayTimeOf(observation.at)}</span>{' '}
                <Light light={observation.inBandAgain ? 'ok' : 'over'}>
                  {t(observation.inBandAgain ? 'inBandAgain' : 'stillOut')}
                </Light>
              </dd>
            </>
          )}
          {decision !== null && (
            <>
              <dt>{t('rules')}</dt>
              <dd className="mono">
                {decision.id} · {decision.rules.join(', ')}
              </dd>
            </>
          )}
        </dl>
      </div>
    </section>
  );
}
