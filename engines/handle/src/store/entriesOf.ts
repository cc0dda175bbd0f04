import type { NewEntry } from '@yiwang/ledger';
import type { CaseEvent, CaseState, EventKind } from '../step/caseState.ts';
import { digestOf } from './digest.ts';
import type { JsonObject } from '../json.ts';

/** What follows by itself from other events needs no entry of its own. */
const withoutEntry: ReadonlySet<EventKind> = new Set(['token.moved', 'task.created']);

/**
 * The ledger entries of a step. They carry the digest of what people wrote and not the words, so that personal data can
 * be erased by law while the book stays whole.
 */
export function entriesOf(
  state: Pick<CaseState, 'region' | 'id' | 'number'>,
  events: readonly CaseEvent[],
): NewEntry[] {
  return events
    .filter((event) => !withoutEntry.has(event.kind))
    .map((event) => {
      const { seq, kind, element, actor, reason, data } = event;
      const body: JsonObject = {
        number: state.number,
        seq,
        element,
        digest: digestOf(data),
        ...(typeof data['task'] === 'string' ? { task: data['task'] } : {}),
        ...(typeof data['outcome'] === 'string' ? { outcome: data['outcome'] } : {}),
        ...(kind === 'decision.made' ? { decision: data['decision'] ?? null, rules: data['rules'] ?? [] } : {}),
        ...(kind === 'evidence.added' ? { hash: data['hash'] ?? null } : {}),
      };
      const entry = { region: state.region, kind, actor, subject: `case:${state.id}`, body };
      return reason === null ? entry : { ...entry, reason };
    });
}
