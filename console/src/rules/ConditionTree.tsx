import type { ExplainedCondition } from '@yiwang/contract';
import type { ReactElement } from 'react';
import { Shape } from '../parts/Light.tsx';
import { useRuleWords } from './ruleWords.ts';

const shapes = { held: 'ok', failed: 'over', unknown: 'unknown' } as const;

/** Each condition with what was seen, what was wanted, and by how much it missed. */
export function ConditionTree(props: {
  readonly conditions: readonly ExplainedCondition[];
  /** The line of the source that the pointer is on; the table marks it. */
  readonly onPoint: (condition: ExplainedCondition | undefined) => void;
}): ReactElement {
  return (
    <ul className="rule-tree">
      {props.conditions.map((condition, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- conditions are read once, and two may say the same
        <Condition key={index} condition={condition} onPoint={props.onPoint} />
      ))}
    </ul>
  );
}

function Condition(props: {
  readonly condition: ExplainedCondition;
  readonly onPoint: (condition: ExplainedCondition | undefined) => void;
}): ReactElement {
  const { b, w } = useRuleWords();
  const { condition, onPoint } = props;
  const { state, text, seen, gap, parts, join } = condition;
  return (
    <li>
      <button
        type="button"
        className={`rule-condition ${state}`}
        onMouseEnter={() => onPoint(condition)}
        onMouseLeave={() => onPoint(undefined)}
        onFocus={() => onPoint(condition)}
        onBlur={() => onPoint(undefined)}
      >
        <Shape light={shapes[state]} label={w(state)} />
        <span>
          {b(text)}
          {parts !== undefined && join !== undefined && (
            <span className="qq small"> {w(join === 'all' ? 'allOf' : 'anyOf')}</span>
          )}
        </span>
        {seen !== undefined && <span className="num q">{b(seen)}</span>}
        {gap !== undefined && <b className="num">{b(gap)}</b>}
      </button>
      {parts !== undefined && <ConditionTree conditions={parts} onPoint={onPoint} />}
    </li>
  );
}
