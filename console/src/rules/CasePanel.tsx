import type { EntityRow, EntityState, ExplainedCondition, RuleChange, RuleExplanation } from '@yiwang/contract';
import { useState, type ReactElement } from 'react';
import { Light } from '../parts/Light.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Panel } from '../parts/Panel.tsx';
import { setSearch, useSearch } from '../route/router.ts';
import { amountText, exactAmount } from './amountText.ts';
import { ConditionTree } from './ConditionTree.tsx';
import { useRuleWords } from './ruleWords.ts';
import { useExplanation, useFirms, type FirmKey } from './useRules.ts';

const lights: Readonly<Record<EntityState, 'ok' | 'due' | 'over' | 'unknown'>> = {
  qualified: 'ok',
  almost: 'due',
  needsData: 'unknown',
  notQualified: 'over',
};

/** Why one firm qualifies or not, and what would do; by the rule as it stands, or as it is being changed. */
export function CasePanel(props: {
  readonly code: string;
  readonly register: string;
  readonly change: RuleChange | undefined;
  readonly onPoint: (condition: ExplainedCondition | undefined) => void;
}): ReactElement {
  const { w } = useRuleWords();
  const firm = firmOf(useSearch().get('firm'));
  return (
    <Panel
      title={w('oneCase')}
      note={<span className="qq small">{w(props.change === undefined ? 'asPublished' : 'asChanged')}</span>}
    >
      <div className="pb">
        <FirmSearch register={props.register} />
        {firm !== undefined && <Explained {...props} firm={firm} />}
      </div>
    </Panel>
  );
}

/** `990101/91…` in the address. */
function firmOf(text: string | null): FirmKey | undefined {
  const [region, code] = text?.split('/') ?? [];
  return region === undefined || code === undefined ? undefined : { region, code };
}

function FirmSearch(props: { readonly register: string }): ReactElement {
  const { w } = useRuleWords();
  const [text, setText] = useState('');
  const wanted = text.trim();
  const query = useFirms(props.register, wanted);
  const choose = ({ region, code }: EntityRow): void => {
    setSearch({ firm: `${region}/${code}` });
    setText('');
  };
  const isSearching = wanted.length >= 2;
  return (
    <div className="rule-find">
      <input
        className="in"
        type="search"
        aria-label={w('findFirm')}
        placeholder={w('findFirm')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          const first = query.data?.entities[0];
          if (event.key === 'Enter' && isSearching && first !== undefined) choose(first);
        }}
      />
      {isSearching && query.data !== undefined && (
        <ul className="rule-found">
          {query.data.entities.length === 0 && <li className="q">{w('noFirm')}</li>}
          {query.data.entities.map((entity) => (
            <li key={`${entity.region}/${entity.code}`}>
              <button type="button" onClick={() => choose(entity)}>
                {entity.name} <span className="mono qq small">{entity.code}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Explained(props: {
  readonly code: string;
  readonly change: RuleChange | undefined;
  readonly firm: FirmKey;
  readonly onPoint: (condition: ExplainedCondition | undefined) => void;
}): ReactElement {
  const query = useExplanation(props.code, props.firm, props.change);
  return (
    <Loaded query={query}>{(explanation) => <Explanation explanation={explanation} onPoint={props.onPoint} />}</Loaded>
  );
}

function Explanation(props: {
  readonly explanation: RuleExplanation;
  readonly onPoint: (condition: ExplainedCondition | undefined) => void;
}): ReactElement {
  const { b, w, language } = useRuleWords();
  const { state, amount, why, nearest, missing, question, conditions } = props.explanation;
  return (
    <div className="rule-why">
      <p className="rule-state">
        <Light light={lights[state]}>{w(state)}</Light>
        {amount !== null && (
          <b className="num" title={exactAmount(amount)}>
            {amountText(amount, language)}
          </b>
        )}
      </p>
      <p>{b(why)}</p>
      {nearest.length > 0 && (
        <section aria-label={w('nearest')}>
          <h3>{w('nearest')}</h3>
          <ul className="rule-lines">
            {nearest.map(({ text, possible }) => (
              <li key={text.en}>
                {b(text)} {!possible && <span className="q small">{w('cannotChange')}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {question !== null && (
        <section aria-label={w('question')}>
          <h3>{w('question')}</h3>
          <p>{b(question.text)}</p>
        </section>
      )}
      {missing.length > 0 && (
        <p className="q small">
          {w('missing')}: {missing.map(({ label }) => b(label)).join(language === 'zh' ? '、' : ', ')}
        </p>
      )}
      <section aria-label={w('conditions')}>
        <h3>{w('conditions')}</h3>
        <ConditionTree conditions={conditions} onPoint={props.onPoint} />
      </section>
    </div>
  );
}
