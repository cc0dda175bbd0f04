import type { JsonObject } from '../json.ts';
import { stopClocksOf } from './caseClocks.ts';
import { rootScope, type CaseOutcome, type EventKind } from './caseState.ts';
import { change, happened, type Draft } from './draft.ts';
import { clearScope } from './scopes.ts';

const kinds: Readonly<Record<CaseOutcome, EventKind>> = {
  completed: 'case.closed',
  withdrawn: 'case.withdrawn',
  failed: 'case.failed',
  merged: 'case.merged',
};

/** Ends the case and all that is still open in it. */
export function closeCase(draft: Draft, outcome: CaseOutcome, data: JsonObject = {}): void {
  clearScope(draft, rootScope, { keepDone: false });
  stopClocksOf(draft, () => true);
  change(draft, {
    state: 'closed',
    outcome,
    closedAt: draft.at,
    tokens: [],
    scopes: [],
    timers: [],
    heard: [],
    incidents: [],
    requests: [],
  });
  happened(draft, kinds[outcome], null, { outcome, ...data });
}
