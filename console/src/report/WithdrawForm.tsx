import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement, FormEvent } from 'react';
import type { Report, ReportList } from '@yiwang/contract';
import { send } from '../api/request.ts';
import { Button } from '../parts/Button.tsx';
import { FaultBox } from '../parts/FaultBox.tsx';
import { toast } from '../parts/toast.tsx';
import { go } from '../route/router.ts';
import { useReportWords } from './reportWords.ts';
import { reportApi, reportsApi } from './useReports.ts';

/** A report dropped by mistake goes, with a reason; that it was here stays in the ledger, and it can be dropped again. */
export function WithdrawForm(props: { readonly report: Report; readonly onCancel: () => void }): ReactElement {
  const { r } = useReportWords();
  const client = useQueryClient();
  const { id, title } = props.report;
  const withdraw = useMutation({
    mutationFn: (reason: string) => send('POST', `${reportApi(id)}/withdrawal`, { reason }),
    onSuccess: () => {
      toast(r('withdrawn', { title }));
      client.setQueryData<ReportList>(
        [reportsApi],
        (list) => list && { reports: list.reports.filter((report) => report.id !== id) },
      );
      go('/reports');
      client.removeQueries({ queryKey: [reportApi(id)] });
      void client.invalidateQueries({ queryKey: [reportsApi] });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const reason = new FormData(event.currentTarget).get('reason');
    if (typeof reason === 'string' && reason.trim() !== '') withdraw.mutate(reason.trim());
  };
  return (
    <form className="withdraw" aria-label={r('withdraw')} onSubmit={submit}>
      <label className="field">
        <span>{r('withdrawWhy')}</span>
        <input
          className="in"
          name="reason"
          required
          maxLength={500}
          placeholder={r('withdrawHint')}
          ref={(input) => input?.focus()}
        />
      </label>
      <Button type="submit" disabled={withdraw.isPending}>
        {r('withdraw')}
      </Button>
      <Button look="text" onClick={props.onCancel}>
        {r('cancel')}
      </Button>
      {withdraw.error !== null && <FaultBox error={withdraw.error} />}
    </form>
  );
}
