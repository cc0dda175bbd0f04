import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { ChoiceRequest, CorrectionRequest, Report } from '@yiwang/contract';
import { send } from '../api/request.ts';
import { reportApi, reportsApi } from './useReports.ts';

interface ReportOrders {
  readonly choose: UseMutationResult<Report | undefined, Error, ChoiceRequest>;
  readonly correct: UseMutationResult<Report | undefined, Error, CorrectionRequest>;
}

/** What a person says of a report; the answer is the report as it stands then. */
export function useReportOrders(id: string): ReportOrders {
  const client = useQueryClient();
  const path = reportApi(id);
  const onSuccess = (report: Report | undefined): void => {
    client.setQueryData([path], report);
    void client.invalidateQueries({ queryKey: [reportsApi] });
  };
  const choose = useMutation({
    mutationFn: (body: ChoiceRequest) => send<Report>('POST', `${path}/choices`, body),
    onSuccess,
  });
  const correct = useMutation({
    mutationFn: (body: CorrectionRequest) => send<Report>('POST', `${path}/corrections`, body),
    onSuccess,
  });
  return { choose, correct };
}
