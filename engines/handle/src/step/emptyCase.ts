import type { CaseState } from './caseState.ts';

/** A case before its first step. */
export function emptyCase(
  given: Pick<CaseState, 'region' | 'id' | 'number' | 'title' | 'home' | 'openedAt'>,
): CaseState {
  return {
    ...given,
    rev: 0,
    state: 'open',
    outcome: null,
    closedAt: null,
    seenAgain: 0,
    urged: 0,
    supervisedAt: null,
    parkedAt: null,
    variables: {},
    nextId: 1,
    lastSeq: 0,
    tokens: [],
    scopes: [],
    tasks: [],
    timers: [],
    clocks: [],
    evidence: [],
    links: [],
    requests: [],
    incidents: [],
    heard: [],
  };
}
