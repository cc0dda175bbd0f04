import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { City, Screen, Session, Timeline, ThingList } from '@yiwang/contract';
import type { Static } from 'typebox';
import { get, queryOf } from './request.ts';

export type CityView = Static<typeof City>;

/** Reads `path`; the path is the cache's key, so whoever asks for the same address shares one request. */
export function useApi<T>(path: string, enabled = true): UseQueryResult<T> {
  return useQuery<T>({
    queryKey: [path],
    queryFn: ({ signal }) => get<T>(path, signal),
    enabled,
    placeholderData: keepPreviousData,
  });
}

export const useCity = () => useApi<CityView>('/api/city');
export const useSession = () => useApi<Session>('/api/session');
export const useScreen = (at: string | undefined) => useApi<Screen>(`/api/screen${queryOf({ at })}`);
export const useThings = (at: string | undefined) => useApi<Static<typeof ThingList>>(`/api/things${queryOf({ at })}`);
export const useTimeline = (from: string, to: string) => useApi<Timeline>(`/api/timeline${queryOf({ from, to })}`);
