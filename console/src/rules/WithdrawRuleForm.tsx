import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import { Button } from '../parts/Button.tsx';
import { FaultBox } from '../parts/FaultBox.tsx';
import { toast } from '../parts/toast.tsx';
import { useRuleWords } from './ruleWords.ts';
import { rulesApi, withdrawRule } from './useRules.ts';

/** Takes a published version back, with a reason; the one before is effective again. */
export function WithdrawRuleForm(props: { readonly code: string; readonly number: number }): ReactElement {
  const { w } = useRuleWords();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const { code, number } = props;
  const withdraw = useMutation({
    mutationFn: (why: string) => withdrawRule(code, number, { why }),
    onSuccess: async () => {
      toast(w('withdrawn', { n: number }));
      setOpen(false);
      await client.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith(rulesApi) });
    },
  });
  if (!open) {
    return (
      <Button small look="text" onClick={() => setOpen(true)}>
        {w('withdraw')}
      </Button>
    );
  }
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const why = new FormData(event.currentTarget).get('why');
    if (typeof why === 'string' && why.trim() !== '') withdraw.mutate(why.trim());
  };
  return (
    <form className="row" onSubmit={submit}>
      <input
        className="in s"
        name="why"
        required
        minLength={2}
        maxLength={500}
        aria-label={w('why')}
        placeholder={w('whyHint')}
      />
      <Button small type="submit" disabled={withdraw.isPending}>
        {w('withdraw')}
      </Button>
      <Button small look="text" onClick={() => setOpen(false)}>
        {w('cancel')}
      </Button>
      {withdraw.error !== null && <FaultBox error={withdraw.error} />}
    </form>
  );
}
