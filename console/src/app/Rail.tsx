import type { ReactElement } from 'react';
import { useScreen } from '../api/useApi.ts';
import { useHere } from './session.ts';
import { Shape } from '../parts/Light.tsx';
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

/** Only entries that exist. A count is the overdue cases, or what the link's own list holds. */
export function Rail(): ReactElement {
  const { t } = useWords();
  const screen = useScreen(undefined).data;
  const reports = useReports().data;
  const rules = useRules().data;
  const { session } = useHere();
  const over = screen?.cases.reduce((sum, network) => sum + network.counts.over, 0);
  const total = screen?.cases.reduce((sum, { counts }) => sum + counts.ok + counts.due + counts.over, 0);
  const hasOver = over !== undefined && over > 0;
  return (
    <nav className="rail" aria-label={t('networks')}>
      <RailLink href="/" word="oneScreen" on={['screen']} />
      <RailLink href="/reports" word="reports" on={['reports', 'report', 'compare']} count={reports?.reports.length} />
      <h2>{t('serve')}</h2>
      <p>{t('noApp')}</p>
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
      <RailLink href="/field" word="field" on={['field', 'fieldTask']} />
      <h2>{t('oversee')}</h2>
      <RailLink href="/ledger" word="ledger" on={['ledger']} />
      <h2>{t('apiDocs')}</h2>
      <RailLink href="/api-docs" word="operationsRail" on={['apiDocs']} />
    </nav>
  );
}
