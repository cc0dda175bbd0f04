import { useState, type FormEvent, type ReactElement } from 'react';
import type { CaseDetail, CaseTask } from '@yiwang/contract';
import { FieldInput } from '../cases/FieldInput.tsx';
import { formValues } from '../cases/formValues.ts';
import { caseApi, useTaskOrder } from '../cases/useCase.ts';
import { Button } from '../parts/Button.tsx';
import { FaultBox } from '../parts/FaultBox.tsx';
import { toast } from '../parts/toast.tsx';
import { useWords } from '../words/useWords.ts';
import { PhotoInput } from './PhotoInput.tsx';

export function FieldAct(props: {
  readonly detail: CaseDetail;
  readonly task: CaseTask;
  readonly onFinished: () => void;
}): ReactElement {
  const { t, b } = useWords();
  const { detail, task } = props;
  const { region, id } = detail.summary;
  const [photos, setPhotos] = useState<Readonly<Record<string, string>>>({});
  const order = useTaskOrder(region, id, ({ what }) => {
    toast(t(what === 'claim' ? 'taskClaimed' : 'taskDone', { name: task.name }));
    if (what === 'complete') props.onFinished();
  });
  const photoFields = task.form.filter((field) => field.type === 'photo');
  const otherFields = task.form.filter((field) => field.type !== 'photo');
  const isClaiming = task.actions.includes('claim');
  const lacksPhoto = photoFields.some((field) => field.required && photos[field.key] === undefined);
  const step = isClaiming ? 'claim' : lacksPhoto ? 'photo' : 'complete';
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    order.mutate({
      task,
      what: 'complete',
      form: { ...formValues(otherFields, new FormData(event.currentTarget)), ...photos },
    });
  };
  return (
    <>
      <ol className="steps">
        {(['claim', 'photo', 'complete'] as const)
          .filter((one) => one !== 'photo' || photoFields.length > 0)
          .map((one, index) => (
            <li key={one} {...(one === step ? { 'aria-current': 'step' } : {})}>
              {index + 1} {t(one)}
            </li>
          ))}
      </ol>
      {order.error !== null && <FaultBox error={order.error} />}
      {isClaiming ? (
        <Button look="primary" disabled={order.isPending} onClick={() => order.mutate({ task, what: 'claim' })}>
          {t('claim')}
        </Button>
      ) : (
        <form className="form" onSubmit={submit}>
          {photoFields.map((field) => (
            <PhotoInput
              key={field.key}
              path={`${caseApi(region, id)}/files`}
              label={b(field.label)}
              onSent={(hash) => setPhotos((before) => ({ ...before, [field.key]: hash }))}
            />
          ))}
          {otherFields.map((field) => (
            <FieldInput key={field.key} field={field} detail={detail} />
          ))}
          <Button
            type="submit"
            disabled={order.isPending || lacksPhoto}
            {...(lacksPhoto ? {} : { look: 'primary' as const })}
          >
            {t('complete')}
          </Button>
        </form>
      )}
    </>
  );
}
