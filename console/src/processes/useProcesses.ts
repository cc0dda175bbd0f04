import { keepPreviousData, useQuery, type QueryClient, type UseQueryResult } from '@tanstack/react-query';
import type {
  FlowQuery,
  MigrationPlan,
  PlanMigration,
  ProcessCheck,
  ProcessDetail,
  ProcessDifference,
  ProcessFlow,
  ProcessList,
  PublishProcess,
  SaveProcessDraft,
  SavedProcessDraft,
} from '@yiwang/contract';
import { ask, queryOf, send } from '../api/request.ts';
import { useApi } from '../api/useApi.ts';
import { useHere } from '../app/session.ts';

const processesApi = '/api/processes';

/** An application's process. */
export interface ProcessKey {
  readonly app: string;
  readonly process: string;
}

const processApi = ({ app, process }: ProcessKey): string =>
  `${processesApi}/${encodeURIComponent(app)}/${encodeURIComponent(process)}`;
export const processPage = ({ app, process }: ProcessKey): string =>
  `/processes/${encodeURIComponent(app)}/${encodeURIComponent(process)}`;

/** Not asked for by who may not read processes. */
export function useProcesses(): UseQueryResult<ProcessList> {
  const { session } = useHere();
  return useApi<ProcessList>(processesApi, session.actions.includes('process.read'));
}

export const useProcess = (key: ProcessKey, version?: number): UseQueryResult<ProcessDetail> =>
  useApi<ProcessDetail>(`${processApi(key)}${queryOf({ version })}`);

/** `to` undefined: the draft. */
export const useDifference = (
  key: ProcessKey,
  from: number,
  to: number | undefined,
  enabled: boolean,
): UseQueryResult<ProcessDifference> =>
  useApi<ProcessDifference>(`${processApi(key)}/difference${queryOf({ from, to })}`, enabled);

export const useFlow = (key: ProcessKey, query: FlowQuery): UseQueryResult<ProcessFlow> =>
  useApi<ProcessFlow>(`${processApi(key)}/flow${queryOf({ ...query })}`);

/** Asks by POST, since a model does not fit into an address; the answer is kept by what was asked, for a moment. */
function useAsked<T>(path: string, body: unknown, enabled: boolean): UseQueryResult<T> {
  return useQuery<T>({
    queryKey: [path, body],
    queryFn: ({ signal }) => ask<T>(path, body, signal),
    enabled,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    gcTime: 15_000,
    retry: false,
  });
}

export const useCheck = ({ app, process }: ProcessKey, xml: string, enabled: boolean): UseQueryResult<ProcessCheck> =>
  useAsked<ProcessCheck>(`${processesApi}/check`, { app, process, xml }, enabled);

export const useMigration = (key: ProcessKey, body: PlanMigration, enabled: boolean): UseQueryResult<MigrationPlan> =>
  useAsked<MigrationPlan>(`${processApi(key)}/migration`, body, enabled);

export const saveDraft = (key: ProcessKey, body: SaveProcessDraft): Promise<SavedProcessDraft | undefined> =>
  send<SavedProcessDraft>('POST', `${processApi(key)}/draft`, body);
export const dropDraft = (key: ProcessKey): Promise<unknown> => send('DELETE', `${processApi(key)}/draft`);
export const publishProcess = (key: ProcessKey, body: PublishProcess): Promise<ProcessDetail | undefined> =>
  send<ProcessDetail>('POST', `${processApi(key)}/versions`, body);

/** Everything of processes is asked for anew. */
export const refreshProcesses = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith(processesApi) });
