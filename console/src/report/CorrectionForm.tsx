import { useEffect, useRef, useState, type FormEvent, type ReactElement } from 'react';
import type { CorrectionRequest } from '@yiwang/contract';
import { Button } from '../parts/Button.tsx';
import { FaultBox } from '../parts/FaultBox.tsx';
import { changedFields, changes, comparators } from './correctionFields.ts';
import { useReportWords } from './reportWords.ts';
import type { StatementRow, TaskRow } from './rows.ts';
import { comparatorSign } from './rowText.ts';

function Text(props: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly max: number;
  readonly required?: boolean;
  readonly pattern?: string;
}): ReactElement {
  return (
    <label className={`field c-${props.name}`}>
      <span>{props.label}</span>
      <input
        className="in"
        name={props.name}
        defaultValue={props.value}
        maxLength={props.max}
        required={props.required === true}
        {...(props.pattern === undefined ? {} : { pattern: props.pattern })}
        {...(props.hint === undefined ? {} : { placeholder: props.hint, title: props.hint })}
      />
    </label>
  );
}

function Choice<T extends string>(props: {
  readonly name: string;
  readonly label: string;
  readonly value: T;
  readonly choices: readonly (readonly [T, string])[];
}): ReactElement {
  return (
    <label className={`field c-${props.name}`}>
      <span>{props.label}</span>
      <select className="in" name={props.name} defaultValue={props.value}>
        {props.choices.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Under its row: the fields of its kind and why. Nothing asks again; what was saved can be given back. */
export function CorrectionForm(props: {
  readonly row: StatementRow | TaskRow;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onSave: (order: Omit<CorrectionRequest, 'row'>) => void;
  readonly onCancel: () => void;
}): ReactElement {
  const { r } = useReportWords();
  const { row } = props;
  const form = useRef<HTMLFormElement>(null);
  const [wrong, setWrong] = useState('');
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select')?.focus(), []);

  function reasonGiven(): string | undefined {
    const reason = form.current?.querySelector<HTMLInputElement>('[name=reason]');
    if (reason === undefined || reason === null) return undefined;
    if (reason.value.trim() !== '') return reason.value.trim();
    setWrong(r('needsWhy'));
    reason.focus();
    return undefined;
  }
  const save = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    // in the page's own words: the browser's are in the browser's language
    const bad = event.currentTarget.querySelector<HTMLInputElement>('input:invalid');
    if (bad !== null) {
      bad.focus();
      return setWrong(r(bad.name === 'period' ? 'badPeriod' : 'needsName'));
    }
    const fields = changedFields(row, new FormData(event.currentTarget));
    if (fields === undefined) {
      form.current?.querySelector<HTMLInputElement>('[name=value]')?.focus();
      return setWrong(r('badValue'));
    }
    if (Object.keys(fields).length === 0) return setWrong(r('nothingChanged'));
    const reason = reasonGiven();
    if (reason !== undefined) props.onSave({ reason, fields });
    return undefined;
  };
  const takeOut = (): void => {
    const reason = reasonGiven();
    if (reason !== undefined) props.onSave({ reason, fields: null });
  };
  const period = (
    <Text
      name="period"
      label={r('period')}
      value={row.of.period ?? ''}
      hint={r('periodHint')}
      max={9}
      pattern="[0-9]{4}([\-–—至][0-9]{4})?"
    />
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc in any field leaves the form
    <form
      ref={form}
      className="correct"
      aria-label={r('correctRow', { n: row.n })}
      noValidate
      onSubmit={save}
      onKeyDown={(event) => event.key === 'Escape' && props.onCancel()}
    >
      {row.is === 'statement' ? (
        <>
          <Text name="metric" label={r('metric')} value={row.of.metric} max={200} required />
          <Choice
            name="comparator"
            label={r('comparator')}
            value={row.of.comparator}
            choices={comparators.map((one) => [one, `${comparatorSign[one]} ${r(one)}`])}
          />
          <Text
            name="value"
            label={r('value')}
            value={[row.of.value ?? []].flat().join(' ')}
            hint={r('valueHint')}
            max={80}
          />
          <Text name="unit" label={r('unit')} value={row.of.unit} max={40} />
          {period}
          <Choice
            name="kind"
            label={r('kind')}
            value={row.of.kind}
            choices={[
              ['fact', r('fact')],
              ['target', r('target')],
            ]}
          />
          <Choice
            name="change"
            label={r('change')}
            value={row.of.change}
            choices={changes.map((one) => [one, r(one)])}
          />
        </>
      ) : (
        <>
          <Text name="verb" label={r('verb')} value={row.of.verb} max={40} required />
          <Text name="object" label={r('object')} value={row.of.object} max={400} />
          {period}
        </>
      )}
      <Text name="reason" label={r('why')} value="" hint={r('whyHint')} max={500} />
      <div className="row acts">
        <Button type="submit" look="primary" disabled={props.busy}>
          {r('save')}
        </Button>
        <Button disabled={props.busy} onClick={props.onCancel}>
          {r('cancel')}
        </Button>
        <output className="small">{wrong}</output>
        <span className="sp" />
        <Button look="text" disabled={props.busy} onClick={takeOut}>
          {r('takeOut')}
        </Button>
      </div>
      {props.error !== null && <FaultBox error={props.error} />}
    </form>
  );
}
