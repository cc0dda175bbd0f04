import type { RuleDetail, WhatIf, WhatIfSide } from '@yiwang/contract';
import type { ReactElement } from 'react';
import { Button } from '../parts/Button.tsx';
import { FaultBox } from '../parts/FaultBox.tsx';
import { Panel } from '../parts/Panel.tsx';
import { setSearch } from '../route/router.ts';
import { numberOf } from '../words/format.ts';
import { amountText, differenceOf, exactAmount, signed } from './amountText.ts';
import { DistrictChange } from './DistrictChange.tsx';
import { useRuleWords } from './ruleWords.ts';
import { ThresholdRow } from './ThresholdRow.tsx';
import type { RuleState } from './useRuleState.ts';
import { useWhatIf } from './useRules.ts';

/** Numbers of the rule as sliders; what moving them does to the whole register, as it is moved and before anything is published. */
export function WhatIfPanel(props: {
  readonly code: string;
  readonly detail: RuleDetail;
  readonly state: RuleState;
}): ReactElement {
  const { w } = useRuleWords();
  const { code, detail, state } = props;
  const query = useWhatIf(code, state.change, detail.register !== null);
  if (detail.register === null) {
    return (
      <Panel title={w('whatIf')}>
        <p className="pb q">{w('whatIfNone')}</p>
      </Panel>
    );
  }
  const { thresholds } = detail.shown;
  return (
    <Panel
      title={w('whatIf')}
      note={query.data !== undefined && <Took whatIf={query.data} waiting={query.isFetching} />}
      side={
        <Button small disabled={!state.isChanged} onClick={state.reset}>
          {w('reset')}
        </Button>
      }
    >
      <div className="pb rule-whatif">
        {query.error !== null && <FaultBox error={query.error} />}
        {query.data !== undefined && <Totals whatIf={query.data} />}
        {thresholds.length === 0 ? (
          <p className="q">{w('noThresholds')}</p>
        ) : (
          <ul className="rule-thresholds">
            {thresholds.map((threshold) => (
              <ThresholdRow
                key={threshold.id}
                threshold={threshold}
                value={state.valueOf(threshold)}
                onMove={(value) => state.move(threshold, value)}
              />
            ))}
          </ul>
        )}
      </div>
      {query.data !== undefined && <DistrictChange whatIf={query.data} />}
    </Panel>
  );
}

function Took(props: { readonly whatIf: WhatIf; readonly waiting: boolean }): ReactElement {
  const { w } = useRuleWords();
  const { entities, milliseconds } = props.whatIf;
  return (
    <span className="qq small num" aria-live="off">
      {props.waiting
        ? w('computing')
        : w('took', { entities: numberOf(entities), ms: numberOf(milliseconds, milliseconds < 10 ? 1 : 0) })}
    </span>
  );
}

/** Count and money, before and after, and who is on which side; each count opens its list. */
function Totals(props: { readonly whatIf: WhatIf }): ReactElement {
  const { w, language } = useRuleWords();
  const { before, after, unknown } = props.whatIf;
  const sum = differenceOf(before.amount, after.amount);
  const sides: readonly WhatIfSide[] = ['gained', 'lost', 'more', 'less'];
  return (
    <>
      <dl className="rule-totals">
        <div className="rule-total">
          <dt className="what">{w('matchedFirms')}</dt>
          <dd className="figure">
            {numberOf(after.count)} <small>{w('firms')}</small>
          </dd>
          <dd className="then num">
            {after.count === before.count ? w('noChange') : signed(after.count - before.count, numberOf)}
          </dd>
        </div>
        <div className="rule-total">
          <dt className="what">{w('money')}</dt>
          <dd className="figure" title={exactAmount(after.amount)}>
            {amountText(after.amount, language)}
          </dd>
          <dd className="then num" title={exactAmount(sum)}>
            {Number(sum) === 0 ? w('noChange') : signed(Number(sum), (size) => amountText(String(size), language))}
          </dd>
        </div>
      </dl>
      <ul className="rule-sides">
        {sides.map((side) => {
          const { count, amount } = props.whatIf[side];
          return (
            <li key={side}>
              <Button
                look="text"
                small
                disabled={count === 0}
                onClick={() => setSearch({ list: side, region: undefined })}
              >
                {w(side)} <b className="num">{numberOf(count)}</b>
              </Button>
              <span className="qq small num">{count > 0 && amountText(amount, language)}</span>
            </li>
          );
        })}
        <li className="q small">
          {w('needData')} <span className="num">{numberOf(unknown.after)}</span>
        </li>
      </ul>
    </>
  );
}
