import type { OpeningList, OpeningView } from '@yiwang/contract';
import { useApi } from '../api/useApi.ts';
import { useHere } from '../app/session.ts';

/** What this account opens cases of; empty until it is known. */
export function useOpenings(): readonly OpeningView[] {
  return useOpeningsQuery().data?.openings ?? [];
}

export function useOpeningsQuery() {
  return useApi<OpeningList>('/api/openings', useHere().session.actions.includes('case.open'));
}

export const openingHref = ({ app, process }: Pick<OpeningView, 'app' | 'process'>): string =>
  `/open/${encodeURIComponent(app)}/${encodeURIComponent(process)}`;
