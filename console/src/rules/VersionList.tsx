import type { RuleDetail, RuleVersionRow } from '@yiwang/contract';
import type { ReactElement } from 'react';
import { useHere } from '../app/session.ts';
import { Light } from '../parts/Light.tsx';
import { setSearch } from '../route/router.ts';
import { useRuleWords } from './ruleWords.ts';
import { WithdrawRuleForm } from './WithdrawRuleForm.tsx';

const lights = { effective: 'ok', scheduled: 'due', past: 'unknown', draft: 'unknown', withdrawn: 'unknown' } as const;

/** The versions as they follow each other in time, who published them and why, and what the shown one changed. */
export function VersionList(props: { readonly code: string; readonly detail: RuleDetail }): ReactElement {
  const { b, w } = useRuleWords();
  const { shown, versions } = props.detail;
  return (
    <div className="pb">
      <ol className="tl">
        {versions.toReversed().map((version) => (
          <Version key={version.number} code={props.code} version={version} isShown={version.number === shown.number} />
        ))}
      </ol>
      {shown.changes.length > 0 && (
        <section aria-label={w('changedFrom')}>
          <h2>{w('changedFrom')}</h2>
          <ul className="rule-lines">
            {shown.changes.map((change) => (
              <li key={change.en}>{b(change)}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Version(props: {
  readonly code: string;
  readonly version: RuleVersionRow;
  readonly isShown: boolean;
}): ReactElement {
  const { w } = useRuleWords();
  const { session } = useHere();
  const { number, from, until, status, origin, by, why, hash } = props.version;
  const mayWithdraw = origin === 'person' && status !== 'withdrawn' && session.actions.includes('rule.withdraw');
  return (
    <li className={props.isShown ? 'now' : ''}>
      <button type="button" className="btn t s" onClick={() => setSearch({ version: String(number) })}>
        {w('versionN', { n: number })}
      </button>{' '}
      <Light light={lights[status]}>{w(`status_${status}`)}</Light>{' '}
      <span className="num">{until === null ? w('sinceDay', { day: from }) : w('fromTo', { from, until })}</span>
      <p className="meta">
        {origin === 'file' ? w('fromFile') : w('byWhom', { account: by ?? '' })}{' '}
        <span className="mono">{hash.slice(0, 12)}</span>
      </p>
      {why !== null && <p>{why}</p>}
      {mayWithdraw && <WithdrawRuleForm code={props.code} number={number} />}
    </li>
  );
}
