import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RuleDetail, WhatIf } from '@yiwang/contract';
import type { FormEvent, ReactElement } from 'react';
import { ApiProblem } from '../api/request.ts';
import { commandId } from '../cases/commandId.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { FaultBox } from '../parts/FaultBox.tsx';
import { toast } from '../parts/toast.tsx';
import { setSearch } from '../route/router.ts';
import { numberOf } from '../words/format.ts';
import { amountText, differenceOf, signed } from './amountText.ts';
import { useRuleWords } from './ruleWords.ts';
import type { RuleState } from './useRuleState.ts';
import { publishRule, rulesApi } from './useRules.ts';

interface PublishFormProps {
  readonly code: string;
  readonly detail: RuleDetail;
  readonly state: RuleState;
  readonly whatIf: WhatIf | undefined;
  readonly today: string;
  readonly onClose: () => void;
}

/** What is published, from which day, what it does, and why. */
export function PublishForm(props: PublishFormProps): ReactElement {
  const { b, w, language } = useRuleWords();
  const client = useQueryClient();
  const { code, detail, state, whatIf, today, onClose } = props;
  const publish = useMutation({
    mutationFn: ({ from, why, id, despiteTests }: { from: string; why: string; id: string; despiteTests: boolean }) =>
      publishRule(code, { change: state.change, from, why, id, ...(despiteTests ? { despiteTests } : {}) }),
    onSuccess: async (answer) => {
      const newest = answer?.versions.at(-1)?.number ?? detail.shown.number + 1;
      state.reset();
      toast(w('published', { n: newest }));
      setSearch({ version: undefined, view: 'versions' });
      onClose();
      await client.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith(rulesApi) });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [from, why] = [form.get('from'), form.get('why')];
    if (typeof from !== 'string' || typeof why !== 'string' || why.trim() === '') return;
    publish.mutate({
      from,
      why: why.trim(),
      id: commandId(code, 'publish', [state.change, from, why]),
      despiteTests: form.get('despite') === 'on',
    });
  };
  const failsTests = publish.error instanceof ApiProblem && publish.error.problem.code === 'judge.versionTests';
  const moved = detail.shown.thresholds.filter((threshold) => state.valueOf(threshold) !== threshold.value);
  return (
    <Dialog title={w('publishTitle')} onClose={onClose}>
      <form className="pb rule-publish" onSubmit={submit}>
        <ul className="rule-lines">
          {moved.map((threshold) => (
            <li key={threshold.id}>
              {b(threshold.label)}{' '}
              <span className="num">
                {threshold.value} → <b>{state.valueOf(threshold)}</b> {threshold.unit}
              </span>
            </li>
          ))}
        </ul>
        {whatIf !== undefined && (
          <p className="num">
            {w('gained')} {numberOf(whatIf.gained.count)} · {w('lost')} {numberOf(whatIf.lost.count)} · {w('money')}{' '}
            {signed(Number(differenceOf(whatIf.before.amount, whatIf.after.amount)), (size) =>
              amountText(String(size), language),
            )}
          </p>
        )}
        <label className="field">
          <span>{w('effectiveFrom')}</span>
          <input className="in" type="date" name="from" min={today} defaultValue={today} required />
        </label>
        <label className="field">
          <span>{w('why')}</span>
          <input className="in" name="why" required minLength={2} maxLength={500} placeholder={w('whyHint')} />
        </label>
        <p className="q small">{w('publishHint')}</p>
        {publish.error !== null && <FaultBox error={publish.error} />}
        {failsTests && (
          <label className="row">
            <input type="checkbox" name="despite" />
            <span>{w('despiteTests')}</span>
          </label>
        )}
        <div className="row">
          <Button type="submit" look="primary" disabled={publish.isPending}>
            {w('publish')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
