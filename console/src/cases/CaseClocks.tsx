import type { ReactElement } from 'react';
import type { CaseClock, CaseDetail } from '@yiwang/contract';
import { Light } from '../parts/Light.tsx';
import { dayTimeOf } from '../words/format.ts';
import { useWords } from '../words/useWords.ts';
import { clockAmount } from './clockAmount.ts';

/** All time limits of a case: its own, those of its stages, those of its tasks; when each stood still, and why. */
export function CaseClocks({ detail }: { readonly detail: CaseDetail }): ReactElement | null {
  const { t } = useWords();
  const order = ['case', 'stage', 'task'] as const;
  const clocks = order.flatMap((of) => detail.clocks.filter((clock) => clock.of === of && clock.state !== 'stopped'));
  if (clocks.length === 0) return null;
  return (
    <section className="sec" aria-labelledby="clocks">
      <h2 id="clocks">{t('clocks')}</h2>
      <ul className="pb clocks">
        {clocks.map((clock) => (
          <OneClock key={clock.id} clock={clock} />
        ))}
      </ul>
    </section>
  );
}

function OneClock({ clock }: { readonly clock: CaseClock }): ReactElement {
  const speech = useWords();
  const { t } = speech;
  const total = clock.budget + clock.extended;
  return (
    <li>
      <div className="row">
        <Light light={clock.light} />
        <span className="q">{t(`clock-${clock.of}`)}</span>
        {clock.of !== 'case' && <b>{clock.name}</b>}
        <span className="sp" />
        <span className="num">
          {clock.state === 'suspended' || clock.dueAt === null ? t('stopped') : dayTimeOf(clock.dueAt)}
        </span>
      </div>
      <progress max={total} value={Math.min(clock.used, total)} aria-label={t('clock')} />
      <div className="row small q">
        {t('clockUsed', {
          used: clockAmount(clock.used, clock.unit, speech),
          budget: clockAmount(total, clock.unit, speech),
          unit: t(clock.unit.startsWith('working') ? 'working' : 'calendarUnit'),
        })}
      </div>
      {clock.stops.map((stop) => (
        <div key={stop.from} className="small q">
          {t('clockStop', { from: dayTimeOf(stop.from), to: stop.to === null ? t('untilNow') : dayTimeOf(stop.to) })}
          {stop.reason === null ? '' : ` · ${stop.reason}`}
        </div>
      ))}
    </li>
  );
}
