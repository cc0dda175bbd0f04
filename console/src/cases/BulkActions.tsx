import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { BulkCommandBody, BulkResult, CaseAction, CaseSummary } from '@yiwang/contract';
import { send } from '../api/request.ts';
import { useKey } from '../keys/useKey.ts';
import { Button } from '../parts/Button.tsx';
import { FaultBox } from '../parts/FaultBox.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import { Picker } from '../parts/Picker.tsx';
import { toast } from '../parts/toast.tsx';
import { useWords } from '../words/useWords.ts';
import { ActionDialog, isPlain } from './ActionDialog.tsx';
import { commandId } from './commandId.ts';

const actions = [
  { do: 'claim', needsReason: false },
  { do: 'assign', needsReason: true },
  { do: 'urge', needsReason: true },
  { do: 'supervise', needsReason: true },
  { do: 'park', needsReason: true },
  { do: 'unpark', needsReason: false },
] as const satisfies readonly CaseAction[];

const nothing = { tasks: [], clocks: [], incidents: [], files: [], proposals: [] };

/** One command for the cases that are marked; what some of them refuse is said for each. */
export function BulkActions(props: {
  readonly marked: readonly CaseSummary[];
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useWords();
  const client = useQueryClient();
  const { marked, onDone } = props;
  const [choosing, setChoosing] = useState(false);
  const [asked, setAsked] = useState<(typeof actions)[number]>();
  const [refused, setRefused] = useState<BulkResult['results']>([]);
  const order = useMutation<BulkResult | undefined, Error, Omit<BulkCommandBody, 'command' | 'cases'>>({
    mutationFn: (body) => {
      const cases = marked.map(({ region, id }) => ({ region, case: id }));
      return send('POST', '/api/cases/commands', {
        ...body,
        cases,
        command: commandId('bulk', body.do, [cases, body]),
      });
    },
    onSuccess: (answer, body) => {
      const results = answer?.results ?? [];
      const done = results.filter((one) => one.done).length;
      toast(t('bulkDone', { what: t(`do-${body.do}`), n: done, all: results.length }));
      setRefused(results.filter((one) => !one.done));
      onDone();
    },
    onSettled: () =>
      client.invalidateQueries({
        predicate: ({ queryKey: [key] }) => typeof key === 'string' && /^\/api\/(cases|tasks|screen)/.test(key),
      }),
  });
  useKey('actions', () => setChoosing(true), marked.length > 0);
  const begin = (action: (typeof actions)[number]): void => {
    if (isPlain(action)) order.mutate({ do: action.do });
    else setAsked(action);
  };
  return (
    <>
      {marked.length > 0 && (
        <section className="bulk" aria-label={t('bulk')}>
          <b className="num">{t('markedCount', { n: marked.length })}</b>
          <Kbd of="actions" />
          {actions.map((action) => (
            <Button key={action.do} small disabled={order.isPending} onClick={() => begin(action)}>
              {t(`do-${action.do}`)}
            </Button>
          ))}
          <span className="sp" />
          <Button small look="text" onClick={onDone}>
            {t('unmark')}
          </Button>
        </section>
      )}
      {order.error !== null && <FaultBox error={order.error} />}
      {refused.length > 0 && (
        <div className="fault" role="alert">
          <b>{t('bulkRefused', { n: refused.length })}</b>
          {refused.slice(0, 20).map((one) => (
            <span key={one.case}>{one.detail ?? one.title}</span>
          ))}
          <div>
            <Button small onClick={() => setRefused([])}>
              {t('close')}
            </Button>
          </div>
        </div>
      )}
      {choosing && (
        <Picker
          title={t('bulk')}
          listName={t('bulk')}
          placeholder={t('findAction')}
          choices={actions.map((action) => ({ id: action.do, label: t(`do-${action.do}`), action }))}
          onChoose={({ action }) => begin(action)}
          onClose={() => setChoosing(false)}
        />
      )}
      {asked !== undefined && (
        <ActionDialog
          action={asked}
          detail={nothing}
          onOrder={({ reason, organisation, account }) =>
            order.mutate({
              do: asked.do,
              ...(reason === undefined ? {} : { reason }),
              ...(organisation === undefined ? {} : { organisation }),
              ...(account === undefined ? {} : { account }),
            })
          }
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}
