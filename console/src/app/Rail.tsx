import type { ReactElement } from 'react';
import type { Network } from '@yiwang/contract';
import { useScreen } from '../api/useApi.ts';
import { useHere } from './session.ts';
import { Shape } from '../parts/Light.tsx';
import { openingHref, useOpenings } from '../openings/useOpenings.ts';
import { useReports } from '../report/useReports.ts';
import { useRules } from '../rules/useRules.ts';
import { Link } from '../route/Link.tsx';
import { useRoute, type Route } from '../route/router.ts';
import type { Word } from '../words/words.ts';
import { numberOf } from '../words/format.ts';
import { useWords } from '../words/useWords.ts';

interface Entry {
  readonly href: string;
  readonly word: Word;
  readonly on: readonly Route['at'][];
  readonly count?: number | undefined;
  readonly bad?: boolean;
}

function RailLink(props: Entry): ReactElement {
  const { t } = useWords();
  const isHere = props.on.includes(useRoute().at);
  return (
    <Link href={props.href} {...(isHere ? { 'aria-current': 'page' } : {})}>
      {t(props.word)}
      {props.count !== undefined && (
        <span className={props.bad === true ? 'num bad' : 'num'}>
          {props.bad === true && <Shape light="over" label={t('over')} />}
          {numberOf(props.count)}
        </span>
      )}
    </Link>
  );
}

/** What this account opens cases of, in one of the three networks. */
function Openings(props: { readonly of: Network }): ReactElement {
  const { t } = useWords();
  const route = useRoute();
  return (
    <>
      {useOpenings()
        .filter(({ network }) => network === props.of)
        .map(({ app, process, name }) => {
          const isHere = route.at === 'openCase' && route.app === app && route.process === process;
          return (
            <Link
              key={`${app} ${process}`}
              href={openingHref({ app, process })}
              {...(isHere ? { 'aria-current': 'page' } : {})}
            >
              {t('openOne', { name })}
            </Link>
          );
        })}
    </>
  );
}

/** Only entries that exist. A count is the overdue cases, or what the link's own list holds. */
export function Rail(): ReactElement {
  const { t } = useWords();
  const screen = useScreen(undefined).data;
  const reports = useReports().data;
  const rules = useRules().data;
  const { session } = useHere();
  const openings = useOpenings();
  const over = screen?.cases.reduce((sum, network) => sum + network.counts.over, 0);
  const total = screen?.cases.reduce((sum, { counts }) => sum + counts.ok + counts.due + counts.over, 0);
  const hasOver = over !== undefined && over > 0;
  return (
    <nav className="rail" aria-label={t('networks')}>
      <RailLink href="/" word="oneScreen" on={['screen']} />
      <RailLink href="/reports" word="reports" on={['reports', 'report', 'compare']} count={reports?.reports.length} />
      <h2>{t('serve')}</h2>
      {openings.some(({ network }) => network === 'serve') ? <Openings of="serve" /> : <p>{t('noApp')}</p>}
      <h2>{t('manage')}</h2>
      <RailLink href="/signs" word="signs" on={['signs', 'sign']} count={screen?.signs.length} />
      {session.actions.includes('rule.read') && (
        <RailLink href="/rules" word="rulesPage" on={['rules', 'rule']} count={rules?.rules.length} />
      )}
      {session.actions.includes('process.read') && (
        <RailLink href="/processes" word="processesPage" on={['processes', 'process']} />
      )}
      <RailLink
        href={hasOver ? '/cases?state=open&light=over' : '/cases?state=open'}
        word="cases"
        on={['cases', 'case']}
        count={hasOver ? over : total}
        bad={hasOver}
      />
      {session.actions.includes('task.dispatch') && <RailLink href="/workload" word="workload" on={['workload']} />}
      <RailLink href="/field" word="field" on={['field', 'fieldTask']} />
      <Openings of="manage" />
      <h2>{t('oversee')}</h2>
      {session.actions.includes('ledger.read') && <RailLink href="/ledger" word="ledger" on={['ledger']} />}
      <Openings of="oversee" />
      <h2>{t('apiDocs')}</h2>
      <RailLink href="/api-docs" word="operationsRail" on={['apiDocs']} />
    </nav>
  );
}
