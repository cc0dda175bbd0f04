import { useState, type ReactElement } from 'react';
import type { CaseAction, CaseDetail } from '@yiwang/contract';
import { useKey } from '../keys/useKey.ts';
import { Button } from '../parts/Button.tsx';
import { FaultBox } from '../parts/FaultBox.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import { Picker } from '../parts/Picker.tsx';
import { toast } from '../parts/toast.tsx';
import { useWords } from '../words/useWords.ts';
import { ActionDialog, isPlain, orderOf } from './ActionDialog.tsx';
import { actionId, actionText } from './actionText.ts';
import { useCaseCommand, type CaseOrder } from './useCaseCommand.ts';

/** Commands that another takes back at once. */
const undoes: Readonly<Partial<Record<CaseOrder['do'], CaseOrder['do']>>> = {
  park: 'unpark',
  suspendClock: 'resumeClock',
};

/** All that can be done with the case now, by a button each, and by its name under one key. */
export function CaseActions({ detail }: { readonly detail: CaseDetail }): ReactElement {
  const speech = useWords();
  const { t } = speech;
  const [choosing, setChoosing] = useState(false);
  const [asked, setAsked] = useState<CaseAction>();
  const command = useCaseCommand(detail);
  const give = (order: CaseOrder): void =>
    command.mutate(order, {
      onSuccess: () => {
        const back = undoes[order.do];
        const { clock } = order;
        const undo =
          back === undefined ? undefined : () => give({ do: back, ...(clock === undefined ? {} : { clock }) });
        toast(t('actionDone', { what: t(`do-${order.do}`) }), undo);
      },
    });
  useKey('actions', () => setChoosing(true), detail.actions.length > 0);
  const begin = (action: CaseAction): void => {
    if (isPlain(action)) give(orderOf(action, new FormData()));
    else setAsked(action);
  };
  return (
    <section className="sec" aria-labelledby="actions">
      <h2 id="actions">
        {t('actions')} <Kbd of="actions" />
      </h2>
      <div className="pb">
        {command.error !== null && <FaultBox error={command.error} />}
        {detail.actions.length === 0 && <p className="q">{t('noActions')}</p>}
        <div className="row wrap">
          {detail.actions.map((action) => (
            <Button key={actionId(action)} small disabled={command.isPending} onClick={() => begin(action)}>
              {actionText(action, detail, speech)}
            </Button>
          ))}
        </div>
        {detail.barred.length > 0 && (
          <details>
            <summary>{t('barred')}</summary>
            <ul className="props">
              {detail.barred.map((one) => (
                <li key={`${one.do} ${one.why}`}>
                  <Button small disabled>
                    {t(`do-${one.do}`)}
                  </Button>{' '}
                  <span className="q">{one.why}</span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      {choosing && (
        <Picker
          title={t('actions')}
          listName={t('actions')}
          placeholder={t('findAction')}
          choices={detail.actions.map((action) => ({
            id: actionId(action),
            label: actionText(action, detail, speech),
            action,
          }))}
          onChoose={({ action }) => begin(action)}
          onClose={() => setChoosing(false)}
        />
      )}
      {asked !== undefined && (
        <ActionDialog action={asked} detail={detail} onOrder={give} onClose={() => setAsked(undefined)} />
      )}
    </section>
  );
}
