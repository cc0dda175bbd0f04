import { useState, type FormEvent, type ReactElement } from 'react';
import type { CaseAction } from '@yiwang/contract';
import { useHere } from '../app/session.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { FaultBox } from '../parts/FaultBox.tsx';
import { useWords } from '../words/useWords.ts';
import { actionText, type ActionParts } from './actionText.ts';
import { FieldInput } from './FieldInput.tsx';
import { findByNumber } from './findByNumber.ts';
import { formValues } from './formValues.ts';
import type { CaseOrder } from './useCaseCommand.ts';

const toOrganisation = new Set(['assign', 'transfer', 'addSigner']);
const toAccount = new Set(['assign', 'delegate', 'addSigner']);
const toCase = new Set(['link', 'mergeInto']);
const legal = new Set(['suspendClock', 'extend']);

/** Whether an action can be done as it is, with nothing to fill in. */
export function isPlain({ do: what, needsReason, elements, form }: CaseAction): boolean {
  const asks = toOrganisation.has(what) || toAccount.has(what) || toCase.has(what);
  return !needsReason && !asks && what !== 'decideExtension' && (elements ?? []).length + (form ?? []).length === 0;
}

/** Asks for what a command needs beside the task or clock that it is about. */
export function ActionDialog(props: {
  readonly action: CaseAction;
  readonly detail: ActionParts;
  readonly onOrder: (order: CaseOrder) => void;
  readonly onClose: () => void;
}): ReactElement {
  const speech = useWords();
  const { t, language } = speech;
  const { city } = useHere();
  const { action, detail, onOrder, onClose } = props;
  const [wrong, setWrong] = useState<Error>();
  const { do: what, elements, form, needsReason } = action;
  const title = actionText(action, detail, speech);
  const clock = detail.clocks.find(({ id }) => id === action.clock);

  const submit = async (filled: FormData): Promise<void> => {
    const order = orderOf(action, filled);
    const number = filled.get('other');
    if (typeof number === 'string') {
      const other = await findByNumber(number.trim());
      if (other === undefined) return setWrong(new Error(t('noSuchCase', { number })));
      onOrder({ ...order, other });
    } else onOrder(order);
    onClose();
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    submit(new FormData(event.currentTarget)).catch((error: unknown) =>
      setWrong(error instanceof Error ? error : new Error(String(error))),
    );
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="form db" onSubmit={onSubmit}>
        {toCase.has(what) && (
          <label className="field">
            <span>{t('otherNumber')} *</span>
            <input className="in num" name="other" required maxLength={40} />
          </label>
        )}
        {toOrganisation.has(what) && (
          <label className="field">
            <span>
              {t('toOrganisation')}
              {what === 'assign' ? '' : ' *'}
            </span>
            <select className="in" name="organisation" required={what !== 'assign'} defaultValue="">
              <option value="">{t('choose')}</option>
              {city.organisations.map(({ path, name }) => (
                <option key={path} value={path}>
                  {name[language]}
                </option>
              ))}
            </select>
          </label>
        )}
        {toAccount.has(what) && (
          <label className="field">
            <span>
              {t('toAccount')}
              {what === 'delegate' ? ' *' : ''}
            </span>
            <input className="in num" name="account" pattern="\d{6}" required={what === 'delegate'} maxLength={6} />
          </label>
        )}
        {elements !== undefined && elements.length > 0 && (
          <label className="field">
            <span>{t('atStep')}</span>
            <select className="in" name="element" required={what !== 'reopen'}>
              {elements.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        {what === 'extend' && clock !== undefined && (
          <label className="field">
            <span>
              {t('howMuch', { unit: t(`unit-${clock.unit}`) })} *{' '}
              <span className="qq">{t('upTo', { n: clock.maxExtension - clock.extended })}</span>
            </span>
            <input
              className="in num"
              name="amount"
              type="number"
              min={clock.unit.endsWith('Days') ? 1 : 0.1}
              max={clock.maxExtension - clock.extended}
              step="any"
              required
            />
          </label>
        )}
        {what === 'decideExtension' && (
          <label className="field">
            <span>{t('do-decideExtension')}</span>
            <select className="in" name="granted">
              <option value="true">{t('grant')}</option>
              <option value="false">{t('refuse')}</option>
            </select>
          </label>
        )}
        {form?.map((field) => (
          <FieldInput key={field.key} field={field} detail={detail} />
        ))}
        <label className="field">
          <span>
            {t(legal.has(what) ? 'legalReason' : 'reason')}
            {needsReason ? ' *' : ''}
          </span>
          <textarea className="in" name="reason" required={needsReason} maxLength={500} />
        </label>
        {wrong !== undefined && <FaultBox error={wrong} />}
        <div>
          <Button type="submit" look="primary">
            {t('confirm')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The command that an action and what was filled in make. */
export function orderOf(action: CaseAction, filled: FormData): CaseOrder {
  const { do: what, task, clock, request, incident, scope, message, form } = action;
  const text = (name: string): string | undefined => {
    const value = filled.get(name);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  const amount = text('amount');
  const granted = text('granted');
  const said = {
    task,
    clock,
    request,
    incident,
    scope,
    message,
    reason: text('reason'),
    organisation: text('organisation'),
    account: text('account'),
    element: text('element'),
    amount: amount === undefined ? undefined : Number(amount),
    granted: granted === undefined ? undefined : granted === 'true',
    form: form === undefined ? undefined : formValues(form, filled),
  };
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  return { do: what, ...given };
}
