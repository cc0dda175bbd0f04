import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Report, ReportList } from '@yiwang/contract';
import { get } from '../api/request.ts';
import { useApi } from '../api/useApi.ts';

export const reportsApi = '/api/reports';
export const reportApi = (id: string): string => `${reportsApi}/${encodeURIComponent(id)}`;

export const useReports = (): UseQueryResult<ReportList> => useApi<ReportList>(reportsApi);

/** One report with all its rows: large, and changed by nobody but those who correct it, so it is asked for again after a minute only. */
export function useReport(id: string): UseQueryResult<Report> {
  const path = reportApi(id);
  return useQuery({
    queryKey: [path],
    queryFn: ({ signal }) => get<Report>(path, signal),
    staleTime: 60_000,
  });
}
