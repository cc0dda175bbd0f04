import type { RuleSummary } from '@yiwang/contract';
import type { ReactElement } from 'react';
import { useHere } from '../app/session.ts';
import { Light } from '../parts/Light.tsx';
import { Tag } from '../parts/Tag.tsx';
import { Link } from '../route/Link.tsx';
import { numberOf } from '../words/format.ts';
import { amountText, exactAmount } from './amountText.ts';
import { organisationName } from './organisationName.ts';
import { useRuleWords } from './ruleWords.ts';

export function RuleTable(props: { readonly rules: readonly RuleSummary[] }): ReactElement {
  const { t, w } = useRuleWords();
  return (
    <table className="rule-table" aria-label={t('rulesPage')}>
      <thead>
        <tr>
          <th scope="col">{w('ruleName')}</th>
          <th scope="col">{w('organisation')}</th>
          <th scope="col">{w('version')}</th>
          <th scope="col">{w('nextChange')}</th>
          <th scope="col" className="r">
            {w('matchedFirms')}
          </th>
          <th scope="col" className="r">
            {w('money')}
          </th>
          <th scope="col">{w('tests')}</th>
          <th scope="col">{w('problems')}</th>
        </tr>
      </thead>
      <tbody>
        {props.rules.map((rule) => (
          <RuleRow key={rule.code} rule={rule} />
        ))}
      </tbody>
    </table>
  );
}

function RuleRow(props: { readonly rule: RuleSummary }): ReactElement {
  const { b, w, language } = useRuleWords();
  const { city } = useHere();
  const { rule } = props;
  const href = `/rules/${rule.code}`;
  return (
    <tr>
      <td>
        <Link href={href} className="strong">
          {b(rule.name)}
        </Link>{' '}
        <span className="mono qq small">{rule.code}</span> {rule.example && <Tag look="sim">{w('exampleTag')}</Tag>}
      </td>
      <td className="q">{organisationName(city, rule.organisation, language)}</td>
      <td className="num">
        {rule.version === null ? (
          <span className="q">{w('notEffective')}</span>
        ) : (
          <>
            {w('versionN', { n: rule.version })}{' '}
            {rule.from !== null && <span className="qq small">{w('sinceDay', { day: rule.from })}</span>}
          </>
        )}
      </td>
      <td className="num">{rule.changes ?? ''}</td>
      {rule.matched === null ? (
        <td className="q small r" colSpan={2}>
          {w('notMatched')}
        </td>
      ) : (
        <>
          <td className="num r">
            <Link href={`${href}?list=matched`}>{numberOf(rule.matched.count)}</Link>
          </td>
          <td className="num r" title={exactAmount(rule.matched.amount)}>
            {amountText(rule.matched.amount, language)}
          </td>
        </>
      )}
      <td>
        <Link href={`${href}?view=tests`}>
          {rule.tests.failed > 0 ? (
            <Light light="over">{w('testsFailed', { n: rule.tests.failed })}</Light>
          ) : rule.tests.passed > 0 ? (
            <Light light="ok">{w('testsPassed', { n: rule.tests.passed })}</Light>
          ) : (
            <span className="q">{w('noTests')}</span>
          )}
        </Link>
      </td>
      <td className="num">
        <Link href={`${href}?view=checks`}>
          {rule.problems > 0 ? <Light light="due">{numberOf(rule.problems)}</Light> : '0'}
        </Link>
      </td>
    </tr>
  );
}
