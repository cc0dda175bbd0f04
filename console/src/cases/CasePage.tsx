import type { ReactElement } from 'react';
import { regionName, useHere } from '../app/session.ts';
import { Button } from '../parts/Button.tsx';
import { Light } from '../parts/Light.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Tag } from '../parts/Tag.tsx';
import { Link } from '../route/Link.tsx';
import { dayTimeOf } from '../words/format.ts';
import { useWords } from '../words/useWords.ts';
import { CaseActions } from './CaseActions.tsx';
import { CaseClock } from './CaseClock.tsx';
import { CaseClocks } from './CaseClocks.tsx';
import { CaseEntries } from './CaseEntries.tsx';
import { CaseFiles } from './CaseFiles.tsx';
import { CaseFilled } from './CaseFilled.tsx';
import { CaseHistory } from './CaseHistory.tsx';
import { CaseMatters } from './CaseMatters.tsx';
import { CaseReceiptButton } from './CaseReceiptButton.tsx';
import { CaseTasks } from './CaseTasks.tsx';
import { CaseWhy } from './CaseWhy.tsx';
import { Diagram } from './Diagram.tsx';
import { useCase } from './useCase.ts';

export function CasePage(props: { readonly region: string; readonly id: string }): ReactElement {
  const { t, b, language } = useWords();
  const { city } = useHere();
  const query = useCase(props.region, props.id);
  return (
    <Loaded query={query}>
      {(detail) => (
        <>
          <div className="head">
            <h1>{detail.summary.title}</h1>
            {detail.summary.state === 'closed' ? <Tag>{t('stateClosed')}</Tag> : <Light light={detail.summary.light} />}
            {detail.summary.simulated && <Tag look="sim">{t('simulated')}</Tag>}
            <span className="q num">{detail.summary.number}</span>
            <Button look="text" small onClick={() => void navigator.clipboard.writeText(detail.summary.number)}>
              {t('copyNumber')}
            </Button>
            <CaseReceiptButton of={detail.summary} />
            <span className="sp" />
            <Link className="btn s" href="/cases?state=open">
              {t('backToList')}
            </Link>
          </div>
          <div className="cols case">
            <div>
              <CaseTasks detail={detail} />
              <CaseActions detail={detail} />
              <CaseFilled filled={detail.filled} />
              <CaseWhy detail={detail} />
              <Diagram region={props.region} id={props.id} step={detail.summary.step} />
              <CaseFiles detail={detail} />
            </div>
            <div>
              <section className="sec" aria-label={t('clock')}>
                <div className="pb">
                  <dl className="facts">
                    <dt>{t('district')}</dt>
                    <dd>{regionName(city, detail.summary.region, language)}</dd>
                    <dt>{t('organisation')}</dt>
                    <dd>
                      {b(detail.summary.organisationName)} {detail.summary.assignee ?? ''}
                    </dd>
                    <dt>{t('opened')}</dt>
                    <dd className="num">{dayTimeOf(detail.summary.openedAt)}</dd>
                    {detail.clock !== null && <CaseClock clock={detail.clock} />}
                  </dl>
                </div>
              </section>
              <CaseClocks detail={detail} />
              <CaseMatters detail={detail} />
              <CaseHistory events={detail.events} />
              <CaseEntries region={props.region} id={props.id} />
            </div>
          </div>
        </>
      )}
    </Loaded>
  );
}
