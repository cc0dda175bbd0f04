import type { ReactElement } from 'react';
import { useScreen } from '../api/useApi.ts';
import { useLag, useLiveState } from '../live/live.ts';
import { Kbd } from '../parts/Kbd.tsx';
import { Shape } from '../parts/Light.tsx';
import { ReportFoot } from '../report/ReportFoot.tsx';
import { useRoute } from '../route/router.ts';
import { dayOf, numberOf, weekdayOf } from '../words/format.ts';
import { useWords } from '../words/useWords.ts';

const stateLights = { live: 'ok', connecting: 'unknown', offline: 'over' } as const;
const stateWords = { live: 'liveState', connecting: 'connecting', offline: 'connecting' } as const;

export function Foot(props: { readonly onKeys: () => void }): ReactElement {
  const { t, language } = useWords();
  const screen = useScreen(undefined).data;
  const state = useLiveState();
  const lag = useLag();
  const route = useRoute();
  const checkpoint = screen?.checkpoint ?? null;
  if (route.at === 'report') {
    return (
      <footer className="foot">
        <ReportFoot id={route.id} onKeys={props.onKeys} />
      </footer>
    );
  }
  return (
    <footer className="foot">
      <span className="row">
        <Shape light={stateLights[state]} />
        {t(stateWords[state])}
      </span>
      <span className="opt">{lag === undefined ? t('noEventYet') : t('eventToScreen', { ms: lag })}</span>
      {checkpoint !== null && (
        <span>
          {t('checkpoint', {
            size: numberOf(checkpoint.size),
            state: t(checkpoint.verified ? 'verified' : 'notVerified'),
          })}
        </span>
      )}
      <span className="sp" />
      <button type="button" className="plain row" onClick={props.onKeys}>
        <Kbd of="help" /> {t('keysTitle')}
      </button>
      <span className="row opt">
        <Kbd of="goCases" /> {t('cases')}
      </span>
      <span className="row opt">
        <Kbd of="density" /> {t('density')}
      </span>
      {screen !== undefined && (
        <span>
          {dayOf(screen.at)} {weekdayOf(screen.at, language)} ·{' '}
          {t('workCalendar', { version: screen.calendar.version })}
          {screen.calendar.workday ? '' : ` · ${t('restDay')}`}
        </span>
      )}
    </footer>
  );
}
