import type { ExplainedCondition, RuleDetail } from '@yiwang/contract';
import { useState, type ReactElement } from 'react';
import { useHere } from '../app/session.ts';
import { Button } from '../parts/Button.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Segment } from '../parts/Segment.tsx';
import { Tag } from '../parts/Tag.tsx';
import { setSearch, useSearch } from '../route/router.ts';
import { CasePanel } from './CasePanel.tsx';
import { CheckList } from './CheckList.tsx';
import { DecisionView } from './DecisionView.tsx';
import { FirmDrawer, firmListOf } from './FirmDrawer.tsx';
import { organisationName } from './organisationName.ts';
import { PublishForm } from './PublishForm.tsx';
import { useRuleWords } from './ruleWords.ts';
import { TestList } from './TestList.tsx';
import { useRule, useRules, useWhatIf } from './useRules.ts';
import { useRuleState } from './useRuleState.ts';
import { VersionList } from './VersionList.tsx';
import { WhatIfPanel } from './WhatIfPanel.tsx';
import './rules.css';

/** One rule: how it is written, whether it is sound, whom it reaches, and what a change would do. */
export function RulePage(props: { readonly code: string }): ReactElement {
  const asked = Number(useSearch().get('version') ?? Number.NaN);
  const query = useRule(props.code, Number.isInteger(asked) ? asked : undefined);
  return (
    <Loaded query={query}>
      {(detail) => <RuleView key={`${props.code} ${detail.shown.number}`} code={props.code} detail={detail} />}
    </Loaded>
  );
}

const views = ['table', 'tests', 'checks', 'versions'] as const;

function RuleView(props: { readonly code: string; readonly detail: RuleDetail }): ReactElement {
  const { w } = useRuleWords();
  const { code, detail } = props;
  const search = useSearch();
  const state = useRuleState(detail);
  const [pointed, setPointed] = useState<ExplainedCondition>();
  const view = views.find((one) => one === search.get('view')) ?? 'table';
  const list = firmListOf(search.get('list'));
  const isTried = state.isChanged || detail.shown.number !== detail.summary.version;
  return (
    <div className="rule">
      <RuleHead code={code} detail={detail} state={state} />
      <div className="cols rule-cols">
        <div className="rule-left">
          <div className="ph">
            <Segment
              label={w('view')}
              value={view}
              choices={views.map((value) => ({ value, label: w(value) }))}
              onChange={(next) => setSearch({ view: next === 'table' ? undefined : next })}
            />
          </div>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so keys must reach it */}
          <section className="scroll" aria-label={w(view)} tabIndex={0}>
            {view === 'table' && <DecisionView detail={detail} state={state} marked={markedBy(pointed)} />}
            {view === 'tests' && <TestList code={code} change={state.change} />}
            {view === 'checks' && <CheckList code={code} change={state.change} />}
            {view === 'versions' && <VersionList code={code} detail={detail} />}
          </section>
          {list !== undefined && <FirmDrawer key={list} code={code} list={list} change={state.change} />}
        </div>
        <div className="rule-right scroll">
          <WhatIfPanel code={code} detail={detail} state={state} />
          {detail.register !== null && (
            <CasePanel
              code={code}
              register={detail.register}
              change={isTried ? state.change : undefined}
              onPoint={setPointed}
            />
          )}
        </div>
      </div>
    </div>
  );
}

/** The rows and cells that a condition came from. */
function markedBy(condition: ExplainedCondition | undefined): readonly string[] {
  return condition?.element === undefined ? [] : [condition.element];
}

function RuleHead(props: {
  readonly code: string;
  readonly detail: RuleDetail;
  readonly state: ReturnType<typeof useRuleState>;
}): ReactElement {
  const { b, w, language } = useRuleWords();
  const { city, session } = useHere();
  const { code, detail, state } = props;
  const { summary, shown, versions } = detail;
  const [publishing, setPublishing] = useState(false);
  const today = useRules().data?.asOf ?? summary.from ?? '';
  const whatIf = useWhatIf(code, state.change, publishing && detail.register !== null).data;
  return (
    <div className="head">
      <h1>{b(summary.name)}</h1>
      {summary.example && <Tag look="sim">{w('exampleTag')}</Tag>}
      <select
        className="in s"
        aria-label={w('version')}
        value={shown.number}
        onChange={(event) => setSearch({ version: event.target.value })}
      >
        {versions.map(({ number, from, status }) => (
          <option key={number} value={number}>
            {w('versionN', { n: number })} · {w('sinceDay', { day: from })} · {w(`status_${status}`)}
          </option>
        ))}
      </select>
      <span className="q small rule-org">{organisationName(city, summary.organisation, language)}</span>
      <span className="sp" />
      {session.actions.includes('rule.publish') && (
        <Button
          look="primary"
          disabled={!state.isChanged}
          title={state.isChanged ? undefined : w('nothingChanged')}
          onClick={() => setPublishing(true)}
        >
          {w('publish')}
        </Button>
      )}
      {publishing && (
        <PublishForm
          code={code}
          detail={detail}
          state={state}
          whatIf={whatIf}
          today={today}
          onClose={() => setPublishing(false)}
        />
      )}
    </div>
  );
}
