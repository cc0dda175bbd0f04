import type { RuleList, RuleSummary } from '@yiwang/contract';
import type { ReactElement } from 'react';
import { useHere } from '../app/session.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Segment } from '../parts/Segment.tsx';
import { Tag } from '../parts/Tag.tsx';
import { setSearch, useSearch } from '../route/router.ts';
import { numberOf } from '../words/format.ts';
import { RuleTable } from './RuleTable.tsx';
import { useRuleWords } from './ruleWords.ts';
import { useRules } from './useRules.ts';
import './rules.css';

const views = ['all', 'changing', 'failing'] as const;
type View = (typeof views)[number];

const isFailing = (rule: RuleSummary): boolean => rule.tests.failed > 0 || rule.problems > 0;
const fits: Readonly<Record<View, (rule: RuleSummary) => boolean>> = {
  all: () => true,
  changing: ({ changes }) => changes !== null,
  failing: isFailing,
};

/** All rules: which version holds, since when, whether its tests pass, whom it reaches. */
export function RulesPage(): ReactElement {
  const { t, w } = useRuleWords();
  const search = useSearch();
  const view = views.find((one) => one === search.get('view')) ?? 'all';
  const text = search.get('text') ?? '';
  const query = useRules();
  const wanted = text.trim().toLowerCase();
  return (
    <>
      <div className="head">
        <h1>{t('rulesPage')}</h1>
        {query.data !== undefined && <span className="qq num">{numberOf(query.data.rules.length)}</span>}
        <Segment
          label={w('view')}
          value={view}
          choices={[
            { value: 'all', label: w('allRules') },
            { value: 'changing', label: w('onlyChanged') },
            { value: 'failing', label: w('onlyFailing') },
          ]}
          onChange={(next) => setSearch({ view: next === 'all' ? undefined : next })}
        />
        <span className="sp" />
        <input
          className="in"
          type="search"
          aria-label={w('findRule')}
          placeholder={w('findRule')}
          value={text}
          onChange={(event) => setSearch({ text: event.target.value })}
        />
      </div>
      <Loaded query={query}>
        {(list) => {
          const rules = list.rules.filter(
            (rule) =>
              fits[view](rule) &&
              [rule.code, rule.name.zh, rule.name.en].some((name) => name.toLowerCase().includes(wanted)),
          );
          return (
            <div className="scroll">
              <MatchingLine list={list} />
              {rules.length === 0 ? (
                <EmptyState text={w(list.rules.length === 0 ? 'noRules' : 'noneFound')} />
              ) : (
                <RuleTable rules={rules} />
              )}
            </div>
          );
        }}
      </Loaded>
    </>
  );
}

/** What the matching engine holds, in one sentence. */
function MatchingLine(props: { readonly list: RuleList }): ReactElement | null {
  const { w } = useRuleWords();
  const { city } = useHere();
  const { matching } = props.list;
  if (matching === null) return null;
  const { entities, policies, milliseconds, bytes } = matching;
  return (
    <p className="pb rule-matching">
      {w('matchingSays', {
        entities: numberOf(entities),
        policies: numberOf(policies),
        ms: numberOf(milliseconds, milliseconds < 10 ? 1 : 0),
        mb: numberOf(bytes / 1_048_576),
      })}{' '}
      {(matching.simulated || city.simulated) && <Tag look="sim">{w('simulatedRegister')}</Tag>}
    </p>
  );
}
