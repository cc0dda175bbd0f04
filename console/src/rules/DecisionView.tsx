import type { Language } from '@yiwang/messages';
import type { RuleDetail } from '@yiwang/contract';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import { useHere } from '../app/session.ts';
import { Button } from '../parts/Button.tsx';
import { setSearch, useSearch } from '../route/router.ts';
import { useRuleWords } from './ruleWords.ts';
import type { RuleState } from './useRuleState.ts';

/** `谁可以申请 | Who may apply`: the part of a language. */
const inLanguage = (name: string, language: Language): string => {
  const [zh = name, en = zh] = name.split(' | ');
  return language === 'zh' ? zh : en;
};

const DmnBox = lazy(async () => ({ default: (await import('./DmnBox.tsx')).DmnBox }));

/** The rule as it is written: one of its decisions at a time, to read, or to edit and try. */
export function DecisionView(props: {
  readonly detail: RuleDetail;
  readonly state: RuleState;
  readonly marked: readonly string[];
}): ReactElement {
  const { t, w, language } = useRuleWords();
  const { session } = useHere();
  const asked = useSearch().get('decision');
  const [editing, setEditing] = useState(false);
  const { decisions, xml } = props.detail.shown;
  const shown =
    decisions.find(({ id }) => id === asked) ?? decisions.find(({ role }) => role === 'eligible') ?? decisions[0];
  const { change, edit, reset } = props.state;
  return (
    <>
      <div className="rule-decisions">
        <label>
          <span className="q small">{w('decision')}</span>{' '}
          <select
            className="in s"
            value={shown?.id ?? ''}
            onChange={(event) => setSearch({ decision: event.target.value })}
          >
            {decisions.map(({ id, name, role }) => (
              <option key={id} value={id}>
                {role === null
                  ? inLanguage(name, language)
                  : `${inLanguage(name, language)} · ${w(role === 'eligible' ? 'eligibleRole' : 'amountRole')}`}
              </option>
            ))}
          </select>
        </label>
        <span className="sp" />
        {editing && <span className="q small">{w('editing')}</span>}
        {session.actions.includes('rule.try') && (
          <Button
            small
            onClick={() => {
              if (editing) reset();
              setEditing(!editing);
            }}
          >
            {w(editing ? 'stopEdit' : 'edit')}
          </Button>
        )}
      </div>
      <Suspense fallback={<output className="load">{t('loading')}</output>}>
        {shown !== undefined && (
          <DmnBox
            xml={change.xml ?? xml}
            decision={shown.id}
            editable={editing}
            marked={props.marked}
            onChange={edit}
          />
        )}
      </Suspense>
    </>
  );
}
