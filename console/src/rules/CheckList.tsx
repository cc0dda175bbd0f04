import type { RuleChange, RuleProblem } from '@yiwang/contract';
import type { ReactElement } from 'react';
import { Light } from '../parts/Light.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { useRuleWords } from './ruleWords.ts';
import { useRuleTests } from './useRules.ts';

const lights = { error: 'over', warning: 'due', note: 'unknown' } as const;

/** Gaps, overlaps, rows that are never used, unit and type mistakes, of the version shown or of the change: each with its place. */
export function CheckList(props: { readonly code: string; readonly change: RuleChange }): ReactElement {
  const query = useRuleTests(props.code, props.change);
  return <Loaded query={query}>{({ problems }) => <ProblemList problems={problems} />}</Loaded>;
}

function ProblemList(props: { readonly problems: readonly RuleProblem[] }): ReactElement {
  const { b, w } = useRuleWords();
  if (props.problems.length === 0) return <p className="pb q">{w('noProblems')}</p>;
  return (
    <ul className="pb rule-lines">
      {props.problems.map(({ severity, kind, message, place }) => (
        <li key={`${kind}:${place.file}:${place.line}:${place.column}:${message.en}`}>
          <Light light={lights[severity]}>{b(message)}</Light>
          <span className="qq small">{w('place', place)}</span>
        </li>
      ))}
    </ul>
  );
}
