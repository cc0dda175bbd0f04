import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CaseCommandBody, CaseDetail } from '@yiwang/contract';
import { send } from '../api/request.ts';
import { commandId } from './commandId.ts';
import { caseApi } from './useCase.ts';

/** A command without what the page adds: its id and the revision that was seen. */
export type CaseOrder = Omit<CaseCommandBody, 'command' | 'rev'>;

/** Gives a command on a case as it was seen; whoever changed it meanwhile makes it refused. A repeat does nothing twice. */
export function useCaseCommand({ summary, rev }: CaseDetail) {
  const client = useQueryClient();
  const { region, id } = summary;
  return useMutation<unknown, Error, CaseOrder>({
    mutationFn: (order) => {
      const body: CaseCommandBody = { ...order, command: commandId(`${id} ${rev}`, order.do, order), rev };
      return send('POST', `${caseApi(region, id)}/commands`, body);
    },
    onSettled: () =>
      client.invalidateQueries({
        predicate: ({ queryKey: [key] }) => typeof key === 'string' && /^\/api\/(cases|tasks|screen)/.test(key),
      }),
  });
}
