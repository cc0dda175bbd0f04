import type { ReactElement } from 'react';
import type { CaseDetail } from '@yiwang/contract';
import { dayTimeOf } from '../words/format.ts';
import { useWords } from '../words/useWords.ts';

export function CaseClock(props: { readonly clock: NonNullable<CaseDetail['clock']> }): ReactElement {
  const { t } = useWords();
  const { clock } = props;
  const inDays = clock.unit.endsWith('Days');
  const amount = (all: number): string => {
    if (inDays) return t('daysCount', { n: all });
    return all < 60 ? t('minutes', { m: all }) : t('hourMinute', { h: Math.floor(all / 60), m: Math.floor(all % 60) });
  };
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
          used: amount(clock.used),
          budget: amount(clock.budget + clock.extended),
          unit: t(clock.unit.startsWith('working') ? 'working' : 'calendarUnit'),
        })}{' '}
        <span className="qq">{t('workCalendar', { version: clock.calendar })}</span>
      </dd>
    </>
  );
}
