import { useEffect, useRef, type FormEvent, type ReactElement } from 'react';
import type { CaseDetail, CaseTask, TaskCommand } from '@yiwang/contract';
import { Button } from '../parts/Button.tsx';
import { Light } from '../parts/Light.tsx';
import { dayTimeOf } from '../words/format.ts';
import { useWords } from '../words/useWords.ts';
import { FieldInput } from './FieldInput.tsx';
import { formValues } from './formValues.ts';
import { refusalText } from './refusalText.ts';

export function OpenTask(props: {
  readonly detail: CaseDetail;
  readonly task: CaseTask;
  readonly busy: boolean;
  readonly focus: boolean;
  readonly onOrder: (what: 'claim' | 'complete', form?: TaskCommand['form']) => void;
}): ReactElement {
  const speech = useWords();
  const { t, b } = speech;
  const { task, detail, busy } = props;
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (props.focus) box.current?.querySelector<HTMLElement>('button, input, select, textarea')?.focus();
  }, [props.focus]);
  const canComplete = task.actions.includes('complete');
  const asksTeam = canComplete && task.form.some((field) => field.key === 'team');
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    props.onOrder('complete', formValues(task.form, new FormData(event.currentTarget)));
  };
  const form = (
    <form className="form" onSubmit={submit}>
      {task.form.map((field) => (
        <FieldInput key={field.key} field={field} detail={detail} />
      ))}
      <div>
        <Button type="submit" disabled={busy} {...(asksTeam ? {} : { look: 'primary' as const })}>
          {asksTeam ? task.name : t('complete')}
        </Button>
      </div>
    </form>
  );
  return (
    <fieldset className="form" ref={box} aria-label={task.name}>
      <div className="row">
        <b>{task.name}</b>
        <Light light={task.light} />
        <span className="q">
          {b(task.organisationName)} {task.assignee ?? ''}
        </span>
        {task.dueAt !== null && (
          <span className="num qq">
            {t('dueAt')} {dayTimeOf(task.dueAt)}
          </span>
        )}
      </div>
      {task.refused !== null && <p className="q">{refusalText(task, speech)}</p>}
      {task.actions.includes('claim') && !asksTeam && (
        <div>
          <Button look="primary" disabled={busy} onClick={() => props.onOrder('claim')}>
            {t('claim')}
          </Button>
        </div>
      )}
      {asksTeam && (
        <ul className="props" aria-label={t('proposals')}>
          {detail.proposals.map((proposal, index) => (
            <li key={proposal.organisation}>
              <span>
                <b>{b(proposal.name)}</b> <span className="q small num">{b(proposal.reason)}</span>
              </span>
              <span className="sp" />
              <Button
                {...(index === 0 ? { look: 'primary' as const } : {})}
                disabled={busy}
                onClick={() => props.onOrder('complete', { team: proposal.organisation })}
              >
                {t('dispatchTo')} {b(proposal.name)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {canComplete && !asksTeam && form}
      {asksTeam && (
        <details>
          <summary>{t('otherTeam')}</summary>
          {form}
        </details>
      )}
    </fieldset>
  );
}
