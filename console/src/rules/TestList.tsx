import type { RuleChange } from '@yiwang/contract';
import type { ReactElement } from 'react';
import { Light } from '../parts/Light.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { numberOf } from '../words/format.ts';
import { useRuleWords } from './ruleWords.ts';
import { useRuleTests } from './useRules.ts';

/** The tests beside the rule, run on the version shown or on the change, and what they never reach. */
export function TestList(props: { readonly code: string; readonly change: RuleChange }): ReactElement {
  const { b, w } = useRuleWords();
  const query = useRuleTests(props.code, props.change);
  return (
    <Loaded query={query}>
      {({ results, coverage }) => (
        <div className="pb">
          <dl className="rule-coverage">
            {(['rows', 'branches'] as const).map((part) => (
              <div key={part} className="rule-total">
                <dt className="what">{w(part)}</dt>
                <dd className="figure">
                  {numberOf(coverage[part].covered)} <small>/ {numberOf(coverage[part].all)}</small>
                </dd>
              </div>
            ))}
          </dl>
          {coverage.missed.length > 0 && (
            <section aria-label={w('notCovered')}>
              <h2>{w('notCovered')}</h2>
              <ul className="rule-lines">
                {coverage.missed.map(({ message, place }) => (
                  <li key={`${place.line}:${place.column}:${message.en}`}>
                    {b(message)} <span className="qq small">{w('place', place)}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <table aria-label={w('tests')}>
            <tbody>
              {results.map(({ name, passed, differences, line, file }) => (
                <tr key={`${file}:${line}`}>
                  <td className="nw">
                    <Light light={passed ? 'ok' : 'over'}>{w(passed ? 'passed' : 'notPassed')}</Light>
                  </td>
                  <td>
                    {b(name)}
                    {differences.map((difference) => (
                      <p key={difference.en} className="small">
                        {b(difference)}
                      </p>
                    ))}
                  </td>
                  <td className="qq small r nw">{w('place', { file, line })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Loaded>
  );
}
