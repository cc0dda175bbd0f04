import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ProcessDetail } from '@yiwang/contract';
import type { FormEvent, ReactElement } from 'react';
import { commandId } from '../cases/commandId.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { FaultBox } from '../parts/FaultBox.tsx';
import { toast } from '../parts/toast.tsx';
import { go } from '../route/router.ts';
import { numberOf } from '../words/format.ts';
import { useProcessWords } from './processWords.ts';
import { processPage, publishProcess, refreshProcesses } from './useProcesses.ts';

/** What is published, what it does to open cases, and why. */
export function PublishForm(props: {
  readonly detail: ProcessDetail;
  readonly xml: string;
  readonly base: number;
  readonly onClose: () => void;
}): ReactElement {
  const { w } = useProcessWords();
  const client = useQueryClient();
  const { detail, xml, base, onClose } = props;
  const key = { app: detail.app, process: detail.process };
  const next = (detail.versions[0]?.version ?? 0) + 1;
  const publish = useMutation({
    mutationFn: ({ why }: { readonly why: string }) =>
      publishProcess(key, { base, xml, why, id: commandId(`${key.app}/${key.process}`, 'publish', [xml, why]) }),
    onSuccess: async (answer) => {
      toast(w('published', { n: answer?.versions[0]?.version ?? next }));
      onClose();
      await refreshProcesses(client);
      go(`${processPage(key)}?tab=versions`);
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const why = new FormData(event.currentTarget).get('why');
    if (typeof why === 'string' && why.trim().length >= 2) publish.mutate({ why: why.trim() });
  };
  return (
    <Dialog title={w('publishTitle', { n: next })} onClose={onClose}>
      <form className="pb process-publish" onSubmit={submit}>
        <label className="field">
          <span>{w('why')}</span>
          <input className="in" name="why" required minLength={2} maxLength={500} placeholder={w('whyHint')} />
        </label>
        <p className="q small">
          {w('publishHint', { open: numberOf(detail.versions.reduce((sum, { open }) => sum + open, 0)) })}
        </p>
        {publish.error !== null && <FaultBox error={publish.error} />}
        <div className="row">
          <Button type="submit" look="primary" disabled={publish.isPending}>
            {w('publish')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
