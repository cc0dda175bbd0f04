import type { ReactElement } from 'react';
import type { CaseDetail, FormField } from '@yiwang/contract';
import { useWords } from '../words/useWords.ts';

/** One field of a task's form, by the browser's own controls. A team is chosen from the proposals; a photo from the case's files. */
export function FieldInput(props: {
  readonly field: FormField;
  readonly detail: Pick<CaseDetail, 'files' | 'proposals'>;
}): ReactElement {
  const { t, b } = useWords();
  const { field, detail } = props;
  const common = { className: 'in', name: field.key, required: field.required } as const;
  if (field.shown !== undefined) {
    return (
      <div className="field">
        <span>{b(field.label)}</span>
        <p style={{ whiteSpace: 'pre-wrap' }}>{b(field.shown)}</p>
      </div>
    );
  }
  if (field.type === 'checkbox') {
    return (
      <label className="check">
        <input type="checkbox" name={field.key} /> {b(field.label)}
      </label>
    );
  }
  const choices =
    field.key === 'team' && detail.proposals.length > 0
      ? detail.proposals.map(({ organisation, name }) => ({ value: organisation, label: name }))
      : field.type === 'photo'
        ? detail.files.map(({ hash, name }) => ({ value: hash, label: { zh: name, en: name } }))
        : field.options;
  return (
    <label className="field">
      <span>
        {b(field.label)}
        {field.required ? ' *' : ''}
      </span>
      {choices !== undefined ? (
        <select {...common} defaultValue="">
          <option value="">{t('choose')}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {b(choice.label)}
            </option>
          ))}
        </select>
      ) : field.type === 'textarea' ? (
        <textarea {...common} maxLength={4000} />
      ) : (
        <input {...common} type={field.type === 'number' ? 'number' : 'text'} step="any" maxLength={4000} />
      )}
    </label>
  );
}
