import { useState, type ReactElement, type ReactNode } from 'react';
import type { LiveEvent } from '@yiwang/contract';
import { regionName, useHere } from '../app/session.ts';
import { useKey } from '../keys/useKey.ts';
import { useLive } from '../live/live.ts';
import { Button } from '../parts/Button.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import { Shape } from '../parts/Light.tsx';
import { Panel } from '../parts/Panel.tsx';
import { Link } from '../route/Link.tsx';
import { secondsOf } from '../words/format.ts';
import { useWords } from '../words/useWords.ts';

function merged(fresh: readonly LiveEvent[], known: readonly LiveEvent[]): readonly LiveEvent[] {
  const byId = new Map([...known, ...fresh].map((event) => [event.id, event]));
  return [...byId.values()].toSorted((x, y) => (x.at < y.at ? 1 : -1)).slice(0, 60);
}

/** The newest on top. Paused, the list stands still and counts what waits. */
export function LiveList(props: { readonly events: readonly LiveEvent[]; readonly isReplay: boolean }): ReactElement {
  const { t, b, language } = useWords();
  const { city } = useHere();
  const [arrived, setArrived] = useState<readonly LiveEvent[]>([]);
  const [paused, setPaused] = useState<readonly LiveEvent[]>();
  useLive((message) => {
    if (message.kind === 'batch' && message.batch.events.length > 0)
      setArrived((before) => merged(message.batch.events, before));
  });
  const current = props.isReplay ? props.events : merged(arrived, props.events);
  const shown = paused ?? current;
  const waiting = current.filter((event) => !shown.some((known) => known.id === event.id)).length;
  const turn = (): void => setPaused(paused === undefined ? current : undefined);
  useKey('pause', turn);
  const newest = arrived[0]?.id;
  return (
    <Panel
      title={t('live')}
      note={paused === undefined ? undefined : <span className="qq small num">{t('held', { n: waiting })}</span>}
      side={
        <Button look="text" small aria-pressed={paused !== undefined} onClick={turn}>
          {t(paused === undefined ? 'pause' : 'resume')} <Kbd of="pause" />
        </Button>
      }
    >
      {shown.length === 0 && <EmptyState text={t('noEvents')} />}
      <ul className="evs">
        {shown.map((event) => (
          <li key={event.id}>
            <EventRow event={event} isNew={event.id === newest}>
              <span className="num qq">{secondsOf(event.at)}</span>
              <Shape light={event.light} label={t(event.light)} />
              <span className="w" title={b(event.title)}>
                {b(event.title)}{' '}
                <span className="qq small">
                  {regionName(city, event.region, language)}
                  {event.place === '' ? '' : ` · ${event.place}`}
                </span>
              </span>
              <span className="small q o">{event.organisationName === null ? '' : b(event.organisationName)}</span>
            </EventRow>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function EventRow(props: {
  readonly event: LiveEvent;
  readonly isNew: boolean;
  readonly children: ReactNode;
}): ReactElement {
  const name = props.isNew ? 'ev new' : 'ev';
  if (props.event.case === null) return <div className={name}>{props.children}</div>;
  return (
    <Link className={name} href={`/cases/${props.event.case.region}/${props.event.case.id}`}>
      {props.children}
    </Link>
  );
}
