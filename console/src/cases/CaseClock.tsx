import type { ReactElement } from 'react';
import type { CaseDetail } from '@yiwang/contract';
import { dayTimeOf } from '../words/format.ts';
import { useWords } from '../words/useWords.ts';

export function CaseClock(props: { readonly clock: NonNullable<CaseDetail['clock']> }): ReactElement {
  const { t } = useWords();
  const { clock } = props;
  const minutes = (all: number): string =>
    all < 60 ? t('minutes', { m: all }) : t('hourMinute', { h: Math.floor(all / 60), m: all % 60 });
  return (
    <>
      <dt>{t('dueAt')}</dt>
      <dd className="num">
        {dayTimeOf(clock.dueAt)}
        {clock.running ? '' : ` · ${t('stopped')}`}
      </dd>
      <dt>{t('clock')}</dt>
      <dd>
        {t('clockUsed', {
          used: minutes(clock.usedMinutes),
          budget: minutes(clock.budgetMinutes),
          unit: t(clock.unit === 'working' ? 'working' : 'calendarUnit'),
        })}{' '}
        <span className="qq">{t('workCalendar', { version: clock.calendar })}</span>
      </dd>
    </>
  );
}
