import type { ReactElement } from 'react';
import type { CaseDetail } from '@yiwang/contract';
import { dayTimeOf } from '../words/format.ts';
import { useWords } from '../words/useWords.ts';
import { clockAmount } from './clockAmount.ts';

export function CaseClock(props: { readonly clock: NonNullable<CaseDetail['clock']> }): ReactElement {
  const speech = useWords();
  const { t } = speech;
  const { clock } = props;
  return (
    <>
      <dt>{t('dueAt')}</dt>
      <dd className="num">
        {clock.dueAt === null ? '–' : dayTimeOf(clock.dueAt)}
        {clock.state === 'running' ? '' : ` · ${t('stopped')}`}
      </dd>
      <dt>{t('clock')}</dt>
      <dd>
        {t('clockUsed', {
          used: clockAmount(clock.used, clock.unit, speech),
          budget: clockAmount(clock.budget + clock.extended, clock.unit, speech),
          unit: t(clock.unit.startsWith('working') ? 'working' : 'calendarUnit'),
        })}{' '}
        <span className="qq">{t('workCalendar', { version: clock.calendar })}</span>
      </dd>
    </>
  );
}
