import { useState, type ReactElement } from 'react';
import { regionName, useHere } from '../app/session.ts';
import { refusalText } from '../cases/refusalText.ts';
import { useCase } from '../cases/useCase.ts';
import { useSignNames } from '../cases/useSignNames.ts';
import { Light } from '../parts/Light.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Tag } from '../parts/Tag.tsx';
import { Link } from '../route/Link.tsx';
import { dayTimeOf } from '../words/format.ts';
import { useWords } from '../words/useWords.ts';
import { FieldAct } from './FieldAct.tsx';

/** Where, why, and the one next step: 接单 → 拍照 → 办结. */
export function FieldTask(props: { readonly region: string; readonly id: string }): ReactElement {
  const speech = useWords();
  const { t, b, language } = speech;
  const named = useSignNames();
  const { city } = useHere();
  const query = useCase(props.region, props.id);
  const [finished, setFinished] = useState(false);
  return (
    <>
      <header>
        <Link className="btn" href="/field">
          {t('myTasks')}
        </Link>
        <h1 className="num nw">{query.data?.summary.number ?? ''}</h1>
        <span className="sp" />
        {city.simulated && <Tag look="sim">{t('simulated')}</Tag>}
      </header>
      <main>
        <Loaded query={query}>
          {(detail) => {
            const task = detail.tasks.find((one) => one.state === 'open' && one.actions.length > 0);
            const refused = detail.tasks.find((one) => one.refused !== null);
            const { observation, decision, summary } = detail;
            return (
              <>
                <h2>
                  <b>{summary.title}</b>
                </h2>
                <dl className="facts">
                  <dt>{t('place')}</dt>
                  <dd>
                    {regionName(city, summary.region, language)}
                    {observation === null ? '' : ` · ${b(observation.name)}`}
                    {summary.longitude !== null && summary.latitude !== null && (
                      <span className="num q">
                        {' '}
                        {summary.longitude.toFixed(4)}, {summary.latitude.toFixed(4)}
                      </span>
                    )}
                  </dd>
                  {decision !== null && (
                    <>
                      <dt>{t('reason')}</dt>
                      <dd>{named(b(decision.reason))}</dd>
                    </>
                  )}
                  {task !== undefined && (
                    <>
                      <dt>{t('dueAt')}</dt>
                      <dd>
                        <Light light={task.light} />{' '}
                        <span className="num">{task.dueAt === null ? '—' : dayTimeOf(task.dueAt)}</span>
                      </dd>
                    </>
                  )}
                </dl>
                {task === undefined || finished ? (
                  <output>
                    {finished
                      ? `✓ ${t('taskFinished')}`
                      : refused === undefined
                        ? t('noTasks')
                        : refusalText(refused, speech)}
                  </output>
                ) : (
                  <FieldAct key={task.id} detail={detail} task={task} onFinished={() => setFinished(true)} />
                )}
              </>
            );
          }}
        </Loaded>
      </main>
    </>
  );
}
