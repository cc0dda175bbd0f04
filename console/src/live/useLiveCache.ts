import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { LiveBatch, Screen, ThingList } from '@yiwang/contract';
import { caseApi } from '../cases/useCase.ts';
import { screenAfter, thingsAfter } from './applyBatch.ts';
import { useLive } from './live.ts';

/** Lists and counts are read again at most this often, however many cases change. */
const readAgainMs = 400;

/**
 * Puts what the stream says into what was fetched: values of signs and things at once, lists and counts of cases by
 * reading them again. A replay is of its own minute and is left alone, since its address carries `at`.
 */
export function useLiveCache(): void {
  const client = useQueryClient();
  const stale = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function readAgain(): void {
    timer.current = undefined;
    const cases = [...stale.current];
    stale.current.clear();
    void client.invalidateQueries({
      predicate: ({ queryKey: [path] }) =>
        typeof path === 'string' &&
        (/^\/api\/(screen$|cases\?|cases$|tasks|timeline)/.test(path) || cases.some((one) => path.startsWith(one))),
    });
  }
  function take(batch: LiveBatch): void {
    client.setQueryData<Screen>(['/api/screen'], (screen) => screen && screenAfter(screen, batch));
    client.setQueryData<ThingList>(['/api/things'], (list) => list && thingsAfter(list, batch));
    for (const { region, id } of batch.cases) stale.current.add(caseApi(region, id));
    if (batch.cases.length === 0 && batch.events.length === 0) return;
    timer.current ??= setTimeout(readAgain, readAgainMs);
  }
  useLive((message) => {
    if (message.kind === 'reset') void client.invalidateQueries();
    if (message.kind === 'batch') take(message.batch);
  });
}
