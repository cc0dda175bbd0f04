import type { LoadedCase } from '../store/loadCase.ts';

/** The states of the cases that were worked on last, as this process left them. */
export interface CaseCache {
  find(id: string): LoadedCase | undefined;
  keep(id: string, loaded: LoadedCase): void;
  drop(id: string): void;
}

/** Keeps at most `most` open cases; the one that was used longest ago goes first. */
export function createCaseCache(most: number): CaseCache {
  const kept = new Map<string, LoadedCase>();
  return {
    find(id) {
      const found = kept.get(id);
      if (found !== undefined) {
        kept.delete(id);
        kept.set(id, found);
      }
      return found;
    },
    keep(id, loaded) {
      kept.delete(id);
      if (loaded.state.state === 'closed') return;
      kept.set(id, loaded);
      if (kept.size > most) kept.delete(kept.keys().next().value ?? '');
    },
    drop: (id) => void kept.delete(id),
  };
}
