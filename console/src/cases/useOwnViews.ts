import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { QueueViewList } from '@yiwang/contract';
import { send } from '../api/request.ts';
import { useApi } from '../api/useApi.ts';
import { saidOf, type QueueView } from './queueViews.ts';

const path = '/api/views';

type Change = { readonly keep: QueueView } | { readonly drop: string };

/** The views that the reader keeps with the account, and what changes them. */
export function useOwnViews() {
  const client = useQueryClient();
  const { data, error } = useApi<QueueViewList>(path);
  const change = useMutation<QueueViewList | undefined, Error, Change>({
    mutationFn: (one) =>
      'keep' in one
        ? send('POST', path, { name: one.keep.id, filters: saidOf(one.keep.filters) })
        : send('DELETE', `${path}/${encodeURIComponent(one.drop)}`),
    onSuccess: (list) => client.setQueryData([path], list),
  });
  const own: readonly QueueView[] = (data?.views ?? []).map(({ name, filters }) => ({ id: name, filters }));
  return { own, error: change.error ?? error, change: change.mutate };
}
