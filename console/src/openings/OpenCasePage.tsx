import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { CaseDetail, OpenCaseBody, OpeningView } from '@yiwang/contract';
import { send } from '../api/request.ts';
import { regionName, useHere } from '../app/session.ts';
import { commandId } from '../cases/commandId.ts';
import { FieldInput } from '../cases/FieldInput.tsx';
import { formValues } from '../cases/formValues.ts';
import { Button } from '../parts/Button.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { FaultBox } from '../parts/FaultBox.tsx';
import { Link } from '../route/Link.tsx';
import { go } from '../route/router.ts';
import { useWords } from '../words/useWords.ts';
import { useOpeningsQuery } from './useOpenings.ts';

/** A new case has neither files nor teams to choose from. */
const nothingYet = { files: [], proposals: [] };

/** Opens a case (发起): the district, and what the application asks for first. */
export function OpenCasePage(props: { readonly app: string; readonly process: string }): ReactElement {
  const { t } = useWords();
  const query = useOpeningsQuery();
  const opening = query.data?.openings.find((one) => one.app === props.app && one.process === props.process);
  if (opening !== undefined) return <OpeningForm opening={opening} />;
  if (query.error !== null) return <FaultBox error={query.error} onRetry={() => void query.refetch()} />;
  if (query.isFetching) return <output className="load">{t('loading')}</output>;
  return (
    <EmptyState text={t('notOpened')}>
      <Link className="btn" href="/cases">
        {t('cases')}
      </Link>
    </EmptyState>
  );
}

function OpeningForm({ opening }: { readonly opening: OpeningView }): ReactElement {
  const { t, language } = useWords();
  const { city } = useHere();
  const client = useQueryClient();
  // two that are filled in alike are two cases; one that is sent twice is one
  const [visit] = useState(() => crypto.getRandomValues(new Uint32Array(2)).join('-'));
  const { app, process, name, form, regions } = opening;
  const order = useMutation<CaseDetail | undefined, Error, Omit<OpenCaseBody, 'command'>>({
    mutationFn: (body) => send('POST', '/api/cases', { ...body, command: commandId(visit, 'open', body) }),
    onSuccess: (opened) => {
      void client.invalidateQueries({
        predicate: ({ queryKey: [key] }) => typeof key === 'string' && /^\/api\/(cases|tasks|screen)/.test(key),
      });
      if (opened !== undefined) go(`/cases/${opened.summary.region}/${opened.summary.id}`);
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const filled = new FormData(event.currentTarget);
    const region = filled.get('region');
    if (typeof region === 'string') order.mutate({ app, process, region, form: formValues(form, filled) });
  };
  return (
    <>
      <div className="head">
        <h1>{t('openOne', { name })}</h1>
      </div>
      {order.error !== null && <FaultBox error={order.error} />}
      <section className="pb" aria-label={name}>
        <form className="form" style={{ maxWidth: '36rem' }} onSubmit={submit}>
          <label className="field">
            <span>{t('district')} *</span>
            <select className="in" name="region" required defaultValue={regions.length === 1 ? regions[0] : ''}>
              <option value="">{t('choose')}</option>
              {regions.map((region) => (
                <option key={region} value={region}>
                  {regionName(city, region, language)}
                </option>
              ))}
            </select>
          </label>
          {form.map((field) => (
            <FieldInput key={field.key} field={field} detail={nothingYet} />
          ))}
          <div>
            <Button type="submit" look="primary" disabled={order.isPending || order.isSuccess}>
              {t('openIt')}
            </Button>
          </div>
        </form>
      </section>
    </>
  );
}
