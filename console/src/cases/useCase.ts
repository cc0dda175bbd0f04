import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CaseDetail, CaseTask, TaskCommand } from '@yiwang/contract';
import { send } from '../api/request.ts';
import { useApi } from '../api/useApi.ts';
import { useLive } from '../live/live.ts';
import { commandId } from './commandId.ts';

export const caseApi = (region: string, id: string): string =>
  `/api/cases/${encodeURIComponent(region)}/${encodeURIComponent(id)}`;

/** One case; it is read again whenever the live stream says that it changed. */
export function useCase(region: string, id: string) {
  const client = useQueryClient();
  const path = caseApi(region, id);
  useLive((message) => {
    if (message.kind === 'batch' && message.batch.cases.some((changed) => changed.id === id)) {
      void client.invalidateQueries({
        predicate: ({ queryKey: [key] }) => typeof key === 'string' && key.startsWith(path),
      });
    }
  });
  return useApi<CaseDetail>(path);
}

export interface TaskOrder {
  readonly task: CaseTask;
  readonly what: 'claim' | 'complete';
  readonly form?: TaskCommand['form'];
}

/** Accepts or completes a task. A repeat of the same order carries the same command id, so that it does nothing twice. */
export function useTaskOrder(region: string, id: string, onDone: (order: TaskOrder) => void) {
  const client = useQueryClient();
  return useMutation<unknown, Error, TaskOrder>({
    mutationFn: ({ task, what, form }) => {
      const body: TaskCommand = { command: commandId(task.id, what, form), ...(form === undefined ? {} : { form }) };
      return send('POST', `${caseApi(region, id)}/tasks/${task.id}/${what}`, body);
    },
    onSuccess: (_answer, order) => onDone(order),
    onSettled: () =>
      client.invalidateQueries({
        predicate: ({ queryKey: [key] }) => typeof key === 'string' && /^\/api\/(cases|tasks|screen)/.test(key),
      }),
  });
}
