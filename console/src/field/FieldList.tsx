import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { TaskList } from '@yiwang/contract';
import type { Static } from 'typebox';
import { useApi } from '../api/useApi.ts';
import { regionName, useHere } from '../app/session.ts';
import { signOut } from '../app/signOut.ts';
import { useLive, useLiveState } from '../live/live.ts';
import { Button } from '../parts/Button.tsx';
import { Light } from '../parts/Light.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Tag } from '../parts/Tag.tsx';
import { Link } from '../route/Link.tsx';
import { dayTimeOf } from '../words/format.ts';
import { useWords } from '../words/useWords.ts';

export function FieldList(): ReactElement {
  const { t, language } = useWords();
  const { city } = useHere();
  const client = useQueryClient();
  const live = useLiveState();
  useLive((message) => {
    if (message.kind !== 'state') void client.invalidateQueries({ queryKey: ['/api/tasks'] });
  });
  const query = useApi<Static<typeof TaskList>>('/api/tasks');
  return (
    <>
      <header>
        <h1>{t('myTasks')}</h1>
        {city.simulated && <Tag look="sim">{t('simulated')}</Tag>}
        <span className="sp" />
        <Link className="btn" href="/">
          {t('consoleLink')}
        </Link>
        <Button onClick={() => void signOut()}>{t('signOutShort')}</Button>
      </header>
      <main>
        {live === 'offline' && <output className="notice">{t('offline')}</output>}
        <Loaded query={query}>
          {({ tasks }) =>
            tasks.length === 0 ? (
              <EmptyState text={t('noFieldTasks')} />
            ) : (
              <ul>
                {tasks.map(({ task, case: one }) => (
                  <li key={task.id}>
                    <Link className="item" href={`/field/${one.region}/${one.id}`}>
                      <span className="row">
                        <Light light={task.light} />
                        <b>{task.name}</b>
                        <span className="sp" />
                        {task.dueAt !== null && <span className="num q">{dayTimeOf(task.dueAt)}</span>}
                      </span>
                      <span>{one.title}</span>
                      <span className="q">
                        {regionName(city, one.region, language)} · <span className="num">{one.number}</span>
                      </span>
                    </Link>
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </main>
    </>
  );
}
