import type {
  EntityList,
  MatchedEntities,
  PublishRule,
  RuleChange,
  RuleDetail,
  RuleExplanation,
  RuleList,
  RuleTests,
  WhatIf,
  WhatIfEntities,
  WhatIfSide,
  WithdrawRule,
} from '@yiwang/contract';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Static } from 'typebox';
import { useHere } from '../app/session.ts';
import { ask, queryOf, send } from '../api/request.ts';
import { useApi } from '../api/useApi.ts';

export const rulesApi = '/api/rules';
const ruleApi = (code: string): string => `${rulesApi}/${encodeURIComponent(code)}`;
export const ruleKey = (code: string, version?: number): string => `${ruleApi(code)}${queryOf({ version })}`;

/** Not asked for by who may not read rules. */
export function useRules(): UseQueryResult<RuleList> {
  const { session } = useHere();
  return useApi<RuleList>(rulesApi, session.actions.includes('rule.read'));
}

export function useRule(code: string, version: number | undefined): UseQueryResult<RuleDetail> {
  return useApi<RuleDetail>(ruleKey(code, version));
}

/** Asks by POST, since a changed document does not fit into an address; the answer is kept by what was asked. */
function useAsked<T>(path: string, body: unknown, enabled = true): UseQueryResult<T> {
  return useQuery<T>({
    queryKey: [path, body],
    queryFn: ({ signal }) => ask<T>(path, body, signal),
    enabled,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    // a question for every place of a slider, with a whole document in it: kept for a moment only
    gcTime: 15_000,
    retry: false,
  });
}

export const useRuleTests = (code: string, change: RuleChange): UseQueryResult<RuleTests> =>
  useAsked<RuleTests>(`${ruleApi(code)}/tests`, change);

export const useWhatIf = (code: string, change: RuleChange, enabled: boolean): UseQueryResult<WhatIf> =>
  useAsked<WhatIf>(`${ruleApi(code)}/what-if`, change, enabled);

export const useWhatIfEntities = (
  code: string,
  asked: { readonly change: RuleChange; readonly side: WhatIfSide; readonly region?: string; readonly offset?: number },
): UseQueryResult<WhatIfEntities> => useAsked<WhatIfEntities>(`${ruleApi(code)}/what-if/entities`, asked);

export function useMatched(code: string, region: string | undefined, offset: number): UseQueryResult<MatchedEntities> {
  return useApi<MatchedEntities>(`${ruleApi(code)}/entities${queryOf({ region, offset })}`);
}

export function useFirms(register: string, text: string): UseQueryResult<EntityList> {
  const path = `/api/registers/${encodeURIComponent(register)}/entities${queryOf({ q: text })}`;
  return useApi<EntityList>(path, text.length >= 2);
}

export interface FirmKey {
  readonly region: string;
  readonly code: string;
}

export const useExplanation = (
  code: string,
  entity: FirmKey,
  change: RuleChange | undefined,
): UseQueryResult<RuleExplanation> =>
  useAsked<RuleExplanation>(`${ruleApi(code)}/explanation`, change === undefined ? { entity } : { entity, change });

export const publishRule = (code: string, body: Static<typeof PublishRule>): Promise<RuleDetail | undefined> =>
  send<RuleDetail>('POST', `${ruleApi(code)}/versions`, body);

export const withdrawRule = (code: string, number: number, body: Static<typeof WithdrawRule>) =>
  send<RuleDetail>('POST', `${ruleApi(code)}/versions/${number}/withdrawal`, body);
